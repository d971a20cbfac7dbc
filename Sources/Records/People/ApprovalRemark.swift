import PolicyReading
import SourceText

/// What the words around a name say of the approval that it stands for.
///
/// An approval is clear where every word beside the name is known to say nothing against it (a date,
/// a role, `meeting minutes`, the name itself), or where it is affirmed and no word leaves it open.
/// Whatever else stands there may mean anything, so that it is not taken for a yes.
struct ApprovalRemark {
  /// Texts in the order in which they are written, without the name and without brackets.
  private let pieces: [String]
  /// Forms of the name that the remark may repeat: `@ann (Ann Smith)`.
  private let names: [String]

  init(_ pieces: [String], of names: [String]) {
    self.pieces = pieces.map(Self.withoutLinks).filter { !$0.isEmpty }
    self.names = names
  }

  /// Nil for a clear approval.
  var fault: Unapproved.Reason? {
    if pieces.isEmpty { return nil }
    let last = latestWord ?? pieces
    let words = last.flatMap(WordForm.words)
    return Self.sign(in: pieces) ?? ApprovalWords.fault(in: words)
      ?? (last.allSatisfy { isClear($0, isAffirmed: Self.affirms(words)) } ? nil : .unclear)
  }

  /// The last clause where it says how things stand now: `was on hold, now approved`.
  private var latestWord: [String]? {
    guard let clause = pieces.last?.parts(at: ",").last?.parts(at: ";").last,
      let first = WordForm.words(clause).first, first == "now" || first == "finally",
      Self.affirms(WordForm.words(clause))
    else { return nil }
    return [clause]
  }

  private static func affirms(_ words: [String]) -> Bool {
    words.contains(where: RemarkWords.affirming.contains)
      && !words.indices.contains { index in
        RemarkWords.doubtful.contains(words[index]) && !isDenied(index, of: words)
      }
  }

  private static func isDenied(_ index: Int, of words: [String]) -> Bool {
    words[max(0, index - 2)..<index].contains(where: ApprovalWords.isDenying)
  }

  private func isClear(_ piece: String, isAffirmed: Bool) -> Bool {
    let tokens = piece.parts(at: " ")
    let words = tokens.map(WordForm.words)
    let all = words.flatMap { $0 }
    if Self.isDueLater(tokens) || Self.isSaidElsewhere(all) { return false }
    if !isAffirmed, Self.followsSomething(all) { return false }
    let times = TimesOfRemark(tokens, besides: pieces)
    var unknown: [Int] = []
    var ofName: [Int] = []
    var position = 0
    for index in tokens.indices {
      let start = position
      position += words[index].count
      let isKnown = words[index].indices.allSatisfy { offset in
        let word = words[index][offset]
        if isOfName(word) { return true }
        if word.unicodeScalars.contains(where: { $0.properties.numericType != nil })
          || RemarkWords.times.contains(word)
        {
          return isAffirmed || times.isRead(index)
        }
        if RemarkWords.affirming.contains(word) || RemarkWords.neutral.contains(word) {
          return true
        }
        let before = start + offset > 0 ? all[start + offset - 1] : ""
        if word == "notes", before == "meeting" || before == "release" { return true }
        if ApprovalWords.isDenying(word) {
          // `no objections` says something of objections, and `no` alone of the approval.
          return all[(start + offset + 1)...].prefix(2).contains {
            RemarkWords.deniable.contains($0) || RemarkWords.doubtful.contains($0)
          }
        }
        return Self.isDenied(start + offset, of: all)
          && (RemarkWords.deniable.contains(word) || RemarkWords.doubtful.contains(word))
      }
      if words[index].contains(where: isOfName) { ofName.append(index) }
      if isKnown { continue }
      // What leaves the approval open does so whatever else is said.
      if words[index].contains(where: RemarkWords.doubtful.contains) { return false }
      if !isAffirmed, words[index].contains(where: times.leavesOpen) { return false }
      unknown.append(index)
    }
    return unknown.isEmpty || isAffirmed || isName((unknown + ofName).map { tokens[$0] })
  }

