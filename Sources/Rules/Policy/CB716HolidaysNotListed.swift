import Calendar
import Chronology
import Configuration
import Findings
import PolicyReading
import Records
import SourceText

/// CB716: holidays decide, and no list says which days they are.
package enum HolidaysNotListed: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 716, title: "holidays are not listed", severity: .warning, enforces: "Deployment windows",
    explanation: """
      A window `weekdays 10:00-16:00 except public holidays` is closed on days that only a list of
      holidays knows, and so is a freeze on public holidays. Lists are calendars in `content/holidays`,
      as every calendar program exports them (`england.ics`), pages of dates there, or `holidays:` in
      the settings. `except public holidays` means all lists, `except England holidays` the one of that
      name.

      Business days, also those of a lead time, leave out the days of all lists where there are any.

      A list knows the years that it has holidays in. In any other year the gate cannot tell on the days
      that depend on it, and answers nothing there. This warning comes where no list has the name, and
      where a list ends within the months that the calendar shows.
      """,
    wrong: """
      | Window | Time | Purpose |
      |--------|------|---------|
      | Day | weekdays 10:00-16:00 except public holidays | All changes |
      """,
    right: """
      | Window | Time | Purpose |
      |--------|------|---------|
      | Day | weekdays 10:00-16:00 | All changes |
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    guard let calendar = context.calendars.calendars.last else { return [] }
    let today = calendar.zone.wallTime(at: context.asOf).day
    let ahead = today.firstOfMonth.addingMonths(register.settings.calendarHorizon).year
    let asking = RecurringRow.all(in: context).map { row in
      (
        name: quoted(row.name), place: row.place, policy: row.policy,
        lists: lists(row.recurrence, register.holidays)
      )
    }
    let leadTimes = calendar.policy.types.compactMap { type in
      if case .businessDays? = type.leadTime, !register.holidays.isEmpty {
        (
          name: "the lead time of \(quoted(type.name))", place: type.reference.place,
          policy: Optional(type.reference), lists: [String?.none]
        )
      } else {
        nil
      }
    }
    return (asking + leadTimes).flatMap { row in
      missing(row.lists, in: register.holidays, from: today.year, through: ahead).map {
        message, help in
        finding(
          "\(row.name) depends on holidays, and \(message)", help: help, at: row.place,
          policy: row.policy)
      }
    }
  }

  /// The lists that times ask for; business days ask for all that there are.
  private static func lists(_ recurrence: Recurrence, _ holidays: HolidayLists) -> [String?] {
    let names = recurrence.holidayNames
    let asksAll = recurrence.countsBusinessDays && !holidays.isEmpty && !names.contains(nil)
    return names + (asksAll ? [nil] : [])
  }

  /// What no list knows of the years from one to another.
  private static func missing(
    _ names: [String?], in holidays: HolidayLists, from first: Int, through last: Int
  ) -> [(message: String, help: String)] {
    names.compactMap { name in
      let lists = holidays.lists(named: name)
      guard !lists.isEmpty else {
        let file = "content/holidays/\(name?.replacing(" ", with: "-") ?? "holidays").ics"
        return (
          name.map { "no list is called \(quoted($0))" } ?? "none are listed",
          "add a calendar of them as \(file), or `holidays:` to the settings"
        )
      }
      let ending = lists.compactMap { list in list.years.map { (list.name, $0) } }
        .first { !$0.1.contains(first) || $0.1.upperBound < last }
      return ending.map { list, years in
        (
          "the list \(quoted(list)) knows \(years.lowerBound) to \(years.upperBound)",
          "add the holidays up to \(last) to it"
        )
      }
    }
  }
}
