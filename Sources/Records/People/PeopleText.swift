import PolicyReading
import SourceText

/// Finds the people that a text names, for example `@ann, @bob`, `Ann Smith <ann@example.com>`,
/// `Miller, Cy and Smith, Ann`, or `rejected by @cab`.
///
/// 1. The text is cut at semicolons, line feeds and conjunctions, and at commas between what is
///    complete: a handle, an address, or a name that the list of people has.
/// 2. What names nobody belongs to the name before it, as a remark: `@cy, approved 2026-03-04`.
/// 3. Of each part the handle or address is the person, else the words that can be a name.
struct PeopleText {
  private let text: ReadableText
  /// Whether the list of people has a name.
  private let isListed: (String) -> Bool
  /// Whether it has a handle.
  private let isListedHandle: (String) -> Bool
  private let addresses: [Address]

  /// A handle or an e-mail address in the text.
  private struct Address {
    let range: Range<Int>
    let isEmail: Bool
    let isInBrackets: Bool
  }

  init(
    _ source: UnsafeBufferPointer<UInt8>, isListed: @escaping (String) -> Bool,
    isListedHandle: @escaping (String) -> Bool
  ) {
    text = ReadableText(source)
    self.isListed = isListed
    self.isListedHandle = isListedHandle
    addresses = Self.addresses(in: text)
  }

  /// In order; empty where nothing is written that anybody sees.
  var mentions: [PersonMention] {
    let whole = text.trimmed(text.bytes.indices)
    return groups(in: whole).map(mention)
  }

  // MARK: Parts

