import Chronology
import DeploymentLogs
import Deployments
import Figures
import Findings
import Obligations
import PolicyReading
import Records
import Rules
import SourceText

/// One control of the policy, tested by the rules that its words name.
package struct ControlTest: Sendable {
  package let control: Control
  package let topic: ControlTopic
  /// Quarters, then years, the latest of each first; only those with a change.
  package let periods: [ControlPeriod]
}

/// A control over the changes of one period.
package struct ControlPeriod: Sendable {
  package let period: Period
  /// The changes whose work falls into the period, by id.
  package let population: [String]
  /// Those of them with a breach that nobody accepted.
  package let exceptions: [String]
  /// Those of the others with a breach that a waiver covers.
  package let waived: [String]
  /// Those of the others of which the record does not tell whether the control held, such as where an
  /// approval has no time.
  package let undecided: [String]
  /// Those that cannot be read, of which nothing is known; they are not among the others. What has no time is
  /// of every period; of a file that is not opened it is the id of its name, else its path.
  package let unread: [String]
  /// Deployments to production without a record: no change stands for them.
  package let outside: [ReconciledDeployment]

  /// k of n: changes that were tested and have no exception.
  package var passed: Int { population.count - exceptions.count - undecided.count }
}

extension ReportIndex {
  /// The controls of the policy in force, in its order.
  package var controlTests: [ControlTest] {
    let policy = register.policies.inForce(at: asOf)
    if policy.controls.isEmpty { return [] }
    let unread = unreadableChanges(register)
    // Of what cannot be read nobody knows whether it was carried out.
    let done = register.changes.compactMap { change -> (change: Change, at: Instant)? in
      guard change.hasHappened || unread.contains(change.id) else { return nil }
      return change.anchor(asOf: asOf).map { (change, $0) }
    }
    let unplaced =
      register.changes.filter { $0.anchor == nil && unread.contains($0.id) }.map(\.id)
      + register.unopened.map(\.name)
    let undecided = undecidedChanges
    let breaches = Dictionary(
      grouping: findings.filter {
        $0.nature == .breach && $0.record.flatMap(register.change) != nil
      },
      by: { $0.record ?? "" })
    let outside = deployments?.outside ?? []
    let periods = [Period.Kind.quarter, .year].flatMap { kind in
      course(of: kind).periods.map(\.period).reversed()
    }.map { period in
      (
        period: period,
        changes: done.filter { period.interval.contains($0.at) }.map(\.change),
        outside: outside.filter { period.interval.contains($0.deployment.at) }
      )
    }
    return policy.controls.map { control in
      let topic = ControlTopic(control)
      return ControlTest(
        control: control, topic: topic,
        periods: periods.compactMap { period, changes, outside in
          var (population, exceptions, waived, lost): ([String], [String], [String], [String]) =
            ([], [], [], unplaced)
          var open: [String] = []
          for change in changes {
            if unread.contains(change.id) {
              lost.append(change.id)
              continue
            }
            population.append(change.id)
            let found = (breaches[change.id] ?? []).filter { topic.isExcepted(by: $0) }
            if found.contains(where: { $0.waiver == nil }) {
              exceptions.append(change.id)
            } else if !found.isEmpty {
              waived.append(change.id)
            } else if topic.asksAuthorisation, undecided.contains(change.id) {
              open.append(change.id)
            }
          }
          let others = topic.asksAuthorisation ? outside : []
          guard !changes.isEmpty || !others.isEmpty else { return nil }
          return ControlPeriod(
            period: period, population: population, exceptions: exceptions, waived: waived,
            undecided: open, unread: lost, outside: others)
        })
    }
  }
}

extension ReportIndex {
  /// The ids of changes that were begun, and of which the record does not tell whether they were authorised.
  private var undecidedChanges: Set<String> {
    let policies = register.policies.policies.map(PolicyIndex.init)
    return Set(
      register.changes.filter { change in
        change.hasHappened
          && !ObligationContext(
            change, policy: policies[register.policyIndex(for: change)], people: register.people,
            asOf: asOf
          ).authorisationDoubts(of: change).isEmpty
      }.map(\.id))
  }
}

extension ControlTopic {
  /// Whether it asks that changes are authorised: what nobody can tell of that leaves it open, a deployment that
  /// nobody recorded is one that nobody authorised, and so is one whose record was not approved by then.
  fileprivate var asksAuthorisation: Bool {
    switch self {
    case .authorisation, .everything: true
    case .testing, .timing: false
    }
  }

  /// Whether the breaches of a rule are its exceptions.
  private func covers(_ rule: RuleDocumentation) -> Bool {
    covers(rule.topic) || asksAuthorisation && rule.asksLogs
  }

  /// The same of one breach.
  fileprivate func isExcepted(by finding: Finding) -> Bool {
    covers(finding) || RuleCatalogue.rule(finding.code).map { covers($0.documentation) } ?? false
  }

  /// The rules whose breaches are its exceptions, by code.
  package var rules: [RuleDocumentation] {
    RuleCatalogue.rules.map { $0.documentation }.filter { $0.severity == .breach && covers($0) }
  }
}
