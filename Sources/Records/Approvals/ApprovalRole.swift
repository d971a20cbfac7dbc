import PolicyReading
import SourceText

/// What an approver approves as.
package enum ApprovalRole: Sendable, Hashable {
  case technical, security, architecture, engineeringLead, operations, advisoryBoard,
    emergencyBoard, governance
  /// A role that a policy or the list of people names in words of its own, folded: `cto`.
  case named(String)

  /// Those that every policy has.
  package static let known: [ApprovalRole] = [
    .technical, .security, .architecture, .engineeringLead, .operations, .advisoryBoard,
    .emergencyBoard, .governance,
  ]

  /// As records write it.
  package var rawValue: String {
    switch self {
    case .technical: "technical"
    case .security: "security"
    case .architecture: "architecture"
    case .engineeringLead: "engineering lead"
    case .operations: "operations"
    case .advisoryBoard: "cab"
    case .emergencyBoard: "emergency cab"
    case .governance: "governance"
    case .named(let name): name
    }
  }

  /// A known role as records write it; case, spaces, hyphens and underscores do not matter.
  package init?(rawValue: String) {
    if let role = Self.known.first(where: { $0.rawValue == rawValue }) {
      self = role
      return
    }
    let folded = WordForm.fold(rawValue)
    guard let role = Self.known.first(where: { $0.rawValue == folded }) else { return nil }
    self = role
  }

  /// The role that a template's label means: `Technical Review`, `CAB Approval`, `Security`, …
  package init?(label: String) {
    let words = FoldedWords(label)
    func has(_ beginning: StaticString) -> Bool { words.containsBeginning(beginning) }
    let isBoard =
      words.contains("cab") || words.contains("ecab") || (has("advisory") && has("board"))
    if isBoard {
      self = has("emergency") || words.contains("ecab") ? .emergencyBoard : .advisoryBoard
    } else if has("governance") || has("validator") {
      self = .governance
    } else if has("security") {
      self = .security
    } else if has("architect") {
      self = .architecture
    } else if has("engineering"), has("lead") {
      self = .engineeringLead
    } else if has("operation") {
      self = .operations
    } else if has("technical") || has("code") || has("peer") {
      self = .technical
    } else {
      return nil
    }
  }

  /// A board signs as itself, so the template's own name for it is a signature.
  package var isBoard: Bool { self == .advisoryBoard || self == .emergencyBoard }

  /// The roles of a list in words: `CTO or Change Manager`, `technical, security`. What is no known
  /// role is one of its own.
  package static func roles(in text: String) -> [ApprovalRole] { roles(in: text, RoleNames()) }

  /// - Parameter names: The settings' names of roles.
  static func roles(in text: String, _ names: RoleNames) -> [ApprovalRole] {
    var roles: [ApprovalRole] = []
    for part in parts(of: text) {
      let folded = WordForm.fold(part)
      if NonName.matches(folded: folded) { continue }
      let role =
        names.role(named: folded) ?? ApprovalRole(rawValue: part) ?? ApprovalRole(label: part)
        ?? .named(name(folded))
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  /// What an approver of the policy signs as.
  package init(of approver: ApprovalRule.Approver) {
    switch approver.kind {
    case .advisoryBoard: self = .advisoryBoard
    case .emergencyBoard: self = .emergencyBoard
    case .governance: self = .governance
    case .role(let name):
      self =
        ApprovalRole(rawValue: name) ?? ApprovalRole(label: name) ?? .named(Self.name(name))
    }
  }

  /// Without words that say no more than that something is approved: `CTO approval` is `cto`.
  static func name(_ folded: String) -> String {
    let words = folded.parts(at: " ")
    let telling = words.filter {
      ![
        "approval", "approves", "approve", "approved", "by", "the", "a", "an", "review", "of",
        "from", "sign", "off", "signoff",
      ].contains($0)
    }
    return (telling.isEmpty ? words : telling).joined(separator: " ")
  }

  /// Whether a label, folded, speaks of a role that has a name of its own.
  func isNamed(in label: String) -> Bool {
    guard case .named(let name) = self else { return false }
    return " \(label) ".contains(" \(name) ")
  }

  static func parts(of text: String) -> [String] {
    var parts: [[String]] = [[]]
    let separated = text.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "+"),
        UInt8(ascii: "&"), 0x0A:
        0
      default: byte
      }
    }
    for part in String(decoding: separated, as: UTF8.self).parts(at: "\0") {
      parts.append([])
      for word in part.parts(at: " ") {
        if ["and", "or"].contains(word.lowercased()) {
          parts.append([])
        } else {
          parts[parts.count - 1].append(word)
        }
      }
    }
    return parts.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
