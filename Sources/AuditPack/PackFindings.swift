import Chronology
import DeploymentLogs
import Findings
import Records
import SourceText

/// What was found, as far as it belongs to a period: of a change with the change, of an incident with the
/// incident, of a deployment with the deployment. What has no time, such as of the policy or of an
/// entry that cannot be read, belongs to every period.
struct PackFindings: Sendable {
  /// In the order of listings.
  let all: [Finding]
  /// Those of them that belong to no other period.
  let ofPeriod: [Finding]

  init(_ input: PackInput, ids: Set<String>) {
    let interval = input.period.interval
    let register = input.register
    let deployed = Dictionary(
      register.deploymentLogs.flatMap(\.deployments).map { (LogPlace($0.place), $0.at) },
      uniquingKeysWith: { first, _ in first })
    let incidents = Dictionary(
      register.incidents.map { ($0.id, $0.resolved?.value ?? $0.started?.value) },
      uniquingKeysWith: { first, _ in first })
    var (all, ofPeriod): ([Finding], [Finding]) = ([], [])
    for finding in input.findings {
      var isOfPeriod = false
      var hasTime = false
      if let at = deployed[LogPlace(finding.place)] {
        hasTime = true
        isOfPeriod = interval.contains(at)
      }
      if let id = finding.record {
        if register.change(id) != nil {
          hasTime = true
          isOfPeriod = isOfPeriod || ids.contains(id)
        } else if let at = incidents[id] ?? nil {
          hasTime = true
          isOfPeriod = isOfPeriod || interval.contains(at)
        }
      }
      if isOfPeriod || !hasTime { all.append(finding) }
      if isOfPeriod { ofPeriod.append(finding) }
    }
    self.all = all
    self.ofPeriod = ofPeriod
  }

  /// Where an entry of a log begins.
  private struct LogPlace: Hashable {
    let path: String
    let offset: Int

    init(_ place: Place) {
      path = place.file.path
      offset = Int(place.range.lower)
    }
  }
}
