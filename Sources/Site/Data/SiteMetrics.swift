import Calendar
import Chronology
import DeploymentGate
import Figures
import Findings
import Interchange
import PolicyReading
import Records
import Reports
import Rules
import SourceText

/// What a dashboard of operations wants to know of a site, as OpenMetrics: what the gate answers now, what is
/// overdue, what is found, and the figures of the last month that has ended.
///
/// - Parameter program: The version of the program.
package func renderMetrics(_ edition: Edition, program: String, jobs: Jobs) -> [UInt8] {
  let register = edition.register
  let gate = RegisterGate(register)
  let answers = PlannedAnswers(gate, asOf: edition.asOf, jobs: jobs)
  let reports = ReportIndex(
    register, findings: edition.judgement.all, measured: edition.figures, asOf: edition.asOf,
    answers: answers, deployments: edition.judgement.deployments)
  var writer = OpenMetricsWriter()
  let policy = register.policies.inForce(at: edition.asOf)
  writer.begin("changebook", .info, help: "The program, the policy in force and the content.")
  writer.info([
    ("policy_version", policy.metadata.version?.value ?? ""), ("revision", edition.revision ?? ""),
    ("version", program),
  ])
  writer.begin(
    "changebook_as_of", .gauge, unit: "seconds", help: "What is taken for now, since 1970.")
  writer.sample([], Int(edition.asOf.secondsSinceEpoch))
  writer.write(gate, policy, asOf: edition.asOf)
  writer.write(planned: answers, of: register)
  writer.begin("changebook_overdue", .gauge, help: "Overdue actions.")
  for kind in OverdueDuty.Kind.allCases {
    writer.sample([("duty", kind.rawValue)], reports.overdueNow.count { $0.kind == kind })
  }
  writer.write(found: edition.judgement.shown)
  writer.begin("changebook_changes", .gauge, help: "Changes by where they stand in the workflow.")
  var stages: [WorkflowStage: Int] = [:]
  for change in register.changes {
    stages[register.stage(of: change, asOf: edition.asOf), default: 0] += 1
  }
  for stage in WorkflowStage.allCases {
    writer.sample([("stage", stage.rawValue)], stages[stage] ?? 0)
  }
  writer.write(figuresOf: edition.figures)
  return writer.finish()
}

extension OpenMetricsWriter {
  /// Of each type of the policy in force, for a change of any risk and on any system.
  fileprivate mutating func write(_ gate: RegisterGate, _ policy: Policy, asOf: Instant) {
    begin(
      "changebook_gate", .stateset,
      help: "Whether a change of a type may run now; unknown where it depends on more.")
    let now = Interval(start: asOf, end: asOf)
    for type in policy.types {
      let report = gate.ask(GateSubject(type: type.name), over: now)
      states(
        [("type", type.name)], ["open", "closed", "unknown"], current: report.state.rawValue)
    }
  }

  fileprivate mutating func write(planned answers: PlannedAnswers, of register: Register) {
    begin(
      "changebook_planned_changes", .gauge,
      help: "Changes that are planned, by what the gate answers at their time.")
    let standings = register.changes.compactMap { answers[$0]?.standing }
    for standing in [GateReport.Standing.open, .notApproved, .blocked, .unknown] {
      sample([("gate", standing.rawValue)], standings.count { $0 == standing })
    }
  }

  fileprivate mutating func write(found findings: [Finding]) {
    let counts = Findings.FindingCounts(findings)
    begin(
      "changebook_findings", .gauge, help: "Findings by severity; those that a waiver covers apart."
    )
    for (name, count) in [
      ("error", counts.errors), ("breach", counts.breaches), ("warning", counts.warnings),
      ("note", counts.notes), ("waived", counts.waived),
    ] { sample([("severity", name)], count) }
  }

  /// Of the last month that has ended. A rate has its k and n as well, a duration its median.
  fileprivate mutating func write(figuresOf all: [PeriodFigures]) {
    guard let month = all.last(where: { $0.period.kind == .month && !$0.isProvisional }) else {
      return
    }
    func labels(_ figure: Figure) -> Labels {
      [("figure", figure.key), ("month", month.period.label)]
    }
    begin("changebook_figure", .gauge, unit: "ratio", help: "A rate of the last closed month.")
    for case .rate(let rate) in month.figures where rate.denominator > 0 {
      sample(labels(.rate(rate)), Double(rate.numerator) / Double(rate.denominator))
    }
    begin("changebook_figure_numerator", .gauge, help: "k of a rate of the last closed month.")
    for case .rate(let rate) in month.figures { sample(labels(.rate(rate)), rate.numerator) }
    begin("changebook_figure_denominator", .gauge, help: "n of a rate of the last closed month.")
    for case .rate(let rate) in month.figures { sample(labels(.rate(rate)), rate.denominator) }
    begin(
      "changebook_figure", .gauge, unit: "seconds", help: "A duration of the last closed month.")
    for case .duration(let figure) in month.figures {
      sample(labels(.duration(figure)) + [("statistic", "mean")], figure.summary?.mean)
      sample(labels(.duration(figure)) + [("statistic", "median")], figure.summary?.median)
    }
    begin("changebook_figure_count", .gauge, help: "A number of the last closed month.")
    for case .count(let figure) in month.figures {
      if let known = figure.known { sample(labels(.count(figure)), known) }
    }
  }
}