  private func groups(in whole: Range<Int>) -> [Range<Int>] {
    var depth = 0
    let outer = text.split(whole) { index in
      switch text.bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ";"), 0x0A: return depth == 0 ? 1 : 0
      default: break
      }
      return depth == 0 ? text.conjunction(at: index, in: whole) : 0
    }
    var groups: [Range<Int>] = []
    for part in outer {
      let inner = parted(part)
      guard let last = groups.last, let first = inner.first, !standsAlone(first) else {
        groups += inner
        continue
      }
      groups[groups.count - 1] = last.lowerBound..<first.upperBound
      groups += inner.dropFirst()
    }
    return groups
  }

  /// Cut at the commas between complete identities.
  private func parted(_ part: Range<Int>) -> [Range<Int>] {
    var depth = 0
    let pieces = text.split(part) { index in
      switch text.bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ","): return depth == 0 ? 1 : 0
      case 0x20: return partsNeighbours(at: index) ? 1 : 0
      default: break
      }
      return 0
    }
    var groups: [Range<Int>] = []
    for piece in pieces {
      if let last = groups.last, !(isComplete(last) && isComplete(piece)) {
        groups[groups.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        groups.append(piece)
      }
    }
    return groups
  }

  /// Whether nothing but blanks lies between two handles: `@ann @bob`.
  private func partsNeighbours(at index: Int) -> Bool {
    guard addresses.contains(where: { $0.range.upperBound == index && !$0.isInBrackets }),
      let next = text.bytes[index...].firstIndex(where: { $0 != 0x20 })
    else { return false }
    return addresses.contains { $0.range.lowerBound == next && !$0.isInBrackets }
  }

  private func isComplete(_ range: Range<Int>) -> Bool {
    addresses.contains { !$0.isInBrackets && range.contains($0.range.lowerBound) }
      || isListed(bareName(range).name)
  }

  /// Whether a part is somebody of their own, or a filler in their place, and no remark.
  private func standsAlone(_ range: Range<Int>) -> Bool {
    if addresses.contains(where: { range.contains($0.range.lowerBound) }) { return true }
    let words = WordForm.words(text.text(range))
    // `after the release`, `in December`: when, and nobody.
    if words.count > 1, let first = words.first, Self.ofTimes.contains(first) { return false }
    if ApprovalWords.fault(in: words) != nil { return words == ["tbd"] || words == ["n", "a"] }
    return !bareName(range).name.isEmpty || NonName.matches(folded: words.joined(separator: " "))
  }

  // MARK: One person

  private func mention(_ range: Range<Int>) -> PersonMention {
    let own = addresses.filter { range.contains($0.range.lowerBound) }
    guard let first = own.first(where: { !$0.isInBrackets }) ?? own.first else {
      return bareMention(range)
    }
    let isAlone = own.allSatisfy(\.isInBrackets)
    let before = bareName(text.trimmed(range.lowerBound..<nameEnd(before: first)))
    let email = first.isEmail ? text.text(first.range) : email(after: first, among: own)
    let identity = Identity(
      handle: first.isEmail
        ? own.first { !$0.isEmail && !$0.isInBrackets }.map(handle) : handle(first),
      email: email, name: first.isEmail || isAlone ? before.name : nil)
    var shown = first.range
    var remark: [String] = []
    var start = first.range.upperBound
    if !before.name.isEmpty, first.isEmail || isAlone {
      let isClosed = start < range.upperBound && [0x3E, 0x29].contains(text.bytes[start])
      if isClosed { start += 1 }
      shown = range.lowerBound..<start
      remark = before.remark
    } else {
      remark = [text.text(range.lowerBound..<first.range.lowerBound)]
    }
    // Addresses are no remark.
    var others: [Identity] = []
    for other in own where other.range.lowerBound >= start {
      remark.append(text.text(start..<other.range.lowerBound))
      start = other.range.upperBound
      let written = text.text(other.range)
      if written == email { continue }
      others.append(
        other.isEmail ? Identity(email: written) : Identity(handle: handle(other)))
    }
    remark.append(text.text(start..<range.upperBound))
    return mention(range, as: identity, shown: shown, remark: remark, others: others)
  }

  /// Somebody without a handle and an address.
  private func bareMention(_ range: Range<Int>) -> PersonMention {
    if let handle = Self.handle(ofLink: text.text(text.trimmed(range))) {
      return mention(
        range, as: Identity(handle: handle), shown: range, remark: [], others: [])
    }
    let bare = bareName(range)
    let identity =
      bare.name.isEmpty || NonName.matches(text.text(range))
        || NonPerson.isAnybody(text.text(range))
      ? nil
      : bare.name.utf8.contains(0x20)
        ? Identity(name: bare.name) : Identity(handle: bare.name, name: bare.name)
    return mention(range, as: identity, shown: range, remark: bare.remark, others: [])
  }

  private func mention(
    _ range: Range<Int>, as identity: Identity?, shown: Range<Int>, remark: [String],
    others: [Identity]
  ) -> PersonMention {
    let isBare = identity.map { $0.email == nil && ($0.handle == nil || $0.name != nil) } ?? true
    var person = PlaceholderName.matches(text.text(range), isBare: isBare) ? nil : identity
    if let email = identity?.email, NonPerson.isNobody(email: email) { person = nil }
    // A single word was taken for a handle and a name.
    if let identity = person, identity.email == nil, !(identity.handle.map(isListedHandle) ?? false)
    {
      let isReference =
        identity.name != nil
        && text.text(text.trimmed(shown)).parts(at: " ").contains {
          NonPerson.isReference(WordForm.trim($0) { Self.ofEnds.contains($0) })
        }
      let isNobody =
        isReference
        ? true
        : identity.name == nil
          ? NonPerson.matches(handle: identity.handle ?? "-")
            || NonPerson.isGroup(handle: identity.handle ?? "-")
          : NonPerson.matches(identity.handle ?? identity.name ?? "-")
      if isNobody { person = nil }
    }
    return PersonMention(
      identity: person, text: text.text(shown), range: text.source(shown),
      fault: fault(of: range, person, remark: remark), others: others,
      days: remark.flatMap(WrittenDay.moments))
  }

  private func fault(
    of range: Range<Int>, _ identity: Identity?, remark: [String]
  ) -> Unapproved.Reason? {
    if text.isStruck(range) { return .struckOut }
    let written = text.text(range)
    if identity == nil, NonName.matches(written) {
      return WordForm.fold(written) == "pending" ? .pending : .nobody
    }
    // `cab?` is a question, as `@cab?` is.
    if identity != nil, written.utf8.contains(UInt8(ascii: "?")),
      written.parts(at: " ").contains(where: { $0.hasSuffix("?") })
    {
      return .pending
    }
    let names = [identity?.handle, identity?.name, identity?.email].compactMap(\.self)
      .flatMap(WordForm.words)
    // `on behalf of @ann`: somebody else signed, and nobody says who.
    let ahead = WordForm.words(remark.first ?? "")
    if ahead.suffix(2) == ["behalf", "of"] { return .unclear }
    // `ex-@ann`, `deputy of @ann`, `to: @ann`
    if identity?.handle != nil, ahead.contains(where: Self.ofOthers.contains) { return .unclear }
    let said = ApprovalRemark(remark, of: names).fault
    if identity == nil, said == .unclear || said == nil { return .nobody }
    if said == nil, let identity, NonPerson.isMachine(identity.handle ?? identity.name ?? "") {
      return .nobody
    }
    return said
  }

  /// The address that stands in brackets right behind a handle.
  private func email(after handle: Address, among own: [Address]) -> String? {
    own.first { other in
      other.isEmail && other.range.lowerBound >= handle.range.upperBound
        && text.bytes[handle.range.upperBound..<other.range.lowerBound].allSatisfy {
          $0 == 0x20 || $0 == 0x28 || $0 == 0x3C
        }
    }.map { text.text($0.range) }
  }

  private func handle(_ address: Address) -> String {
    text.text(address.range.dropFirst())
  }

  /// Where a name before an address ends: at its opening bracket, if it has one.
  private func nameEnd(before address: Address) -> Int {
    let start = address.range.lowerBound
    return start > 0 && [0x3C, 0x28].contains(text.bytes[start - 1]) ? start - 1 : start
  }

  /// The words of a part that can be a name, and all others. Empty where they are none: too many, or
  /// words of sentences.
  private func bareName(_ range: Range<Int>) -> (name: String, remark: [String]) {
    var (outside, inside) = WordForm.partingBrackets(text.text(range))
    // `Ann Smith / SRE` says where she works.
    if outside.holds(" / "), let slash = outside.firstRange(of: " / ") {
      let unit = String(outside[slash.upperBound...])
      let words = WordForm.words(unit)
      if !words.isEmpty, words.allSatisfy(RemarkWords.neutral.contains) {
        outside = String(outside[..<slash.lowerBound])
        inside.append(unit)
      }
    }
    var kept: [String] = []
    var left: [String] = []
    let cut = outside.parted(at: [" - ", " – ", " — ", ": "])
    let tokens = cut.before.parts(at: " ")
    let head = cut.before.parts(at: ",").first ?? ""
    let words = WordForm.words(head)
    // `rpc-oncall` is a handle, also without its sign.
    let isHandle = words.count > 1 && !WordForm.trim(head).utf8.contains(0x20)
    if isHandle ? NonPerson.isGroup(handle: head) : NonPerson.isGroup(words) {
      return ("", [outside] + inside)
    }
    for (index, token) in tokens.enumerated() {
      let words = WordForm.words(token)
      // `Will Smith`, but not `will approve`.
      let isWill =
        words == ["will"] && index + 1 < tokens.count
        && (tokens[index + 1].unicodeScalars.first?.properties.isUppercase ?? false)
      let isName =
        !words.isEmpty && !words.allSatisfy(ApprovalWords.around.contains)
        && (isWill || ApprovalWords.fault(in: words) == nil && !words.allSatisfy(isOfRemark))
        && !(words.joined().utf8.first.map { (0x30...0x39).contains($0) } ?? true)
      if isName { kept.append(token) } else { left.append(token) }
    }
    let remark = [left.joined(separator: " ")] + inside + [cut.after]
    let name = WordForm.trim(kept.joined(separator: " ")) { Self.ofEnds.contains($0) }
    let isSentence =
      kept.count > 4 || tokens.contains(where: Self.isChoice)
      || kept.map(WordForm.fold).contains { $0 != "will" && SystemName.standsInSentences($0) }
    // `New Year`, `Tuesday`, `Q1`: a time, unless the list has somebody of that name.
    let isTime =
      !kept.isEmpty && kept.flatMap(WordForm.words).allSatisfy(RemarkWords.isTime)
      && !isListed(name)
    if isTime { return ("", [outside] + inside) }
    return (isSentence ? "" : name, remark)
  }

  /// Words that leave an approval open are never a name, but for those that are one as often.
  private func isOfRemark(_ word: String) -> Bool {
    RemarkWords.doubtful.contains(word) && word != "may"
  }

  /// `Ann or Bob`, `Ann/Bob`, `Ann + Bob`: nobody knows which.
  private static func isChoice(_ token: String) -> Bool {
    token.lowercased() == "or" || token.utf8.contains(UInt8(ascii: "/"))
      || token.utf8.contains(UInt8(ascii: "+")) || token.utf8.contains(UInt8(ascii: "|"))
  }

  /// Words ahead of a handle by which it is somebody else's, or that of whoever is told.
  private static let ofOthers: Set<String> = [
    "ex", "former", "formerly", "deputy", "delegate", "substitute", "to", "cc", "assistant",
    "successor",
  ]

  /// Words before a time.
  private static let ofTimes: Set<String> = [
    "after", "before", "during", "in", "on", "at", "until",
  ]

  /// Signs that may stand at either end of a name and are no part of it.
  private static let ofEnds: Set<Unicode.Scalar> = [",", ".", ":", ";", "-", "_", "\"", "'"]

  // MARK: Handles and addresses

  /// The name in a link to somebody's page, `https://example.com/ann` or `…/users/ann`; nil for any
  /// other text, and for a link to a page of something else: `https://example.com/org/repo/pull/1`.
  private static func handle(ofLink text: String) -> String? {
    guard let scheme = text.firstRange(of: "://"), !text.utf8.contains(0x20) else { return nil }
    let parts = String(text[scheme.upperBound...]).parts(at: "/").dropFirst()
    let isOfPerson =
      parts.count == 1 || parts.count == 2 && parts.first.map(ofPeople.contains) ?? false
    guard isOfPerson, let last = parts.last, !NonPerson.isReference(last),
      last.utf8.contains(where: { (0x41...0x5A).contains($0 & 0xDF) }),
      !last.utf8.contains(where: { "?#=&".utf8.contains($0) })
    else { return nil }
    return last
  }

  /// Folders of people's pages.
  private static let ofPeople: Set<String> = [
    "in", "u", "user", "users", "people", "person", "members", "member", "profile", "profiles",
    "team", "staff", "orgs", "~",
  ]

  private static func addresses(in text: ReadableText) -> [Address] {
    var found: [Address] = []
    var depth = 0
    let bytes = text.bytes
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "@"):
        var start = index
        while start > 0, isAddressByte(bytes[start - 1]),
          start > (found.last?.range.upperBound ?? 0)
        { start -= 1 }
        // An address begins with a letter or a digit; other signs part it from what stands before.
        start = startOfLetters(in: bytes, from: start, to: index)
        var end = index + 1
        while end < bytes.count, isHandleByte(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
          end += 1
        }
        // A full stop at the end is the sentence's.
        end = endOfLetters(in: bytes, from: index + 1, to: end)
        if end > index + 1 {
          found.append(
            Address(range: start..<end, isEmail: start < index, isInBrackets: depth > 0))
          index = end
          continue
        }
      default: break
      }
      index += 1
    }
    return found
  }
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  isHandleByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
    || byte == UInt8(ascii: "%")
}

