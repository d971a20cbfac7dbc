import Chronology
import DeploymentLogs
import Findings
import Records
import SourceText

/// A reconciliation for a person.
///
/// ```
/// Deployments to production with an approved record: 41 of 43
///   2026-03-09 02:40 UTC  deployment 4711 of rpc-gateway to production has no record
///                         content/deployments/2026.jsonl:12
/// Records without their deployment: none
/// ```
package func renderReconciliationText(
  _ result: DeploymentReconciliation, title: String, in zone: Zone
) -> [UInt8] {
  var lines = [
    "\(title)",
    "Deployments to production with an approved record: \(result.recorded) of \(result.counted.count)",
  ]
  func time(_ instant: Instant) -> String { DisplayTime.instant(instant, in: zone) }
  func add(_ instant: Instant, _ words: String, _ place: Place) {
    lines.append("  \(time(instant))  \(words)")
    lines.append("      \(place.file.path):\(place.start.line)")
  }
  func section(
    _ heading: String, _ deployments: [ReconciledDeployment],
    _ words: (ReconciledDeployment) -> String
  ) {
    if deployments.isEmpty { return }
    lines.append("\(heading): \(deployments.count)")
    for one in deployments { add(one.deployment.at, words(one), one.deployment.place) }
  }
  func accepted(_ waiver: AcceptedWaiver?) -> String {
    waiver.map { ", accepted by \($0.by): \($0.reason)" } ?? ""
  }
  let counted = result.counted
  section("Without an approved record", counted.filter(\.standing.isFault)) { one in
    "\(one.name) \(one.standing.words)" + (one.change.map { " (\($0.id))" } ?? "")
      + accepted(one.waiver)
  }
  section("Not known whether it was approved before", counted.filter(\.standing.isDoubt)) { one in
    "\(one.name) \(one.standing.words)" + (one.change.map { " (\($0.id))" } ?? "")
  }
  section("Recorded only afterwards", counted.filter { $0.lateness != nil }) { one in
    "\(one.name) began \(DurationText.describe(seconds: one.lateness ?? 0)) before its record "
      + (one.change?.id ?? "") + accepted(one.waiver)
  }
  section("Retries", counted.filter(\.isRetry)) { "\($0.name), \($0.change?.id ?? "no record")" }
  section("Rollbacks", counted.filter(\.isRollback)) {
    "\($0.name), \($0.change?.id ?? "no record")"
  }
  section("Left out", result.deployments.filter(\.standing.isExcluded)) { one in
    "\(one.name), \(one.standing.words)"
  }
  let differing = result.changes.filter(\.isDifference)
  lines.append(
    "Records without their deployment: \(differing.isEmpty ? "none" : "\(differing.count)")")
  for one in differing {
    let words =
      switch one.kind {
      case .otherTime(let deployment, let at):
        "\(one.change.id), whose deployment \(deployment) was \(time(at))"
      default: "\(one.change.id) has no deployment in the logs"
      }
    add(one.deployed, words + accepted(one.waiver), one.place)
  }
  let left = result.changes.filter { if case .excluded = $0.kind { true } else { false } }
  if !left.isEmpty {
    lines.append("Records left out: \(left.map(\.change.id).joined(separator: ", "))")
  }
  let open = result.changes.filter { $0.kind == .notCovered }
  if !open.isEmpty {
    lines.append(
      "Not claimed, since no log tells of their systems then: "
        + open.prefix(mostNamed).map(\.change.id).joined(separator: ", ")
        + (open.count > mostNamed ? " and \(open.count - mostNamed) more" : ""))
  }
  for source in result.sources {
    lines.append(
      "Source \(source.name): \(source.entries) \(source.entries == 1 ? "entry" : "entries") from \(time(source.from)) to \(time(source.until))"
    )
  }
  lines.append(
    "Beside these: \(result.elsewhere.count) to other environments"
      + (result.environments.isEmpty
        ? ""
        : " (" + result.environments.map { "\($0.name) \($0.count)" }.joined(separator: ", ") + ")")
      + ", \(result.notHappened.count) that were cancelled, \(result.unfinished.count) that are not said to be over, \(result.ahead.count) of after now; "
      + "in the whole logs \(result.repeated) told again, \(result.passedOver) about no deployment")
  if !result.problems.isEmpty {
    lines.append("Of the whole logs not read: \(result.problems.count)")
    for problem in result.problems {
      lines.append("  \(problem.place.file.path):\(problem.place.start.line)  \(problem.reason)")
    }
  }
  switch result.isComplete {
  case true?: lines.append("Everything is accounted for")
  case false?: lines.append("Not everything is accounted for")
  case nil:
    lines.append(
      "It cannot be told whether that is everything: \(result.doubts.joined(separator: "; "))")
  }
  return Array((lines.map(VisibleText.line).joined(separator: "\n") + "\n").utf8)
}

/// Records about which nothing is claimed; all of them are in the document.
private let mostNamed = 8

extension ReadingProblem {
  /// Of an entry of a log, or of its file.
  var reason: String {
    switch kind {
    case .unreadableDeployment(let reason): reason
    case .notUTF8: "it is not UTF-8"
    case .controlCharacter: "it holds a control character"
    case .bidirectionalOverride: "it holds a character that changes the direction of the text"
    case .overLimit(let what, let found, let allowed): "\(what): \(found), more than \(allowed)"
    case .refusedFile(let what): "a \(what)"
    default: "it cannot be read"
    }
  }
}
