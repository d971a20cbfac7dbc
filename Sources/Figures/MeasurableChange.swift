import Calendar
import Chronology
import PolicyReading
import Records
import SourceText

/// What figures ask of a change, as it was known at the instant of the report: an instant after
/// it has not happened yet, and an outcome whose end lies after it is not known yet.
///
/// A class, since each change is handed to many figures of many periods.
final class MeasurableChange: Sendable {
  /// Its index in the register.
  let position: Int
  /// The instant of the report.
  let asOf: Instant
  let id: String
  let title: String?
  /// It has findings that make its facts doubtful.
  let isUnreadable: Bool
  /// It lacks information that the policy requires.
  let isIncomplete: Bool
  let breaches: BreachCount
  let typeClass: TypeClass
  /// The name of its type in lower case; empty where it has none.
  let typeKey: String
  /// The name of its risk in lower case; empty where it has none.
  let riskKey: String
  let type: String?
  let risk: String?
  let categories: [String]
  let systems: [String]
  let standing: Standing
  let requested: Instant?
  /// The start on record, else the deployment or rollback that it must precede.
  let start: Instant?
  /// The start on record alone.
  let recordedStart: Instant?
  /// Rollback where it was rolled back, else deployment, else closing; of a change that is over
  /// without any of them its planned end.
  let end: Instant?
  /// Its end is the planned one.
  let isEndPlanned: Bool
  /// The last required one that was given by the start of the work.
  let lastApproval: Instant?
  /// Its type needs an approval that somebody gives for each change. Of a type that the policy does
  /// not know it is not known, and false.
  let needsApproval: Bool
  /// A required approval was given, and only after the start.
  let isApprovedLate: Bool
  let deployed: Instant?
  let causedIncident: Bool
  /// The change that it follows up, fixes forward or does again.
  let follows: String?
  /// When its post-implementation review was; nil without one, and where the record does not say.
  let reviewed: Instant?
  /// Seconds from its end within which it is to be reviewed; nil where its policy sets none.
  let reviewDeadline: Int64?
  let calendar: CalendarFacts
  /// Where it stands while it lacks the instant that a figure asks for: its end, else its start,
  /// else its planned start, else its request.
  let anchor: Instant

  /// What the policy that judges the change says of its type.
  enum TypeClass: Sendable, Hashable {
    case standard, emergency, governed, other, unknown
  }

  /// How far it came.
  enum Standing: Sendable, Hashable {
    /// It started, and its outcome is known. Cancelled or rejected after the start is aborted.
    case concluded(Outcome)
    /// Cancelled, rejected or aborted before it started.
    case calledOff(ExclusionReason)
    case notStarted
    case inFlight
    /// No outcome, although it was closed or its planned end has passed; without a plan, although its
    /// end is on record or its start is longer ago than the settings allow.
    case unknown
  }

  /// What is known of a change beside its record.
  struct Circumstances {
    /// Its index in the register.
    let position: Int
    /// The policy that judges it.
    let policy: Policy
    /// Of that policy.
    let calendar: DeploymentCalendar
    let facts: FindingFacts
    let causedIncident: Bool
    /// Seconds after its start within which a change is to have an outcome.
    let outcomeDue: Int64
    let asOf: Instant
  }

  /// Nil where the change has no instant at all.
  init?(_ change: Change, _ circumstances: Circumstances) {
    let asOf = circumstances.asOf
    func known(_ instant: Located<Instant>?) -> Instant? {
      instant.flatMap { $0.value <= asOf ? $0.value : nil }
    }
    let outcomeEnd = known(change.ended)
    let start = known(change.started) ?? known(change.deployed) ?? known(change.rollback?.at)
    let outcome = change.ended == nil || outcomeEnd != nil ? change.outcome?.value : nil
    // Before its rollback it had ended with its deployment.
    let recordedEnd = outcomeEnd ?? known(change.deployed)
    let plannedEnd = change.scheduled.flatMap { $0.value.end <= asOf ? $0.value.end : nil }
    let isOver = outcome.map { !$0.callsOff || start != nil } ?? false
    let end = recordedEnd ?? (isOver ? plannedEnd : nil)
    isEndPlanned = recordedEnd == nil && end != nil
    guard
      let anchor = end ?? start ?? change.scheduled?.value.start ?? change.requested?.value
        ?? change.anchor
    else { return nil }
    self.anchor = anchor
    position = circumstances.position
    self.asOf = asOf
    id = change.id
    title = change.title?.value
    isUnreadable = circumstances.facts.unreadable.contains(change.id)
    isIncomplete = circumstances.facts.incomplete.contains(change.id)
    breaches = circumstances.facts.breaches[change.id] ?? BreachCount()
    let row = change.type.flatMap { name in
      circumstances.policy.types.first { $0.name == name.value }
    }
    typeClass = TypeClass(row)
    typeKey = change.type?.value.lowercased() ?? ""
    riskKey = change.risk?.value.lowercased() ?? ""
    type = change.type?.value
    risk = change.risk?.value
    categories = change.categories.map(\.value)
    systems = change.systems.map(\.value)
    requested = known(change.requested)
    self.start = start
    recordedStart = known(change.started)
    self.end = end
    let deployed = known(change.deployed)
    let given = RequiredApprovals(change, type: row, asOf: asOf)
    let approved = given.last(by: start)
    lastApproval = approved
    needsApproval = given.isAsked
    isApprovedLate = given.areLate(for: start)
    self.deployed = deployed
    causedIncident = circumstances.causedIncident
    follows = change.follows.flatMap { $0.value == change.id ? nil : $0.value }
    reviewed = known(change.review?.at)
    reviewDeadline = circumstances.policy.reviewDeadline?.value
    standing = Standing(
      outcome: outcome, hasStart: start != nil, hasEnd: recordedEnd != nil,
      isClosed: known(change.closed) != nil,
      isOverdue: change.scheduled.map { $0.value.end <= asOf },
      isOld: start.map { $0 + circumstances.outcomeDue <= asOf } ?? false)
    calendar = CalendarFacts(
      of: change, as: ChangeProfile(change, type: row),
      actual: start.flatMap { Interval($0, upTo: recordedEnd ?? $0) },
      waiting: typeClass == .standard ? nil : approved.flatMap { Interval($0, upTo: deployed) },
      in: circumstances.calendar, asOf: asOf)
  }

