import Records

extension ApprovalRole {
  /// What its approval is called in a sentence.
  package var title: String {
    switch self {
    case .technical: "technical review"
    case .security: "security review"
    case .architecture: "architecture review"
    case .engineeringLead: "engineering lead's approval"
    case .operations: "operations approval"
    case .advisoryBoard: "CAB approval"
    case .emergencyBoard: "emergency CAB approval"
    case .governance: "governance approval"
    case .named(let name): "\(name) approval"
    }
  }
}
