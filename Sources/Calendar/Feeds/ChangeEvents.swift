import Chronology
import Interchange
import PolicyReading
import Records
import SourceText

/// Changes as events: when they were done, else when they are planned. A change without either is
/// no event.
struct ChangeEvents: Sendable {
  let register: Register
  private let asOf: Instant
  private let addresses: FeedAddresses
  /// What the gate answers for a planned change, in words; nil where it has not been asked.
  private let answer: FeedAnswer
  private let history: FeedHistory
  /// The earliest version's id, which later versions do not change.
  private let domain: String

  init(
    _ register: Register, asOf: Instant, addresses: FeedAddresses, answer: @escaping FeedAnswer,
    history: @escaping FeedHistory
  ) {
    self.answer = answer
    self.history = history
    self.register = register
    self.asOf = asOf
    self.addresses = addresses
    domain = EventIdentity.domain(of: register.policies.policies[0])
  }

  /// Written part by part: there are as many as records, and each text would be made only to be
  /// copied.
  func write(_ change: Change, to writer: inout ICalendarWriter) {
    guard let interval = change.calendarInterval else { return }
    writer.begin("VEVENT")
    writer.beginText("UID")
    writer.add("change-")
    writer.add(change.id)
    writer.add("@")
    writer.add(domain)
    writer.endText()
    writer.write(history(change) ?? change.revision(asOf: asOf))
    writer.write(interval)
    writer.beginText("SUMMARY")
    writer.add(change.id)
    if let title = change.title {
      writer.add(" ")
      writer.add(title.value)
    }
    writer.endText()
    writeDescription(of: change, to: &writer)
    writer.beginText("CATEGORIES")
    writer.add("Change")
    if let type = change.type { writer.addText(type.value) }
    for category in change.categories { writer.addText(category.value) }
    writer.endText()
    writer.endEvent(status(change), at: addresses.change(change.id))
  }

  /// A line for each fact that is on record; nothing where there is none.
  private func writeDescription(of change: Change, to writer: inout ICalendarWriter) {
    var isBegun = false
    func begin(_ name: String) {
      if isBegun { writer.addLineEnd() } else { writer.beginText("DESCRIPTION") }
      isBegun = true
      writer.add(name)
    }
    func write(_ name: String, _ value: String?) {
      guard let value else { return }
      begin(name)
      writer.add(value)
    }
    write("Type: ", change.type?.value)
    write("Risk: ", change.risk?.value)
    write("Outcome: ", change.outcome?.value.rawValue)
    if !change.systems.isEmpty {
      begin("Systems: ")
      for (index, system) in change.systems.enumerated() {
        if index > 0 { writer.add(", ") }
        writer.add(system.value)
      }
    }
    write("Implementer: ", change.implementer?.value)
    write("Gate: ", answer(change))
    if isBegun { writer.endText() }
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

extension ICalendarWriter {
  /// One more text of the same property.
  fileprivate mutating func addText(_ text: String) {
    addSeparator()
    add(text)
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

  /// Where nobody knows how often the record was edited: by the latest instant on record, and the
  /// number of them, since each step of a change adds one. A plan that was moved is told by how long it
  /// lies behind the request: nothing else on record has changed then.
  fileprivate func revision(asOf: Instant) -> EventRevision {
    var known = 0
    var latest: Instant?
    func count(_ instant: Instant?) {
      guard let instant, instant <= asOf else { return }
      known += 1
      latest = max(latest ?? instant, instant)
    }
    count(requested?.value)
    count(started?.value)
    count(deployed?.value)
    count(rollback?.at?.value)
    count(closed?.value)
    count(review?.at?.value)
    if let runtime {
      count(runtime.enacted?.value)
      count(runtime.voting?.from?.value)
      count(runtime.voting?.to?.value)
    }
    for approval in approvals {
      count(approval.at?.value)
      count(approval.documented?.value)
    }
    return EventRevision(
      changed: latest ?? scheduled?.value.start ?? Instant(secondsSinceEpoch: 0),
      sequence: known + (outcome == nil ? 0 : 1) + planned)
  }

  /// Minutes from the request to the end of the plan, below the revisions that history knows of.
  private var planned: Int {
    guard let end = scheduled?.value.end, let requested = requested?.value else { return 0 }
    let minutes = max(0, end - requested) / 60
    return Int(min(minutes, Int64(EventRevision.recorded / 2)))
  }
}
