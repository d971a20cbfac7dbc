import Chronology
import PolicyReading
import Records
import SourceText

/// What figures ask of a change, as it was known at the instant of the report: an instant after
/// it has not happened yet, and an outcome whose end lies after it is not known yet.
struct MeasurableChange: Sendable {
  /// Its index in the register.
  let position: Int
  let id: String
  let title: String?
  /// It has findings that make its facts doubtful.
  let isUnreadable: Bool
  let typeClass: TypeClass
  /// The name of its type in lower case; empty where it has none.
  let typeKey: String
  let standing: Standing
  /// The start on record, else the deployment or rollback that it must precede.
  let start: Instant?
  /// Rollback where it was rolled back, else deployment, else closing.
  let end: Instant?
  let lastApproval: Instant?
  let deployed: Instant?
  let causedIncident: Bool
  /// Where it stands while it has neither the start nor the end that a figure asks for: its end,
  /// else its start, else its planned start, else its request.
  let anchor: Instant?

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
    /// No outcome, although it was closed, its planned end has passed, or, without a plan, its
    /// end is on record.
    case unknown
  }

  /// The instant that decides its period.
  func instant(_ placement: Placement) -> Instant? {
    switch placement {
    case .end: end ?? anchor
    case .start: start ?? anchor
    }
  }
}

extension MeasurableChange {
  init(
    _ change: Change, at position: Int, type: ChangeType?, isUnreadable: Bool,
    causedIncident: Bool, asOf: Instant
  ) {
    func known(_ instant: Located<Instant>?) -> Instant? {
      instant.flatMap { $0.value <= asOf ? $0.value : nil }
    }
    let outcomeEnd = known(change.ended)
    // Before its rollback it had ended with its deployment.
    let end = outcomeEnd ?? known(change.deployed)
    let start = known(change.started) ?? known(change.deployed) ?? known(change.rollback?.at)
    self.position = position
    id = change.id
    title = change.title?.value
    self.isUnreadable = isUnreadable
    typeClass = TypeClass(type)
    typeKey = change.type?.value.lowercased() ?? ""
    self.start = start
    self.end = end
    lastApproval = change.lastApproval?.value
    deployed = known(change.deployed)
    self.causedIncident = causedIncident
    anchor =
      end ?? start ?? change.scheduled?.value.start ?? change.requested?.value ?? change.anchor
    let outcome = change.ended == nil || outcomeEnd != nil ? change.outcome?.value : nil
    standing = Standing(
      outcome: outcome, hasStart: start != nil, hasEnd: end != nil,
      isClosed: known(change.closed) != nil,
      isOverdue: change.scheduled.map { $0.value.end <= asOf })
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
  /// `isOverdue` says whether the planned end has passed; nil without a plan.
  init(outcome: Outcome?, hasStart: Bool, hasEnd: Bool, isClosed: Bool, isOverdue: Bool?) {
    switch outcome {
    case .successful?, .successfulWithIssues?, .failed?, .rolledBack?:
      // These outcomes say that it started, whether or not a start is on record: a failure must
      // not escape the rate because its start was not written down.
      self = .concluded(outcome ?? .failed)
    case .aborted?: self = hasStart ? .concluded(.aborted) : .calledOff(.abortedBeforeStart)
    case .cancelled?: self = hasStart ? .concluded(.aborted) : .calledOff(.cancelledBeforeStart)
    case .rejected?: self = hasStart ? .concluded(.aborted) : .calledOff(.rejectedBeforeStart)
    case nil:
      if isClosed || isOverdue ?? hasEnd {
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
      end == nil ? .excluded(.noEnd) : .counted(inNumerator: isCertain || isIn(outcome))
    case .calledOff(let reason): .excluded(reason)
    case .notStarted: .excluded(.notStarted)
    case .inFlight: .excluded(.inFlight)
    case .unknown: .unknown(isCertain: isCertain)
    }
  }
}
