import Chronology
import PolicyReading
import Records
import SourceText

extension EventMarking {
  /// Whether the work has an end on record.
  private var hasEnded: Bool { change.outcome != nil || change.closed != nil }

  private var isEmergency: Bool { type?.isEmergency ?? false }

  /// An approval more.
  func approval() throws -> [KeyEdit] {
    guard let by = report.by else {
      throw EventRefusal.usage("--by is needed: who has \(report.event.rawValue) it")
    }
    let role = try report.role ?? usualRole()
    let people = register.people.identities(in: by)
    guard !people.isEmpty else {
      throw EventRefusal.usage("--by \(by) names nobody who can approve")
    }
    let known = change.approvals.first { approval in
      approval.role.value == role
        && approval.people.contains { one in people.contains { $0.isSame(as: one) } }
    }
    if let known {
      if report.at == nil || report.at == known.at?.value { return [] }
      let when = known.at.map { " at \(WrittenInstant.text($0.value))" } ?? ""
      throw refusal("\(by) has approved as \(role.rawValue)\(when) already")
    }
    guard !hasEnded else { throw refusal("nothing is left to approve") }
    if let started = change.started, started.value < instant, !isEmergency {
      throw refusal(
        "it started at \(WrittenInstant.text(started.value)), and an approval comes before that; "
          + "--at says when it was given")
    }
    try demand(instant, after: change.requested, "requested")
    return [
      .append(
        ["approvals"],
        .mapping([
          .init("role", .text(role.rawValue)), .init("by", .text(by)),
          .init("at", .text(WrittenInstant.text(instant))),
        ]))
    ]
  }

  /// What somebody reviews or approves as, where only one role can be meant.
  private func usualRole() throws -> ApprovalRole {
    if report.event == .reviewed { return .technical }
    switch type?.approval {
    case .advisoryBoard?: return .advisoryBoard
    case .emergencyBoard?: return .emergencyBoard
    case .governanceVote?: return .governance
    case .roles(let rule)?:
      let roles = Set(rule.approvers.map(ApprovalRole.init(of:)))
      if roles.count == 1, let role = roles.first { return role }
    case .preApproved?, .nobody?, nil: break
    }
    throw EventRefusal.usage(
      "--role is needed: it does not follow from the change's type what is approved as")
  }

  func plan() throws -> [KeyEdit] {
    guard let interval = report.interval else {
      throw EventRefusal.usage(
        "--at is needed: the planned time, such as 2026-03-09T02:00Z/2026-03-09T04:00Z")
    }
    if change.scheduled?.value == interval { return [] }
    guard !hasEnded, change.started == nil, change.deployed == nil else {
      throw refusal("it cannot be scheduled any more")
    }
    // Where both ends have keys of their own they stay so.
    if let place = change.scheduled?.place, place.file.bytes[place.range.indices].contains(0x3A),
      place.text.contains("from")
    {
      return [
        .set(["scheduled", "from"], WrittenInstant.text(interval.start)),
        .set(["scheduled", "to"], WrittenInstant.text(interval.end)),
      ]
    }
    return [.set(["scheduled"], WrittenInstant.text(interval))]
  }

  func start() throws -> [KeyEdit] {
    let edits = try edit("started", change.started) + implementer()
    guard !edits.isEmpty, change.started == nil else { return edits }
    guard !hasEnded, change.deployed == nil else { throw refusal("it does not start any more") }
    switch stage {
    case .approved, .scheduled, .enactment, .migration: break
    case _ where isEmergency: break
    default: throw refusal("it starts when it is approved")
    }
    try demand(instant, after: change.requested, "requested")
    return edits
  }

