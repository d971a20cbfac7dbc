import Chronology
import Testing

@testable import PolicyReading

/// Cells of times by the words in which they come back.
@Suite struct RecurrenceTextTests {
  @Test(arguments: [
    ("Mon-Thu 09:00-17:00, Fri 09:00-14:00", "Mon–Thu 09:00–17:00, Fri 09:00–14:00"),
    ("Mon, Wed & Fri 09:00-11:00", "Mon, Wed, Fri 09:00–11:00"),
    ("weekdays 14-18", "Mon–Fri 14:00–18:00"), ("14h-18h30", "every day 14:00–18:30"),
    ("2–6 pm", "every day 14:00–18:00"), ("9-17", "every day 09:00–17:00"),
    ("09:00-12:00 and 14:00-18:00", "every day 09:00–12:00 and 14:00–18:00"),
    (
      "2nd Tuesday of the month, 22:00-02:00",
      "the 2nd Tue of each month 22:00–02:00 of the next day"
    ),
    ("last Friday 20:00-24:00", "the last Fri of each month 20:00–24:00"),
    (
      "first and third Monday 10:00-12:00",
      "the first Mon of each month and the 3rd Mon of each month 10:00–12:00"
    ),
    (
      "last 3 business days of the quarter 10:00-12:00",
      "the last 3 business days of each quarter 10:00–12:00"
    ),
    (
      "every second Tuesday from 2026-01-13, 10:00-12:00",
      "every 2 weeks on Tue from 2026-01-13 10:00–12:00"
    ),
    (
      "every second Tuesday of the month 10:00-12:00", "the 2nd Tue of each month 10:00–12:00"
    ),
    ("Fri 22:00 - Mon 06:00", "Fri 22:00 to Mon 06:00"),
    (
      "weekdays except public holidays, 10:00-16:00", "Mon–Fri 10:00–16:00, except public holidays"
    ),
    (
      "Mon-Fri 10:00-16:00 (except UK holidays)",
      "Mon–Fri 10:00–16:00, except holidays of the list `uk`"
    ),
    ("24/7 except Fridays after 14:00", "every day all day, except Fri 14:00–24:00"),
    ("25th to 5th 10:00-12:00", "the 25th to the 5th of each month 10:00–12:00"),
    ("Weekends", "Sat, Sun all day"),
    ("2026-12-05 22:00 - 2026-12-06 04:00", "2026-12-05 22:00 to 2026-12-06 04:00"),
  ])
  func understandsWindows(_ cell: String, _ words: String) {
    guard case .time(let time, _) = WindowTimeText.read(cell) else {
      Issue.record("\(cell) is refused")
      return
    }
    #expect(time.words == words)
  }

  @Test(arguments: [
    ("Dec 20 17:00 - Jan 2 09:00", "every year, 20 Dec 17:00 to 2 Jan 09:00"),
    ("December", "every year, 1 Dec to the end of 31 Dec"),
    ("Annually, Dec 20 - Jan 5", "every year, 20 Dec to the end of 5 Jan"),
    ("Nov - Jan", "every year, 1 Nov to the end of 31 Jan"), ("Weekends", "Sat, Sun all day"),
    ("quarter end", "the last day of each quarter all day"),
    ("last full weekend of the month", "the last full weekend of each month all day"),
    ("first two weekends of each quarter", "the first 2 weekends of each quarter all day"),
    ("last weekend of March and October", "the last weekend of March, October all day"),
    ("Fourth Thursday of November", "the 4th Thu of November all day"),
    ("last week of December", "the last 7 days of December all day"),
    ("2026-12-18T17:00Z/2027-01-04T09:00Z", "2026-12-18 17:00 to 2027-01-04 09:00"),
    ("2026-12-18 17:00 UTC - 2027-01-04 09:00 UTC", "2026-12-18 17:00 to 2027-01-04 09:00"),
    ("month-end (last 3 business days)", "the last 3 business days of each month all day"),
    ("last 2 weeks of each quarter", "the last 14 days of each quarter all day"),
    ("Fridays after 14:00 and weekends", "Fri 14:00–24:00, Sat, Sun all day"),
    ("public holidays", "public holidays all day"),
    ("Weekends except Dec 27", "Sat, Sun all day, except 27 Dec"),
    ("2026-12-20 17:00 - 2027-01-02 09:00", "2026-12-20 17:00 to 2027-01-02 09:00"),
  ])
  func understandsFreezes(_ cell: String, _ words: String) {
    guard case .duration(let duration, _, _) = FreezeDurationText.read(cell) else {
      Issue.record("\(cell) is refused")
      return
    }
    #expect(duration.words == words)
  }