  /// `by Friday`, `after 12 June`: it is to come, or to hold, on a day.
  private static func isDueLater(_ tokens: [String]) -> Bool {
    if isOther(tokens.map(WordForm.fold)) { return true }
    return tokens.indices.contains { index in
      let word = WordForm.fold(tokens[index])
      guard ["by", "after", "before", "from"].contains(word) else { return false }
      // `minutes from 3 March` say when they were written.
      if word == "from", index > 0 { return false }
      var next = Array(tokens[(index + 1)...].prefix(3))
      if let first = next.first, ["the", "next", "this"].contains(WordForm.fold(first)) {
        next.removeFirst()
      }
      let first = next.first.flatMap { WordForm.words($0).first } ?? ""
      return RemarkWords.days.contains(first) || next.joined(separator: " ").holdsDay
    }
  }

  /// `after the release`, and not `after a call`: of what has not happened nobody knows when it does.
  private static func followsSomething(_ words: [String]) -> Bool {
    guard let index = words.lastIndex(of: "after") else { return false }
    let next = words[(index + 1)...].first {
      !["the", "a", "an", "our", "his", "her"].contains($0)
    }
    return
      !(next.map { word in
        ["review", "call", "meeting", "discussi", "read", "test", "demo", "check", "rehears"]
          .contains(where: word.hasPrefix)
      } ?? false)
  }

  /// `2 of 5` is a count, and `for December` another month's.
  private static func isOther(_ words: [String]) -> Bool {
    words.indices.dropLast().contains { index in
      if words[index] == "for" {
        return RemarkWords.months.contains(words[index + 1])
          || ["q1", "q2", "q3", "q4"].contains(words[index + 1])
      }
      return words[index] == "of" && index > 0 && Int(words[index - 1]) != nil
        && Int(words[index + 1]) != nil
    }
  }

  /// `see comments`: what they say may be anything. `see comment in PR #12` is no better.
  private static func isSaidElsewhere(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains {
      ["see", "with", "read"].contains($0) && RemarkWords.elsewhere.contains($1)
    }
  }

  private func isOfName(_ word: String) -> Bool {
    names.contains { $0.hasPrefix(word) && word.utf8.count > 1 }
  }

  /// First and last name, each with a capital letter, and no other word.
  private func isName(_ tokens: [String]) -> Bool {
    (2...3).contains(tokens.count)
      && tokens.allSatisfy { token in
        guard let first = token.unicodeScalars.first(where: \.properties.isAlphabetic) else {
          return false
        }
        return first.properties.isUppercase || !first.isASCII
      }
  }

  /// A link says where something stands, and its words nothing.
  private static func withoutLinks(_ text: String) -> String {
    text.parts(at: " ").filter { $0.firstRange(of: "://") == nil && !$0.hasPrefix("www.") }
      .joined(separator: " ")
  }

  /// What a sign beside the name says: a cross refuses, a question mark or an hour-glass asks for
  /// patience, and of one that nobody knows nobody knows.
  private static func sign(in pieces: [String]) -> Unapproved.Reason? {
    var unclear: Unapproved.Reason?
    for scalar in pieces.joined(separator: " ").unicodeScalars {
      if refusingSigns.contains(scalar) { return .refused }
      if scalar == "?" || scalar == "⏳" || scalar == "⌛" { return .pending }
      if scalar.properties.generalCategory == .otherSymbol, !affirmingSigns.contains(scalar) {
        unclear = .unclear
      }
    }
    if pieces.contains(where: isVoid) { return .unclear }
    // `@ann / @bob`: one of them.
    if pieces.contains(where: isChoice) { return .unclear }
    return unclear
  }

  /// `-1`, `0`, `[ ]`: whoever writes that has not approved.
  private static func isVoid(_ piece: String) -> Bool {
    let text = WordForm.trim(piece) { "()-:=–—,.".unicodeScalars.contains($0) }
    return text == "0" || text.hasPrefix("0/") || text.hasPrefix("0 of ")
      || text == "1" && piece.contains("-") || piece.contains("[ ]")
  }

  /// `Ann / Bob`, and not `Ann Smith / SRE`.
  private static func isChoice(_ piece: String) -> Bool {
    let tokens = piece.parts(at: " ")
    return tokens.indices.contains { index in
      guard ["/", "|", "+"].contains(tokens[index]) else { return false }
      let rest = WordForm.words(tokens[(index + 1)...].joined(separator: " "))
      return rest.isEmpty || !rest.allSatisfy(RemarkWords.neutral.contains)
    }
  }

  static let refusingSigns = Set("❌✗✘✖👎🚫⛔🛑".unicodeScalars)
  private static let affirmingSigns = Set("✅✓✔☑👍🎉🆗🟢".unicodeScalars)
}
