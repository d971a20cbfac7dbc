import Calendar
import Chronology
import Findings
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
  /// The policy that judges the change.
  package let policy: PolicyIndex
  /// The windows and freezes of that policy.
  package let calendar: DeploymentCalendar
  /// The row of its type, where the type is known.
  package let type: ChangeType?
  package let asOf: Instant
  /// The instant at which the work is about to begin, whatever the record says of its beginning;
  /// nil to judge the record as it stands.
  package let startingAt: Instant?
  /// What the calendar asks of it.
  let profile: ChangeProfile
  /// How its planned time stands to the calendar; nil where it has none to stand by.
  let plan: Compliance?
  /// How the time of the work does; nil where nothing was done.
  let work: Compliance?

  init(
    _ change: Change, policy: PolicyIndex, calendar: DeploymentCalendar, asOf: Instant,
    startingAt: Instant? = nil
  ) {
    self.policy = policy
    self.calendar = calendar
    self.asOf = asOf
    self.startingAt = startingAt
    type = change.type.flatMap { policy.type(named: $0.value) }
    profile = ChangeProfile(change, type: type)
    plan = calendar.judgePlan(of: change, as: profile)
    work = calendar.judgeWork(of: change, as: profile)
  }
}

/// What a rule may know besides the register itself.
package struct RegisterContext: Sendable {
  /// In the order of the policies in their book, as the calendars.
  let policies: [PolicyIndex]
  package let calendars: CalendarBook
  package let asOf: Instant
}

extension ChangeContext {
  /// Whether the policy requires a field of the change; where its type is not known, whether it
  /// requires it of every type.
  func requires(_ field: RequiredField) -> Bool {
    if let type { return field.isRequired(for: type.name) }
    return field.requiredFor == .all
  }
}

extension Rule {
  /// A finding of this rule, at its own severity unless it says otherwise.
  package static func finding(
    _ message: String, help: String? = nil, at place: Place, policy: PolicyReference? = nil,
    severity: Severity? = nil, record: String? = nil
  ) -> Finding {
    Finding(
      documentation.code, severity ?? documentation.severity, message, help: help, at: place,
      policy: policy, record: record)
  }
}
