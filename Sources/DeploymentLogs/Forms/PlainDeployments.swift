import SourceText

/// changebook's own form, in JSON Lines and as the columns of a table.
enum PlainDeployments: LogForm {
  /// Each fact with the names that it goes by, its own first.
  static let names:
    [(
      names: [String], fact: any WritableKeyPath<DeploymentFacts, String?> & Sendable
    )] = [
      (["id", "deployment", "deployment_id"], \.id),
      (["environment", "env", "target"], \.environment),
      (["revision", "commit", "sha", "commit_sha"], \.revision),
      (["artifact", "image", "version"], \.artifact),
      (["system", "service", "application", "app"], \.system),
      (["record", "change", "change_id", "ticket"], \.record),
      (["started", "started_at", "start"], \.started),
      (
        ["finished", "finished_at", "deployed", "deployed_at", "end", "time", "timestamp"],
        \.finished
      ),
      (["status", "state", "result"], \.status),
      (["by", "deployed_by", "user", "actor"], \.by),
    ]
  static let rollback = "rollback"

  /// Every name that is read.
  static let known = names.flatMap(\.names) + [rollback]

  static func read(_ entry: JSONNode) -> LogEntry? {
    guard case .object(let members) = entry.value,
      members.contains(where: { known.contains($0.name) })
    else { return nil }
    var facts = DeploymentFacts()
    for (names, fact) in names { facts[keyPath: fact] = entry.firstScalar(names) }
    facts.fault = members.lazy.compactMap { fault(of: $0.value, named: $0.name) }.first
    facts.markMisspelt(members.map(\.name))
    if let node = entry[rollback] { facts.readRollback(node) }
    return .deployments([(facts, entry)])
  }

  /// What is read has to be a text or a number.
  private static func fault(of node: JSONNode, named name: String) -> String? {
    guard name != rollback, known.contains(name) else { return nil }
    switch node.value {
    case .null, .number, .text: return nil
    case .truth, .list, .object: return "its \(name) is no text"
    }
  }
}

extension DeploymentFacts {
  /// A name that is nearly one that is read, of a fact that the entry does not give, was meant as it:
  /// without its system an entry would speak for all of them.
  mutating func markMisspelt(_ given: [String]) {
    let known = Set(PlainDeployments.known)
    let missing = PlainDeployments.names.filter { self[keyPath: $0.fact] == nil }
      .compactMap(\.names.first).filter { !given.contains($0) }
    for name in given where !known.contains(name) && fault == nil {
      if let meant = misspelling(name, of: missing), meant.utf8.count > 5 {
        fault = "`\(name)` is none of the names that are read; is it `\(meant)`?"
      }
    }
  }

  fileprivate mutating func readRollback(_ node: JSONNode) {
    if case .truth(let flag) = node.value {
      isRollback = flag
    } else {
      readRollback(node.scalar ?? "no text")
    }
  }

  /// In a table there are words alone.
  mutating func readRollback(_ text: String) {
    switch text.lowercased() {
    case "true": isRollback = true
    case "false", "": isRollback = false
    default: fault = fault ?? "its rollback, \(text), is neither true nor false"
    }
  }
}
