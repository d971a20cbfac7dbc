import Markdown
import PolicyReading
import SourceText

/// The names under which the sections of a record are known.
struct SectionNames: Sendable {
  /// The names of each role, the template's own first.
  private static let builtIn: [(role: SectionRole, names: [String])] = [
    (.title, ["Title", "Change Title", "Title of Change", "Change Name", "Name of Change"]),
    (.summary, ["Summary", "Description"]),
    (.type, ["Type", "Change Type", "Type of Change"]),
    (.riskLevel, ["Risk Level", "Risk", "Risk Assessment"]),
    (.justification, ["Justification", "Business Justification", "Reason"]),
    (.technicalDetails, ["Technical Details", "Technical Description"]),
    (.impact, ["Impact Assessment", "Impact"]),
    (.implementationPlan, ["Implementation Plan", "Implementation"]),
    (.rollbackPlan, ["Rollback Plan", "Backout Plan", "Rollback"]),
    (.testingEvidence, ["Testing Evidence", "Test Evidence", "Testing"]),
    (.approvals, ["Approvals", "Approval"]),
    (.schedule, ["Schedule"]),
  ]

  private let roles: [String: SectionRole]
  /// What the built-in names mean as they are written, which is how most records write them.
  private let exact: [String: Meaning]
  /// Sections that the policy asks for and the template does not know.
  private let ownNames: Set<String>
  /// Every name that a misspelt heading may have meant.
  let names: [String]

  init(policy: Policy) {
    var roles: [String: SectionRole] = [:]
    var names: [String] = []
    for (role, synonyms) in Self.builtIn {
      for name in synonyms { roles[WordForm.fold(name)] = role }
      // Many a word is near to `Title`, and hardly anybody writes a section of that name.
      if role != .title { names += synonyms.prefix(1) }
    }
    var own: Set<String> = []
    for field in policy.requiredFields {
      guard case .section(let name) = field.kind else { continue }
      own.insert(WordForm.fold(name))
      names.append(name)
    }
    self.roles = roles
    exact = Dictionary(
      Self.builtIn.flatMap { role, names in names.map { ($0, Meaning.role(role)) } },
      uniquingKeysWith: { first, _ in first })
    self.ownNames = own
    self.names = names
  }

  /// What a heading says, by the policy and its template.
  enum Meaning: Sendable, Hashable {
    case role(SectionRole)
    /// A section that the policy asks for and the template does not know; its name, folded.
    case own(String)
    case unknown
  }

  /// Emphasis, marks, a number before the name and a remark in brackets behind it do not matter:
  /// `3.1 **Justification** (required):` is the justification.
  func meaning(of heading: String) -> Meaning {
    if let meaning = exact[heading] { return meaning }
    let folded = WordForm.fold(heading)
    if let meaning = meaning(folded: folded[...]) { return meaning }
    if let meaning = meaningBehindNumber(folded[...]) { return meaning }
    guard let bracket = heading.utf8.lastIndex(of: UInt8(ascii: "(")) else { return .unknown }
    let outside = WordForm.fold(String(heading[..<bracket]))
    return meaning(folded: outside[...]) ?? meaningBehindNumber(outside[...]) ?? .unknown
  }

  private func meaning(folded: Substring) -> Meaning? {
    let name = String(folded)
    if let role = roles[name] { return .role(role) }
    return ownNames.contains(name) ? .own(name) : nil
  }

  /// The meaning of what follows `3`, `3 1`, `iv`, `b` or `section 3`.
  private func meaningBehindNumber(_ folded: Substring) -> Meaning? {
    var rest = folded
    for _ in 0..<4 {
      guard let space = rest.utf8.firstIndex(of: UInt8(ascii: " ")),
        Self.isNumber(rest[..<space])
      else { return nil }
      rest = rest[rest.utf8.index(after: space)...]
      if let meaning = meaning(folded: rest) { return meaning }
    }
    return nil
  }

  /// Digits, one letter, a Roman number, or a word for what it counts.
  private static func isNumber(_ word: Substring) -> Bool {
    if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) || word.utf8.count == 1 { return true }
    if word.utf8.allSatisfy({ "ivx".utf8.contains($0) }) { return true }
    return ["section", "part", "step", "item", "no"].contains(word)
  }

  /// The name that every record's section of a role goes by.
  static func name(of role: SectionRole) -> String {
    builtIn.first { $0.role == role }?.names.first ?? role.rawValue
  }
}
