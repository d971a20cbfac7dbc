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
  /// Those that cannot be read, of which nothing is known; they are not among the others.
  package let unread: [String]
  /// Deployments to production without a record: no change stands for them.
  package let outside: [ReconciledDeployment]

  /// k of n: changes without an exception.
  package var passed: Int { population.count - exceptions.count }
}

extension ReportIndex {
  /// The controls of the policy in force, in its order.
  package var controlTests: [ControlTest] {
    let policy = register.policies.inForce(at: asOf)
    if policy.controls.isEmpty { return [] }
    let unread = unreadableChanges(register)
    let done = register.changes.filter { change in
      change.hasHappened && change.anchor.map { $0 <= asOf } ?? false
    }
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
        changes: done.filter { $0.anchor.map(period.interval.contains) ?? false },
        outside: outside.filter { period.interval.contains($0.deployment.at) }
      )
    }
    return policy.controls.map { control in
      let topic = ControlTopic(control)
      return ControlTest(
        control: control, topic: topic,
        periods: periods.compactMap { period, changes, outside in
          var (population, exceptions, waived, lost): ([String], [String], [String], [String]) =
            ([], [], [], [])
          for change in changes {
            if unread.contains(change.id) {
              lost.append(change.id)
              continue
            }
            population.append(change.id)
            let found = (breaches[change.id] ?? []).filter { topic.covers($0) }
            if found.contains(where: { $0.waiver == nil }) {
              exceptions.append(change.id)
            } else if !found.isEmpty {
              waived.append(change.id)
            }
          }
          let others = topic.coversDeployments ? outside : []
          guard !changes.isEmpty || !others.isEmpty else { return nil }
          return ControlPeriod(
            period: period, population: population, exceptions: exceptions, waived: waived,
            unread: lost, outside: others)
        })
    }
  }
}

extension ControlTopic {
  /// A deployment that nobody recorded is one that nobody authorised.
  fileprivate var coversDeployments: Bool {
    switch self {
    case .authorisation, .everything: true
    case .testing, .timing: false
    }
  }

  /// The rules whose breaches are its exceptions, by code.
  package var rules: [RuleDocumentation] {
    RuleCatalogue.rules.map { $0.documentation }.filter {
      $0.severity == .breach && covers($0.topic)
    }
  }
}
