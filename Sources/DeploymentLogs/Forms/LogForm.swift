/// What an entry of a log comes to.
enum LogEntry {
  case deployments([(facts: DeploymentFacts, node: JSONNode)])
  /// An entry of a known form that is about no deployment, such as another event.
  case passedOver
}

/// How one system writes deployments.
protocol LogForm: Sendable {
  /// Nil where the entry is not of this form.
  static func read(_ entry: JSONNode) -> LogEntry?
}

extension JSONNode {
  /// The first of some names that has a scalar.
  func firstScalar(_ names: [String]) -> String? {
    for name in names { if let text = self[name]?.scalar { return text } }
    return nil
  }
}
