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
  private let addresses: [Address]

  /// A handle or an e-mail address in the text.
  private struct Address {
    let range: Range<Int>
    let isEmail: Bool
    let isInBrackets: Bool
  }

  init(_ source: UnsafeBufferPointer<UInt8>, isListed: @escaping (String) -> Bool) {
    text = ReadableText(source)
    self.isListed = isListed
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
    if ApprovalWords.fault(in: words) != nil { return words == ["tbd"] || words == ["n", "a"] }
    return !bareName(range).name.isEmpty || NonName.matches(folded: words.joined(separator: " "))
  }

  // MARK: One person

  private func mention(_ range: Range<Int>) -> PersonMention {
    let own = addresses.filter { range.contains($0.range.lowerBound) }
    let outside = own.filter { !$0.isInBrackets }
    let identity: Identity?
    var shown = range
    var remark: [String]
    if let first = outside.first ?? own.first {
      let before = text.trimmed(range.lowerBound..<nameEnd(before: first))
      let name = bareName(before).name
      identity = Identity(
        handle: first.isEmail ? outside.first { !$0.isEmail }.map(handle) : handle(first),
        email: first.isEmail ? text.text(first.range) : email(after: first, among: own),
        name: first.isEmail || outside.isEmpty ? name : nil)
      shown = first.range
      if !name.isEmpty, first.isEmail || outside.isEmpty {
        let end = first.range.upperBound
        let isClosed = end < range.upperBound && [0x3E, 0x29].contains(text.bytes[end])
        shown = range.lowerBound..<end + (isClosed ? 1 : 0)
        remark = words(isClosed ? end + 1..<range.upperBound : end..<range.upperBound)
        remark += bareName(before).remark
      } else {
        remark = words(range.lowerBound..<first.range.lowerBound)
        // Names of a second handle are no remark.
        var start = first.range.upperBound
        for other in own where other.range.lowerBound >= start {
          remark += words(start..<other.range.lowerBound)
          start = other.range.upperBound
        }
        remark += words(start..<range.upperBound)
      }
    } else {
      let bare = bareName(range)
      identity =
        bare.name.isEmpty || NonName.matches(text.text(range))
        ? nil
        : bare.name.utf8.contains(0x20)
          ? Identity(name: bare.name) : Identity(handle: bare.name, name: bare.name)
      remark = bare.remark
    }
    let isFiller = identity.map {
      NonName.matches($0.handle ?? $0.name ?? "-") && $0.email == nil
    }
    return PersonMention(
      identity: isFiller == false ? identity : nil, text: text.text(shown),
      range: text.source(shown),
      fault: fault(of: range, isNamed: isFiller == false, remark: remark))
  }

  private func fault(
    of range: Range<Int>, isNamed: Bool, remark: [String]
  ) -> Unapproved.Reason? {
    if text.isStruck(range) { return .struckOut }
    let written = text.text(range)
    if !isNamed, NonName.matches(written) {
      return WordForm.fold(written) == "pending" ? .pending : .nobody
    }
    if let said = ApprovalWords.fault(in: remark) { return said }
    if !isNamed { return .nobody }
    if written.unicodeScalars.contains(where: { "?❌✗✘✖".unicodeScalars.contains($0) }) {
      return written.contains("?") ? .pending : .refused
    }
    return nil
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

  private func words(_ range: Range<Int>) -> [String] {
    range.isEmpty ? [] : WordForm.words(text.text(range))
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
    let (outside, inside) = WordForm.partingBrackets(text.text(range))
    var remark = inside.flatMap(WordForm.words)
    var kept: [String] = []
    let cut = outside.parted(at: [" - ", " – ", " — ", ": "])
    let tokens = cut.before.parts(at: " ")
    for (index, token) in tokens.enumerated() {
      let words = WordForm.words(token)
      // `Will Smith`, but not `will approve`.
      let isWill =
        words == ["will"] && index + 1 < tokens.count
        && (tokens[index + 1].unicodeScalars.first?.properties.isUppercase ?? false)
      let isName =
        !words.isEmpty && !words.allSatisfy(ApprovalWords.around.contains)
        && (isWill || ApprovalWords.fault(in: words) == nil)
        && !(words.joined().utf8.first.map { (0x30...0x39).contains($0) } ?? true)
      if isName { kept.append(token) }
    }
    remark += WordForm.words(cut.before) + WordForm.words(cut.after)
    // `will` is a name as well.
    remark.removeAll { $0 == "will" && kept.contains { WordForm.fold($0) == "will" } }
    let name = WordForm.trim(kept.joined(separator: " ")) { Self.ofEnds.contains($0) }
    let isSentence =
      kept.count > 4
      || kept.map(WordForm.fold).contains { $0 != "will" && SystemName.standsInSentences($0) }
    return (isSentence ? "" : name, remark)
  }

  /// Signs that may stand at either end of a name and are no part of it.
  private static let ofEnds: Set<Unicode.Scalar> = [",", ".", ":", ";", "-", "_", "\"", "'"]

  // MARK: Handles and addresses

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
        while start < index, bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "-")
        {
          start += 1
        }
        var end = index + 1
        while end < bytes.count, isHandleByte(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
          end += 1
        }
        // A full stop at the end is the sentence's.
        while end > index + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == 0x2F {
          end -= 1
        }
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
    let found = separators.compactMap { self.firstRange(of: $0) }
      .min { $0.lowerBound < $1.lowerBound }
    guard let found else { return (self, "") }
    return (String(self[..<found.lowerBound]), String(self[found.upperBound...]))
  }
}