  /// A part that is not understood, or that may be meant in two ways, leaves nothing of the cell.
  @Test(arguments: [
    "every second Tuesday 10:00-12:00", "every other Friday 10:00-12:00", "biweekly 10:00-12:00",
    "Sat 02:00-06:00, Sun", "10:00-12:00, evenings", "9-5", "10-12", "business hours",
    "Mon-Fri 10:00-16:00 except sometimes", "2nd weekend Sat 22:00 - Sun 06:00",
    "last weekends 10:00-12:00", "first Monday of June 10-12, 10:00-12:00",
    "10:00-12:00 UTC, 14:00-16:00 Europe/Zurich", "Mon-Fri 10:00-16:00 unless frozen",
    "Fri 22:00 - Mon", "Mon-Thu 22:00 - Fri 06:00", "6th Tuesday 10:00-12:00", "10:00-12:00 ish",
    "weekdays 10:00-16:00 (except", "every second Tuesday from 2026-01-14 10:00-12:00",
    "Mon-Fri except Wed, 14:00-16:00 and Sundays",
  ])
  func refusesWindows(_ cell: String) {
    guard case .refused = WindowTimeText.read(cell) else {
      Issue.record("\(cell) is \(WindowTimeText.read(cell))")
      return
    }
  }

  @Test(arguments: [
    "Thanksgiving week", "Black Friday", "1 day before the release", "mid December",
    "weekends except Fridays 10:00-12:00", "Dec 20 - Jan 5 or so", "from Nov 20",
    "last days of the month", "Dec 20 17:00 - Jan", "every second week",
  ])
  func refusesFreezes(_ cell: String) {
    guard case .refused = FreezeDurationText.read(cell) else {
      Issue.record("\(cell) is \(FreezeDurationText.read(cell))")
      return
    }
  }

  private static let names = FreezeAllowanceText.Names(
    types: ["Standard", "Normal", "Emergency"], risks: ["Low", "Medium", "High"],
    categories: ["Security fix"])

  @Test(arguments: [
    ("Emergency and Standard", "emergency changes, or Standard changes"),
    ("Standard, Emergency", "Standard changes, or emergency changes"),
    ("Low risk only", "changes of Low risk"),
    ("Low and Medium risk", "changes of Low risk, or changes of Medium risk"),
    ("Emergency only, or with CTO approval", "emergency changes, or changes with approval: cto"),
    ("Emergency changes with CTO approval", "emergency changes with approval: cto"),
    ("Low risk Standard changes", "Standard changes of Low risk"),
    ("P1 fixes only", "changes that fix a P1 incident"),
    ("P1 and P2 incidents", "changes that fix a P1 incident, or changes that fix a P2 incident"),
    ("Security fixes", "changes in Security fix"),
  ])
  func understandsWhatMayPass(_ cell: String, _ words: String) {
    #expect(FreezeAllowanceText.read(cell, Self.names)?.words == words)
  }

  @Test(arguments: [
    "Emergency and Low risk", "Emergency, with CTO approval", "Emergency and related fixes",
    "Hotfixes", "with approval", "Standard if small", "All except Normal", "CTO",
    "P1 fixes and more",
  ])
  func refusesWhatMayPass(_ cell: String) {
    let read = FreezeAllowanceText.read(cell, Self.names)
    #expect(read == nil, "\(read?.words ?? "")")
  }
}