  /// Who makes the change, where `--by` says so and the record does not.
  private func implementer() throws -> [KeyEdit] {
    guard let by = report.by else { return [] }
    guard let implementer = change.implementer else { return [.set(["implementer"], by)] }
    let people = register.people.identities(in: by)
    let isSame =
      implementer.value == by
      || !people.isEmpty
        && people.allSatisfy { one in change.implementers.contains { $0.isSame(as: one) } }
    guard isSame else { throw refusal("its implementer is \(implementer.value)") }
    return []
  }

  func deployment() throws -> [KeyEdit] {
    let edits = try edit("deployed", change.deployed) + outcome(report.outcome)
    guard !edits.isEmpty, change.deployed == nil else { return edits }
    guard change.closed == nil, change.outcome == nil || change.outcome?.value == report.outcome
    else {
      throw refusal("it is not deployed any more")
    }
    guard change.started != nil || [.migration, .verification].contains(stage) else {
      throw refusal("it has not started; mark it started first")
    }
    try demand(instant, after: change.started, "started")
    return edits
  }

  func closing() throws -> [KeyEdit] {
    let edits = try outcome(report.outcome) + edit("closed", change.closed)
    guard !edits.isEmpty else { return [] }
    guard change.outcome != nil || report.outcome != nil else {
      throw EventRefusal.usage(
        "--outcome is needed, since the record has none: "
          + Outcome.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let wasCalledOff = [.cancelled, .rejected, .aborted].contains(
      report.outcome ?? change.outcome?.value)
    guard wasCalledOff || change.deployed != nil || change.started != nil else {
      throw refusal("it has not started; mark it cancelled where it is not made")
    }
    try demand(instant, after: change.deployed ?? change.started, "deployed")
    return edits
  }

  /// The edit of the outcome; none where the record has it, and a refusal where it has another.
  private func outcome(_ outcome: Outcome?) throws -> [KeyEdit] {
    guard let outcome else { return [] }
    guard let there = change.outcome else { return [.set(["outcome"], outcome.rawValue)] }
    if there.value == outcome { return [] }
    throw refusal("its outcome is \(there.value.rawValue) already")
  }

  func ending() throws -> [KeyEdit] {
    var edits = try outcome(report.event.outcome)
    let isNew = !edits.isEmpty
    if report.event == .rolledBack {
      if change.rollback?.at == nil {
        edits.append(.set(["rollback", "at"], WrittenInstant.text(instant)))
      } else if let at = report.at, at != change.rollback?.at?.value {
        throw refusal("`rollback` has another instant already")
      }
      if let reason = report.reason, change.rollback?.trigger == nil {
        edits.append(.set(["rollback", "trigger"], reason))
      }
    } else if report.at != nil {
      edits += try edit("closed", change.closed)
    }
    guard isNew else { return edits }
    guard change.closed == nil else { throw refusal("its outcome is not added any more") }
    let hasBegun = change.started != nil || change.deployed != nil
    switch report.event {
    case .cancelled, .rejected:
      guard !hasBegun else {
        throw refusal("it has started; it can fail, be aborted or rolled back")
      }
    case .aborted:
      guard change.deployed == nil else { throw refusal("it is deployed; it can be rolled back") }
    default:
      guard hasBegun else { throw refusal("it has not started; mark it cancelled") }
      try demand(instant, after: change.started, "started")
    }
    return edits
  }

  func review() throws -> [KeyEdit] {
    if let review = change.review, review.at != nil {
      if report.at == nil || report.at == review.at?.value { return [] }
      throw refusal("`review` has another instant already")
    }
    guard let by = report.by else {
      throw EventRefusal.usage("--by is needed: who has reviewed how it went")
    }
    guard hasEnded || change.deployed != nil else {
      throw refusal("how it went is reviewed when it is deployed")
    }
    try demand(instant, after: change.deployed ?? change.started, "deployed")
    var edits: [KeyEdit] = [
      .set(["review", "at"], WrittenInstant.text(instant)), .set(["review", "by"], by),
    ]
    if let reason = report.reason { edits.append(.set(["review", "notes"], reason)) }
    return edits
  }
}
