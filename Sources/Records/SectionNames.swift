import Markdown
import PolicyReading
import SourceText

/// The names under which the sections of a record are known.
struct SectionNames: Sendable {
  private let meanings: [String: Meaning]
  /// What the usual names mean as they are written, which is how most records write them.
  private let exact: [String: Meaning]
  /// Every name that a misspelt heading may have meant.
  let names: [String]
  /// The settings' words for headings and labels.
  private let words: RecordWords

  /// The names that every record may use, and beside them always those that the policy itself gives
  /// its fields.
  init(policy: Policy, words: RecordWords = RecordWords()) {
    self.words = words
    var meanings = Self.known
    var names = Self.usual
    for field in policy.requiredFields {
      let meaning: Meaning
      if let role = field.kind.role {
        meaning = .role(role)
      } else {
        meaning = .own(WordForm.fold(field.name))
        names.append(field.name)
      }
      // `Rollback Plan (if it can fail)` is asked for, and `Rollback Plan` is written.
      for name in [field.name, WordForm.partingBrackets(field.name).outside] {
        let folded = WordForm.fold(name)
        if !folded.isEmpty { meanings[folded] = meaning }
      }
    }
    self.meanings = meanings
    exact = Self.exact.filter { meanings[WordForm.fold($0.key)] == $0.value }
    self.names = names
  }

  private static let known: [String: Meaning] = {
    var known: [String: Meaning] = [:]
    for field in FieldNames.all {
      guard let role = field.kind.role else { continue }
      for name in field.others { known[WordForm.fold(name)] = .part(role) }
      for name in field.usual { known[WordForm.fold(name)] = .role(role) }
    }
    return known
  }()

  private static let exact: [String: Meaning] = {
    var exact: [String: Meaning] = [:]
    for field in FieldNames.all {
      guard let role = field.kind.role else { continue }
      for name in field.usual { exact[name] = .role(role) }
    }
    return exact
  }()

  /// The usual name of each role. Many a word is near to `Title`, and hardly anybody writes a section
  /// of that name.
  private static let usual = FieldNames.all.filter { $0.kind != .title }.flatMap {
    $0.usual.prefix(1)
  }

  /// What a heading says, by the policy and its template.
  enum Meaning: Sendable, Hashable {
    case role(SectionRole)
    /// The same, unless it lies inside a section of another name: it is a part of that one then.
    case part(SectionRole)
    /// A section that the policy asks for and the template does not know; its name, folded.
    case own(String)
    case unknown
  }

  /// Emphasis, marks, a number before the name and a remark in brackets behind it do not matter:
  /// `3.1 **Justification** (required):` is the justification.
  func meaning(of heading: String) -> Meaning { meaning(ofRead: words.label(heading)) }

  /// What otherwise a key of the front matter says.
  func fact(of label: String) -> FactName? {
    let label = words.label(label)
    let name = Self.plainName(of: label)
    // `Start (actual)` is no planned one.
    if WordForm.partingBrackets(label).inside.contains(where: { WordForm.fold($0) == "actual" }) {
      return FactName(label: "actual \(name)")
    }
    return FactName(label: name)
  }

  private func meaning(ofRead heading: String) -> Meaning {
    if let meaning = exact[heading] { return meaning }
    let folded = WordForm.fold(heading)
    if let meaning = meaning(folded: folded[...]) { return meaning }
    if let meaning = meaningBehindNumber(folded[...]) { return meaning }
    guard let bracket = heading.utf8.lastIndex(of: UInt8(ascii: "(")) else { return .unknown }
    let outside = WordForm.fold(String(heading[..<bracket]))
    return meaning(folded: outside[...]) ?? meaningBehindNumber(outside[...]) ?? .unknown
  }

  private func meaning(folded: Substring) -> Meaning? {
    meanings[String(folded)]
  }

  /// The meaning of what follows `3`, `3 1`, `iv`, `b` or `section 3`.
  private func meaningBehindNumber(_ folded: Substring) -> Meaning? {
    var rest = folded
    for _ in 0..<4 {
      guard let next = Self.behindNumber(rest) else { return nil }
      rest = next
      if let meaning = meaning(folded: rest) { return meaning }
    }
    return nil
  }

  /// Whether a name, folded, is one that every record may use.
  static func isKnown(_ folded: String) -> Bool { known[folded] != nil }

  /// Whether a heading is written as most records write it, and so means nothing besides.
  static func isUsual(_ heading: String) -> Bool { exact[heading] != nil }

  /// A name, folded, without a number before it and a remark in brackets behind it.
  static func plainName(of heading: String) -> String {
    let holdsBracket = heading.utf8.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
    let folded = WordForm.fold(
      holdsBracket ? WordForm.partingBrackets(heading).outside : heading)
    var rest = folded[...]
    while let next = behindNumber(rest) { rest = next }
    return String(rest)
  }

  private static func behindNumber(_ folded: Substring) -> Substring? {
    guard let space = folded.utf8.firstIndex(of: UInt8(ascii: " ")), isNumber(folded[..<space])
    else { return nil }
    return folded[folded.utf8.index(after: space)...]
  }

  /// Digits, one letter, a Roman number, or a word for what it counts.
  private static func isNumber(_ word: Substring) -> Bool {
    if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) || word.utf8.count == 1 { return true }
    if word.utf8.allSatisfy({ "ivx".utf8.contains($0) }) { return true }
    return ["section", "part", "step", "item", "no"].contains(word)
  }

  /// The name that every record's section of a role goes by.
  static func name(of role: SectionRole) -> String {
    FieldNames.all.first { $0.kind.role == role }?.usual.first ?? role.rawValue
  }
}