/// Where letters begin, behind signs such as the dash of `@ann–@bob`.
private func startOfLetters(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
  let text = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
  return max(start, end - String(String.UnicodeScalarView(text.drop { !isOfName($0) })).utf8.count)
}

/// Where letters end; an underscore at the end is one of them.
private func endOfLetters(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
  var text = String(decoding: bytes[start..<end], as: UTF8.self).unicodeScalars
  while let last = text.last, last != "_", !isOfName(last) { text.removeLast() }
  return min(end, start + String(text).utf8.count)
}

private func isOfName(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isLetter || scalar.isNumeral
    || !scalar.isASCII && (scalar.properties.generalCategory == .nonspacingMark || scalar.isUnseen)
}

func isHandleByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "-"), UInt8(ascii: "_"),
    UInt8(ascii: "/"):
    true
  default: false
  }
}

extension String {
  /// What stands before and after the first of some separators.
  fileprivate func parted(at separators: [String]) -> (before: String, after: String) {
    let found = separators.compactMap { separator in
      offset(of: separator).map { $0..<$0 + separator.utf8.count }
    }.min { $0.lowerBound < $1.lowerBound }
    guard let found else { return (self, "") }
    return withBytes { bytes in
      (
        String(decoding: bytes[..<found.lowerBound], as: UTF8.self),
        String(decoding: bytes[found.upperBound...], as: UTF8.self)
      )
    }
  }
}