  /// The instant that decides its period.
  func instant(_ placement: Placement) -> Instant {
    switch placement {
    case .end: end ?? anchor
    case .start: start ?? anchor
    case .request: requested ?? anchor
    case .deployment: deployed ?? anchor
    }
  }
}

extension MeasurableChange.TypeClass {
  init(_ type: ChangeType?) {
    guard let type else {
      self = .unknown
      return
    }
    if type.isStandard {
      self = .standard
    } else if type.isEmergency {
      self = .emergency
    } else if type.isGoverned {
      self = .governed
    } else {
      self = .other
    }
  }
}

extension MeasurableChange.Standing {
  /// `isOverdue` says whether the planned end has passed; nil without a plan, where what counts is
  /// whether it has ended, or `isOld`: started longer ago than the settings allow.
  init(
    outcome: Outcome?, hasStart: Bool, hasEnd: Bool, isClosed: Bool, isOverdue: Bool?, isOld: Bool
  ) {
    switch outcome {
    case .successful?, .successfulWithIssues?, .failed?, .rolledBack?:
      // These outcomes say that it started, whether or not a start is on record: a failure must
      // not escape the rate because its start was not written down.
      self = .concluded(outcome ?? .failed)
    case .aborted?: self = hasStart ? .concluded(.aborted) : .calledOff(.abortedBeforeStart)
    case .cancelled?: self = hasStart ? .concluded(.aborted) : .calledOff(.cancelledBeforeStart)
    case .rejected?: self = hasStart ? .concluded(.aborted) : .calledOff(.rejectedBeforeStart)
    case nil:
      if isClosed || isOverdue ?? (hasEnd || isOld) {
        self = .unknown
      } else {
        self = hasStart || hasEnd ? .inFlight : .notStarted
      }
    }
  }
}

extension MeasurableChange {
  /// How it bears on a rate over the changes with a known outcome; `isIn` says which outcomes are
  /// in the numerator, `isCertain` that it is there whatever the outcome.
  func judgement(isCertain: Bool = false, isIn: (Outcome) -> Bool) -> RateJudgement {
    switch standing {
    case .concluded(let outcome):
      // A failure whose time nobody wrote down may belong to the period, and must not escape it.
      end == nil
        ? .unknown(isCertain || isIn(outcome) ? .numerator : .denominator, .noEnd)
        : .counted(inNumerator: isCertain || isIn(outcome))
    case .calledOff(let reason): .excluded(reason)
    case .notStarted: .excluded(.notStarted)
    case .inFlight: .excluded(.inFlight)
    case .unknown: .unknown(isCertain ? .numerator : .either, .unknownOutcome)
    }
  }

  /// Why a change without an end on record is left out.
  var reasonForNoEnd: ExclusionReason {
    switch standing {
    case .concluded: .noEnd
    case .calledOff(let reason): reason
    case .notStarted: .notStarted
    case .inFlight: .inFlight
    case .unknown: .unknownOutcome
    }
  }

  /// Why a change without a start on record is left out.
  var reasonForNoStart: ExclusionReason {
    switch standing {
    case .concluded: .noStart
    case .calledOff(let reason): reason
    case .notStarted: .notStarted
    case .inFlight: .inFlight
    case .unknown: .unknownOutcome
    }
  }

  /// From its start to its end; nil where it lacks one of them, or ended before it started.
  var actualInterval: Interval? { start.flatMap { Interval($0, upTo: end) } }
}

extension Interval {
  /// Nil without an end, and with one before the start.
  fileprivate init?(_ start: Instant, upTo end: Instant?) {
    guard let end, start <= end else { return nil }
    self.init(start: start, end: end)
  }
}
