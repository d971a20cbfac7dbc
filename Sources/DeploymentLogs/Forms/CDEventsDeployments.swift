/// Events of CDEvents, also inside an envelope of CloudEvents: of services that were deployed, upgraded
/// and rolled back. Other events are about no deployment.
enum CDEventsDeployments: LogForm {
  static func read(_ entry: JSONNode) -> LogEntry? {
    let event = entry["data"].flatMap { $0["context"] == nil ? nil : $0 } ?? entry
    guard let context = event["context"],
      let type = context.scalar("type") ?? entry.scalar("type"), type.hasPrefix("dev.cdevents.")
    else {
      return entry.scalar("specversion") == nil || entry.scalar("type") == nil ? nil : .passedOver
    }
    let kinds = ["deployed", "upgraded", "rolledback"].map { "dev.cdevents.service.\($0)." }
    guard kinds.contains(where: type.hasPrefix) else { return .passedOver }
    let content = event["subject"]?["content"]
    var facts = DeploymentFacts(id: context.scalar("id"))
    facts.environment =
      content?.scalar("environment", "id") ?? content?.scalar("environment", "name")
    facts.artifact = content?.scalar("artifactId")
    facts.system = event.scalar("subject", "id")
    facts.finished = context.scalar("timestamp")
    facts.status = "succeeded"
    facts.isRollback = type.contains(".rolledback.")
    let custom = event["customData"]
    facts.record = custom?.firstScalar(["record", "change", "change_id"])
    facts.revision = custom?.firstScalar(["revision", "commit", "sha"])
    facts.by = custom?.scalar("by")
    return .deployments([(facts, event)])
  }
}
