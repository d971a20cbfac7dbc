import Calendar
import Chronology
import Deployments
import Findings
import History
import Obligations
import PolicyReading
import Records
import SourceText

/// One rule: what it is, and the findings it makes.
package protocol Rule: Sendable {
  static var documentation: RuleDocumentation { get }
}

/// A rule that looks at one change by the policy that judges it.
package protocol ChangeRule: Rule {
  static func check(_ change: Change, in context: ChangeContext) -> [Finding]
}

/// A rule that looks at the register as a whole. It names the record of each finding itself.
package protocol RegisterRule: Rule {
  static func check(_ register: Register, in context: RegisterContext) -> [Finding]
}

/// A rule that puts problems of reading into words, whatever file they were met in.
package protocol ReadingRule: Rule {
  /// Nil where the problem is another rule's.
  static func finding(for problem: ReadingProblem) -> Finding?
}

/// What a rule may know besides the change itself.
package struct ChangeContext: Sendable {
  /// What the policy that judges the change asks of it.
  let demands: ObligationContext
  /// What of that it has not given.
  package let obligations: Obligations
  /// The windows and freezes of that policy.
  package let calendar: DeploymentCalendar
  /// What the calendar asks of it.
  let profile: ChangeProfile
  /// How its planned time stands to the calendar; nil where it has none to stand by.
  let plan: Compliance?
  /// How the time of the work does; nil where nothing was done.
  let work: Compliance?
  /// Seconds after its start within which a change is to have an outcome.
  let outcomeDue: Int64
  /// What git knows of the register.
  let history: RegisterHistory

  init(
    _ change: Change, demands: ObligationContext, calendar: DeploymentCalendar, outcomeDue: Int64,
    history: RegisterHistory
  ) {
    self.outcomeDue = outcomeDue
    self.history = history
    self.demands = demands
    self.calendar = calendar
    obligations = Obligations(of: change, in: demands)
    profile = ChangeProfile(change, type: demands.type)
    plan = calendar.judgePlan(of: change, as: profile)
    work = calendar.judgeWork(of: change, as: profile)
  }

  /// The policy that judges the change.
  package var policy: PolicyIndex { demands.policy }
  /// The row of its type, where the type is known.
  package var type: ChangeType? { demands.type }
  package var asOf: Instant { demands.asOf }
}

/// What a rule may know besides the register itself.
package struct RegisterContext: Sendable {
  /// In the order of the policies in their book, as the calendars.
  let policies: [PolicyIndex]
  package let calendars: CalendarBook
  let history: RegisterHistory
  /// What the logs of deployments come to; nil where there are none.
  let deployments: DeploymentReconciliation?
  package let asOf: Instant
}

extension Rule {
  /// A finding of this rule, at its own severity unless it says otherwise.
  package static func finding(
    _ message: String, help: String? = nil, at place: Place, policy: PolicyReference? = nil,
    severity: Severity? = nil, record: String? = nil, fact: Finding.Fact? = nil
  ) -> Finding {
    Finding(
      documentation.code, severity ?? documentation.severity, message, help: help, at: place,
      policy: policy, record: record, topic: documentation.topic, fact: fact)
  }
}
