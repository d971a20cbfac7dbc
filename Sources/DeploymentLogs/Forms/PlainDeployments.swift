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
    facts.isRollback = entry[rollback].map(isTrue) ?? false
    return .deployments([(facts, entry)])
  }

  private static func isTrue(_ node: JSONNode) -> Bool {
    if case .truth(let flag) = node.value { return flag }
    return node.scalar.map(isTrue) ?? false
  }

  static func isTrue(_ text: String) -> Bool { ["true", "yes", "1"].contains(text.lowercased()) }
}
