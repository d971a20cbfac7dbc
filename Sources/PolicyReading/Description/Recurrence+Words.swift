import Chronology

/// Recurring times in words, as pages and the terminal show them.
extension Recurrence {
  /// `every day 02:00–06:00`, `Mon–Thu 09:00–17:00, Fri 09:00–14:00, except public holidays`.
  package var words: String { words(in: nil) }

  /// The same with the name of a zone behind the times.
  func words(in zone: String?) -> String {
    if isAlways { return "always open" }
    var parts: [(days: String, times: [String])] = []
    var taken: [String] = []
    for span in spans {
      guard case .onDays(let rule, let start, let end, let later) = span,
        later == 0 || later == 1 && end <= start
      else {
        parts.append((span.words, []))
        continue
      }
      for exception in rule.exceptions where !taken.contains(exception.words) {
        taken.append(exception.words)
      }
      let days = rule.patterns.map(\.words).joined(separator: " and ")
      let time = start == 0 && end == 1440 ? "all day" : clocks(start, end)
      if let last = parts.last, last.days == days, !last.times.isEmpty {
        parts[parts.count - 1].times.append(time)
      } else {
        parts.append((days, [time]))
      }
    }
    for cut in exceptions where !taken.contains(cut.words) { taken.append(cut.words) }
    let all = parts.map { part in
      part.times.isEmpty ? part.days : "\(part.days) \(part.times.joined(separator: " and "))"
    }.joined(separator: ", ")
    return all + (zone.map { " \($0)" } ?? "")
      + (taken.isEmpty ? "" : ", except \(taken.joined(separator: " and "))")
  }
}

extension RecurringSpan {
  var words: String {
    switch self {
    case .onDays(let rule, let start, let end, let later):
      let days = rule.patterns.map(\.words).joined(separator: " and ")
      if later == 0 || later == 1 && end <= start {
        return start == 0 && end == 1440 ? days : "\(days) \(clocks(start, end))"
      }
      let weekday = rule.weekdays?.first
      let last =
        weekday.map { DayPattern.weekdays([$0.adding(days: later)]).words } ?? "\(later) days later"
      return "\(days) \(clock(start)) to \(last) \(clock(end))"
    case .yearly(let first, 0, let last, 1440):
      return first == last
        ? "every year on \(first.words)" : "every year, \(first.words) to the end of \(last.words)"
    case .yearly(let first, let start, let last, let end):
      return "every year, \(first.words) \(clock(start)) to \(last.words) \(clock(end))"
    case .once(let first, 0, let last, 1440):
      return first == last ? "on \(first)" : "\(first) to the end of \(last)"
    case .once(let first, let start, let last, let end):
      return "\(first) \(clock(start)) to \(last) \(clock(end))"
    }
  }
}

extension DayPattern {
  /// `Mon–Thu`, `the 2nd Tue of each month`, `the last 3 business days of each quarter`.
  var words: String {
    switch self {
    case .weekdays(let weekdays): Self.words(weekdays)
    case .businessDays: "business days"
    case .counted(let kind, let places, let fromEnd, let unit):
      Self.words(kind, places, fromEnd: fromEnd, of: unit)
    case .daysOfMonth(let first, let last):
      first == last
        ? "the \(Self.ordinal(first)) of each month"
        : "the \(Self.ordinal(first)) to the \(Self.ordinal(last)) of each month"
    case .daysOfYear(let first, let last):
      first == last ? first.words : "\(first.words) to \(last.words)"
    case .every(let days, let from):
      days.isMultiple(of: 7)
        ? "every \(days / 7) weeks on \(Self.words([from.weekday])) from \(from)"
        : "every \(days) days from \(from)"
    case .dates(let first, let last): first == last ? "\(first)" : "\(first) to \(last)"
    case .holidays(let list): list.map { "holidays of the list `\($0)`" } ?? "public holidays"
    }
  }

  private static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func words(_ weekdays: [Weekday]) -> String {
    if weekdays.count == 7 { return "every day" }
    let numbers = weekdays.map(\.rawValue)
    if let first = numbers.first, let last = numbers.last, numbers.count > 2,
      last - first == numbers.count - 1
    {
      return "\(names[first - 1])–\(names[last - 1])"
    }
    return numbers.map { names[$0 - 1] }.joined(separator: ", ")
  }

  private static func words(
    _ kind: Kind, _ places: ClosedRange<Int>, fromEnd: Bool, of unit: Unit
  ) -> String {
    let noun =
      switch kind {
      case .weekday(let weekday): names[weekday.rawValue - 1]
      case .day: "day"
      case .businessDay: "business day"
      case .weekend(let isWhole): isWhole ? "full weekend" : "weekend"
      }
    let period =
      switch unit {
      case .month: "each month"
      case .quarter: "each quarter"
      case .year: "each year"
      case .months(let numbers):
        numbers.map { DisplayTime.name(ofMonth: $0) }.joined(separator: ", ")
      }
    let edge = fromEnd ? "last" : "first"
    if places.count > 1 { return "the \(edge) \(places.upperBound) \(noun)s of \(period)" }
    let place = places.lowerBound
    if place == 1 { return "the \(edge) \(noun) of \(period)" }
    return "the \(ordinal(place)) \(fromEnd ? "last " : "")\(noun) of \(period)"
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "\(number)th"
    case (1, _): "\(number)st"
    case (2, _): "\(number)nd"
    case (3, _): "\(number)rd"
    default: "\(number)th"
    }
  }
}

extension MonthDay {
  /// `20 Dec`.
  package var words: String {
    "\(day) \(DisplayTime.name(ofMonth: month).prefix(3))"
  }
}

extension Weekday {
  fileprivate func adding(days: Int) -> Weekday {
    Weekday(rawValue: (rawValue - 1 + days) % 7 + 1) ?? self
  }
}

/// `02:00–06:00`, `22:00–02:00 of the next day`.
private func clocks(_ start: Int, _ end: Int) -> String {
  "\(clock(start))–\(clock(end))" + (end <= start ? " of the next day" : "")
}

private func clock(_ minutes: Int) -> String {
  "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
}
