import Markdown
import PolicyReading
import SourceText

/// The names under which the sections of a record are known.
struct SectionNames: Sendable {
  /// The names of each role, the template's own first.
  private static let builtIn: [(role: SectionRole, names: [String])] = [
    (.summary, ["Summary", "Description"]),
    (.type, ["Type", "Change Type"]),
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
      names += synonyms.prefix(1)
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
    /// A section that the policy asks for and the template does not know.
    case own
    case unknown
  }

  func meaning(of heading: String) -> Meaning {
    if let meaning = exact[heading] { return meaning }
    let folded = WordForm.fold(heading)
    if let role = roles[folded] { return .role(role) }
    return ownNames.contains(folded) ? .own : .unknown
  }

  /// The name that every record's section of a role goes by.
  static func name(of role: SectionRole) -> String {
    builtIn.first { $0.role == role }?.names.first ?? role.rawValue
  }
}
