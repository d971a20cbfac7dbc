import Chronology
import PolicyReading
import Records
import SourceText

/// Changes as events: when they were done, else when they are planned. A change without either is
/// no event.
struct ChangeEvents: Sendable {
  let register: Register
  private let asOf: Instant
  private let addresses: FeedAddresses

  init(_ register: Register, asOf: Instant, addresses: FeedAddresses) {
    self.register = register
    self.asOf = asOf
    self.addresses = addresses
  }

  func event(_ change: Change) -> CalendarEvent? {
    guard let interval = change.calendarInterval else { return nil }
    return CalendarEvent(
      uid: "change-\(change.id)@\(domain)",
      summary: change.title.map { "\(change.id) \($0.value)" } ?? change.id,
      description: lines(change),
      categories: ["Change"] + (change.type.map { [$0.value] } ?? [])
        + change.categories.map(\.value),
      status: status(change), address: addresses.change(change.id), time: .once(interval),
      revision: change.revision(asOf: asOf))
  }

  /// The earliest version's id, which later versions do not change.
  private var domain: String { EventIdentity.domain(of: register.policies.policies[0]) }

  private func lines(_ change: Change) -> [String] {
    var lines: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { lines.append("\(name): \(value)") }
    }
    add("Type", change.type?.value)
    add("Risk", change.risk?.value)
    add("Outcome", change.outcome?.value.rawValue)
    if !change.systems.isEmpty {
      add("Systems", change.systems.map(\.value).joined(separator: ", "))
    }
    add("Implementer", change.implementer?.value)
    return lines
  }

  /// Called off, done or decided, or only asked for.
  private func status(_ change: Change) -> CalendarEvent.Status {
    switch register.stage(of: change, asOf: asOf) {
    case .cancelled, .rejected: .cancelled
    case .requested, .reviewed, .development, .proposal, .voting:
      change.hasStarted ? .confirmed : .tentative
    case .approved, .scheduled, .inProgress, .verifying, .closed, .rolledBack, .enactment,
      .migration, .verification:
      .confirmed
    }
  }
}

extension Change {
  /// From the start of work to its end on record; while it is under way to its planned end; else
  /// as planned. Where only one end is known, or they are out of order, it is an instant.
  package var calendarInterval: Interval? {
    guard hasStarted, let start = started?.value ?? ended?.value else { return scheduled?.value }
    let end = ended?.value ?? scheduled?.value.end ?? start
    return Interval(start: start, end: max(start, end))
  }

  /// By the latest instant on record, and the number of them: each step of a change adds one.
  fileprivate func revision(asOf: Instant) -> EventRevision {
    var instants = [
      requested?.value, started?.value, deployed?.value, rollback?.at?.value, closed?.value,
      review?.at?.value, runtime?.enacted?.value, runtime?.voting?.from?.value,
      runtime?.voting?.to?.value,
    ]
    for approval in approvals {
      instants.append(approval.at?.value)
      instants.append(approval.documented?.value)
    }
    var known = 0
    var latest: Instant?
    for case let instant? in instants where instant <= asOf {
      known += 1
      latest = max(latest ?? instant, instant)
    }
    return EventRevision(
      changed: latest ?? scheduled?.value.start ?? Instant(secondsSinceEpoch: 0),
      sequence: known + (outcome == nil ? 0 : 1))
  }
}
