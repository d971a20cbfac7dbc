/// Events of CDEvents, also inside an envelope of CloudEvents: of services that were deployed, upgraded
/// and rolled back. Other events are about no deployment.
enum CDEventsDeployments: LogForm {
  static func read(_ entry: JSONNode) -> LogEntry? {
    let event = entry["data"].flatMap { $0["context"] == nil ? nil : $0 } ?? entry
    guard let context = event["context"],
      let type = context.scalar("type") ?? entry.scalar("type"), type.hasPrefix("dev.cdevents.")
    else {
      guard entry.scalar("specversion") != nil, let type = entry.scalar("type") else { return nil }
      guard isOfService(type) else { return .passedOver }
      // The envelope says that something was deployed; what and when stands where nobody looks.
      var facts = DeploymentFacts()
      facts.fault =
        "it is \(type), and what it tells is not in `data` as an event with its `context`"
      return .deployments([(facts, entry)])
    }
    guard isOfService(type) else { return .passedOver }
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

  /// `dev.cdevents.service.deployed`, with or without the version of its form behind it.
  private static func isOfService(_ type: String) -> Bool {
    ["deployed", "upgraded", "rolledback"].contains { kind in
      let name = "dev.cdevents.service.\(kind)"
      return type == name || type.hasPrefix(name + ".")
    }
  }
}
