import Chronology
import Deployments
import Findings
import Obligations
import PolicyReading
import Records
import Rules

extension PackContent {
  /// The controls of NIST 800-53 on changes. A deployment that nobody recorded is a change that nobody
  /// controlled or authorised.
  var assessment: AssessmentResults {
    let tested = population.filter { $0.hasHappened && !unread.contains($0.id) }
    let broken = Dictionary(
      grouping: findings.ofPeriod.filter { $0.nature == .breach && $0.record != nil },
      by: { $0.record ?? "" })
    let outside = (reconciliation?.outside ?? []).map(\.name)
    // Without a log nobody knows what else was deployed.
    let logDoubts = reconciliation?.doubts ?? ["there is no log of deployments"]
    func control(
      _ id: String, _ title: String, _ topics: Set<RuleTopic>?, _ letters: Set<String>,
      outside: [String] = [], doubts: [String] = []
    ) -> AssessmentResults.TestedControl {
      let exceptions = tested.map(\.id).filter { id in
        (broken[id] ?? []).contains { finding in
          guard finding.waiver == nil else { return false }
          // What was deployed without its record's approval was not authorised.
          let isOfLogs = RuleCatalogue.rule(finding.code)?.documentation.asksLogs ?? false
          return topics.map { $0.contains(finding.topic) || isOfLogs && letters.contains("G") }
            ?? true
        }
      }
      return AssessmentResults.TestedControl(
        id: id, title: title, population: tested.count,
        unread: population.count { unread.contains($0.id) } + unplaced.count,
        undecided: undecided.filter { !exceptions.contains($0.id) }
          .filter { !$0.letters.isDisjoint(with: letters) }.map(\.id),
        exceptions: exceptions, outside: outside, doubts: doubts)
    }
    return AssessmentResults(
      title: "Changes of \(input.period.label)", program: input.program, asOf: input.asOf,
      interval: input.period.interval,
      controls: [
        control(
          "cm-3", "Changes are controlled", nil, ["A", "B", "C", "D", "E", "F", "G", "H"],
          outside: outside, doubts: logDoubts),
        control("cm-4", "Impact is analysed", [.requiredInformation, .evidence], ["A", "E"]),
        control(
          "cm-5", "Who may change is restricted", [.authorisation], ["C", "D", "G"],
          outside: outside, doubts: logDoubts),
      ], papers: papers)
  }
}
