import Calendar
import Chronology
import PolicyReading
import SourceText

// The gate's answer:
//  1. what cannot be read leaves no answer;
//  2. a record that has ended is closed;
//  3. the calendar decides, for every type and risk that the change may be of where these are not
//     given: where all agree, that is the answer;
//  4. an approval that is missing closes, whatever the calendar says.

/// What the gate is asked, and what it has to know.
package struct GateQuestion: Sendable {
  package let subject: GateSubject
  package let interval: Interval
  package let book: CalendarBook
  /// Categories that the settings name in readings of terms: one of them can close a window.
  package let termCategories: [String]
  /// What the record says against its start: that it ended, approvals that are missing or waived.
  package let record: [GateCause]
  /// What could not be read.
  package let obstacles: [GateCause]

  package init(
    _ subject: GateSubject, over interval: Interval, by book: CalendarBook,
    termCategories: [String] = [], record: [GateCause] = [], obstacles: [GateCause] = []
  ) {
    self.subject = subject
    self.interval = interval
    self.book = book
    self.termCategories = termCategories
    self.record = record
    self.obstacles = obstacles
  }

  package func answer() -> GateReport {
    let obstacles = obstacles + doubtsOfFiles
    if !obstacles.isEmpty {
      return .unknown(subject, over: interval, because: obstacles, zone: calendar.zone)
    }
    let ended = record.filter { $0.kind == .ended }
    if !ended.isEmpty { return report(.closed, ended) }
    let cases = GateCases(of: subject, over: interval, by: book, words: words)
    let (state, causes) = weighed(cases)
    let next = cases.next.map { GateReport.Opening(interval: $0, window: window(at: $0, cases)) }
    let approvals = record.filter { $0.kind == .approval }
    let waived = record.filter { $0.kind == .waived }
    if !approvals.isEmpty {
      return report(.closed, approvals + waived + (state == .closed ? causes : []), next: next)
    }
    var report = report(
      state, causes + waived, until: state == .unknown ? nil : cases.until,
      next: state == .unknown ? nil : next)
    if state == .closed { report.perhaps = cases.perhaps?.start }
    return report
  }

  /// Of the version of the policy that is in force when it would begin.
  private var calendar: DeploymentCalendar { book.inForce(at: interval.start) }

  private var words: GateWords {
    GateWords(time: GateTime(zone: calendar.zone), subject: subject, interval: interval)
  }

  private func report(
    _ state: Decision.State, _ because: [GateCause], until: Instant? = nil,
    next: GateReport.Opening? = nil
  ) -> GateReport {
    GateReport(
      subject: subject, state: state, interval: interval, because: because, until: until,
      next: next, zone: calendar.zone)
  }

  /// Declarations and incidents that make no sense, of whose files every word could be read.
  private var doubtsOfFiles: [GateCause] {
    let known = Set(obstacles.compactMap(\.place?.file.path))
    return book.calendars(meeting: interval).flatMap { calendar in
      calendar.doubtsOfFiles.filter { doubt in
        !known.contains(doubt.place.file.path) && doubt.interval.meets(interval)
      }.map { GateCause(.unreadable, $0.message, at: $0.place) }
    }.once
  }

  private func weighed(_ cases: GateCases) -> (Decision.State, [GateCause]) {
    guard cases.state == .open, subject.categories.isEmpty else {
      return (cases.state, cases.because)
    }
    // Without a category there is a window the less, so that closed is safe to say; open is not
    // where the settings make a change significant by its category.
    let closing = termCategories.filter { category in
      var other = subject
      other.categories = [category]
      return GateCases(of: other, over: interval, by: book, words: words).state != .open
    }
    if closing.isEmpty { return (.open, cases.because) }
    let names = closing.joined(separator: ", ")
    return (
      .unknown,
      [
        GateCause(
          .missing, name: "category",
          "it depends on the category, not open for \(names): "
            + words.hint("--category", "category:"), at: nil)
      ]
    )
  }

  /// The name of the first window of the table that is open when an opening begins.
  private func window(at opening: Interval, _ cases: GateCases) -> String? {
    let calendar = book.inForce(at: opening.start)
    let profile = cases.firstProfile(in: calendar)
    guard calendar.needsWindow(profile) else { return nil }
    let instant = Interval(start: opening.start, end: opening.start + 1)
    return calendar.windows(for: profile).first {
      $0.openings(in: instant).contains(opening.start)
    }?.name
  }
}
