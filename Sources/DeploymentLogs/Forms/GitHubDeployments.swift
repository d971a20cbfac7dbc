/// A deployment of GitHub's API, with its latest status where that stands beside it; the event
/// `deployment_status` has both.
enum GitHubDeployments: LogForm {
  static func read(_ entry: JSONNode) -> LogEntry? {
    let deployment = entry["deployment"].flatMap { $0.isObject ? $0 : nil } ?? entry
    guard let revision = deployment.scalar("sha"), let created = deployment.scalar("created_at"),
      deployment["task"] != nil || deployment["statuses_url"] != nil
        || deployment["creator"] != nil
    else { return nil }
    var facts = DeploymentFacts(id: deployment.scalar("id"), revision: revision, started: created)
    facts.environment =
      deployment.scalar("environment") ?? deployment.scalar("original_environment")
    facts.by = deployment.scalar("creator", "login")
    facts.record = deployment["payload"].flatMap {
      $0.firstScalar(["record", "change", "change_id"])
    }
    facts.system = deployment["payload"].flatMap { $0.firstScalar(["system", "service"]) }
    facts.artifact = deployment["payload"].flatMap { $0.firstScalar(["artifact", "image"]) }
    facts.isRollback = deployment.scalar("task").map { $0.contains("rollback") } ?? false
    let told =
      [entry["deployment_status"], deployment["latest_status"]].compactMap(\.self)
      + ((deployment["statuses"] ?? entry["statuses"])?.elements ?? [])
    // `inactive` says that another deployment took its place, and not how this one went or when. Where
    // nothing else is told it was made all the same.
    let statuses = told.filter { $0.scalar("state") != "inactive" }
    let latest = statuses.max {
      ($0.scalar("created_at") ?? "") < ($1.scalar("created_at") ?? "")
    }
    facts.status =
      latest?.scalar("state") ?? (told.isEmpty ? deployment.scalar("state") : "unknown")
    // It was over with its first end; what is told of it later is none.
    let ends = statuses.filter { $0.scalar("state") == "success" }
      .compactMap { $0.scalar("created_at") }
    facts.finished = ends.min() ?? latest?.scalar("created_at")
    return .deployments([(facts, deployment)])
  }
}

/// A deployment of GitLab's API.
enum GitLabDeployments: LogForm {
  static func read(_ entry: JSONNode) -> LogEntry? {
    guard let revision = entry.scalar("sha"), let created = entry.scalar("created_at"),
      entry["iid"] != nil || entry["deployable"] != nil
    else { return nil }
    var facts = DeploymentFacts(id: entry.scalar("id"), revision: revision)
    facts.environment = entry.scalar("environment", "name") ?? entry.scalar("environment")
    facts.started = entry.scalar("deployable", "started_at") ?? created
    facts.finished =
      entry.scalar("finished_at") ?? entry.scalar("deployable", "finished_at")
      ?? entry.scalar("updated_at")
    facts.status = entry.scalar("status") ?? entry.scalar("deployable", "status")
    facts.by = entry.scalar("user", "username") ?? entry.scalar("deployable", "user", "username")
    facts.system = entry.scalar("deployable", "project", "name") ?? entry.scalar("project", "path")
    return .deployments([(facts, entry)])
  }
}
