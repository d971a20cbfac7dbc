import Chronology
import Deployments
import Findings
import Obligations
import PolicyReading
import Records

extension PackContent {
  /// The controls of NIST 800-53 on changes. A deployment that nobody recorded is a change that nobody
  /// controlled or authorised.
  var assessment: AssessmentResults {
    let tested = population.filter { $0.hasHappened && !unread.contains($0.id) }
    let broken = Dictionary(
      grouping: findings.ofPeriod.filter { $0.nature == .breach && $0.record != nil },
      by: { $0.record ?? "" })
    let outside = (reconciliation?.outside ?? []).map(\.name)
    func control(
      _ id: String, _ title: String, _ topics: Set<RuleTopic>?, outside: [String] = []
    ) -> AssessmentResults.TestedControl {
      let exceptions = tested.map(\.id).filter { id in
        (broken[id] ?? []).contains { $0.waiver == nil && topics?.contains($0.topic) ?? true }
      }
      return AssessmentResults.TestedControl(
        id: id, title: title, passed: tested.count - exceptions.count, population: tested.count,
        unread: population.count { unread.contains($0.id) } + unplaced.count,
        exceptions: exceptions,
        outside: outside)
    }
    return AssessmentResults(
      title: "Changes of \(input.period.label)", program: input.program, asOf: input.asOf,
      interval: input.period.interval,
      controls: [
        control("cm-3", "Changes are controlled", nil, outside: outside),
        control("cm-4", "Impact is analysed", [.requiredInformation, .evidence]),
        control("cm-5", "Who may change is restricted", [.authorisation], outside: outside),
      ], papers: papers)
  }
}
