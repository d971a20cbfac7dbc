/// Applications of Argo CD with the history of their syncs: one, or a list as `kubectl get -o json`
/// writes it.
enum ArgoCDHistory: LogForm {
  static func read(_ entry: JSONNode) -> LogEntry? {
    if let items = entry["items"]?.elements, entry["kind"] != nil {
      var deployments: [(facts: DeploymentFacts, node: JSONNode)] = []
      for item in items {
        guard case .deployments(let more)? = application(item) else { continue }
        deployments += more
      }
      return deployments.isEmpty ? .passedOver : .deployments(deployments)
    }
    return application(entry)
  }

  private static func application(_ entry: JSONNode) -> LogEntry? {
    guard entry.scalar("kind") == "Application", let metadata = entry["metadata"] else {
      return nil
    }
    guard let history = entry["status"]?["history"]?.elements, !history.isEmpty else {
      return .passedOver
    }
    let name = metadata.scalar("name")
    let labels = metadata["labels"]
    let environment =
      labels?.firstScalar(["environment", "env"])
      ?? entry["spec"]?["destination"]?.firstScalar(["namespace", "name", "server"])
    // Numbers of syncs begin anew with every application, and another cluster or namespace may have one of
    // the same name.
    let origin =
      metadata.scalar("uid")
      ?? [
        metadata.scalar("namespace"), metadata.scalar("creationTimestamp"),
        entry["spec"]?["destination"]?.firstScalar(["server", "name"]),
      ].compactMap(\.self).joined(separator: " ")
    var earlier: Set<[String]> = []
    var before: [String]?
    return .deployments(
      history.enumerated().map { index, sync in
        var facts = DeploymentFacts()
        facts.id = sync.scalar("id").map { "\(name ?? "application")-\($0)" }
        facts.origin = origin
        facts.environment = environment
        // An application of several sources has a revision of each.
        let revisions =
          sync.scalar("revision").map { [$0] }
          ?? (sync["revisions"]?.elements ?? []).compactMap(\.scalar)
        facts.revision = revisions.first
        facts.system = labels?.firstScalar(["app.kubernetes.io/part-of", "system"]) ?? name
        // An annotation is of the application as it is now, so that it names the record of the last sync.
        if index == history.count - 1 {
          facts.record = metadata["annotations"]?.firstScalar(["changebook/record"])
        }
        facts.started = sync.scalar("deployStartedAt")
        facts.finished = sync.scalar("deployedAt")
        // Argo CD keeps the syncs that succeeded.
        facts.status = "succeeded"
        facts.by = sync.scalar("initiatedBy", "username")
        // A revision that comes back is a rollback; the same once more is what heals drift.
        if !revisions.isEmpty {
          facts.isRollback = revisions != before && earlier.contains(revisions)
          earlier.insert(revisions)
          before = revisions
        }
        return (facts, sync)
      })
  }
}
