import Chronology
import SourceText

/// A calendar of holidays as programs export it (RFC 5545): every event is a holiday, of each of its
/// days. One that comes every year on its date, or on the nth weekday of a month, does so by its rule;
/// whatever else repeats is refused, because a list that lacks a day would open windows on it.
struct HolidayCalendar {
  private(set) var reading = HolidayReading()
  private var event: Event?

  private struct Event {
    var start: (day: CivilDay, place: Place)?
    var end: CivilDay?
    var rule: (text: String, place: Place)?
    var isCancelled = false
    let place: Place
  }

  /// A property with its place.
  private struct Line {
    let name: String
    let parameters: String
    let value: String
    let place: Place
  }

  init(_ file: SourceFile) {
    var calendar = Part.absent
    for line in Self.lines(of: file) {
      switch (line.name, line.value.uppercased()) {
      case ("BEGIN", "VCALENDAR"): calendar = .open
      case ("END", "VCALENDAR"): calendar = calendar == .open ? .whole : .absent
      case ("BEGIN", "VEVENT"):
        // What was begun and not ended is cut off, and the next one follows.
        reportOpenEvent()
        event = Event(place: line.place)
      case ("END", "VEVENT"): finish()
      default: take(line)
      }
    }
    reportOpenEvent()
    reportCut(calendar, in: file)
  }

  /// How much of a calendar there is.
  private enum Part { case absent, open, whole }

  private mutating func reportOpenEvent() {
    guard let open = event else { return }
    report("END:VEVENT", "", "the end of the event", at: open.place)
    event = nil
  }

  /// A file without its first or its last line lacks events too, and nobody knows which.
  private mutating func reportCut(_ calendar: Part, in file: SourceFile) {
    switch calendar {
    case .whole: break
    case .open:
      report(
        "END:VCALENDAR", "", "the end of the calendar: the file is cut off",
        at: Place(file, file.range(ofLine: file.lineStarts.count)))
    case .absent where reading.problems.isEmpty:
      report(
        "BEGIN:VCALENDAR", "", "a calendar, from its first line to its last",
        at: Place(startOf: file))
    case .absent: break
    }
  }

  private mutating func take(_ line: Line) {
    guard event != nil else { return }
    switch line.name {
    case "DTSTART":
      guard let day = Self.day(line.value) else {
        report("DTSTART", line.value, "a date such as 20261225", at: line.place)
        return
      }
      event?.start = (day, line.place)
    case "DTEND":
      guard let day = Self.day(line.value) else {
        report("DTEND", line.value, "a date such as 20261226", at: line.place)
        return
      }
      // The end is not part of it; of a time of day its day is.
      event?.end =
        line.value.contains("T") && !line.value.contains("T000000") ? day.adding(days: 1) : day
    case "DURATION" where line.value != "P1D":
      report("DURATION", line.value, "DTEND, or a single day", at: line.place)
    case "RRULE": event?.rule = (line.value, line.place)
    case "RDATE", "EXDATE", "EXRULE":
      report(line.name, line.value, "an event for each day", at: line.place)
    case "STATUS": event?.isCancelled = line.value.uppercased() == "CANCELLED"
    default: break
    }
  }

  private mutating func finish() {
    guard let event else { return }
    self.event = nil
    if event.isCancelled { return }
    guard let start = event.start else {
      if !reading.problems.contains(where: { $0.place.range.lower >= event.place.range.lower }) {
        report("DTSTART", "", "a date such as 20261225", at: event.place)
      }
      return
    }
    let last = max(start.day, event.end?.adding(days: -1) ?? start.day)
    guard last.daysSinceEpoch - start.day.daysSinceEpoch < 60 else {
      report("DTEND", "\(last)", "a holiday of at most sixty days", at: start.place)
      return
    }
    let days = (start.day.daysSinceEpoch...last.daysSinceEpoch).map {
      CivilDay(daysSinceEpoch: $0)
    }
    guard let rule = event.rule else {
      reading.days.dated += days
      return
    }
    guard let ruled = YearlyHoliday(rule.text, from: start.day) else {
      report(
        "RRULE", rule.text, "FREQ=YEARLY alone or with BYMONTH and BYDAY, or an event for each day",
        at: rule.place)
      return
    }
    switch ruled {
    case .date: reading.days.yearly += days.map { MonthDay(month: $0.month, day: $0.day) }
    case .days(let firsts):
      reading.days.ruled += firsts.flatMap { first in days.indices.map { first.adding(days: $0) } }
    }
  }

  private mutating func report(_ key: String, _ text: String, _ expected: String, at place: Place) {
    reading.problems.append(
      ReadingProblem(.unreadableValue(key: key, text: text, expected: expected), at: place))
  }

  // MARK: Lines

  /// `20261225`, `20261225T000000Z`.
  private static func day(_ value: String) -> CivilDay? {
    let digits = Array(value.utf8.prefix(8))
    guard digits.count == 8, value.utf8.count == 8 || Array(value.utf8)[8] == UInt8(ascii: "T"),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    return CivilDay(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }

  /// The properties, with lines that are folded put together.
  private static func lines(of file: SourceFile) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var unfolded: (text: [UInt8], place: Place)?
    func finish() {
      guard let line = unfolded else { return }
      let text = String(decoding: line.text, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { return }
      let head = text[..<colon].split(separator: ";", maxSplits: 1).map(String.init)
      lines.append(
        Line(
          name: (head.first ?? "").uppercased(), parameters: head.count > 1 ? head[1] : "",
          value: String(text[text.index(after: colon)...]), place: line.place))
    }
    while start < file.bytes.count {
      var end = start
      while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
      var bytes = Array(file.bytes[start..<end])
      if bytes.last == 0x0D { bytes.removeLast() }
      if bytes.first == 0x20 || bytes.first == 0x09 {
        unfolded?.text += bytes.dropFirst()
      } else {
        finish()
        unfolded = (bytes, Place(file, SourceRange(start..<start + bytes.count)))
      }
      start = end + 1
    }
    finish()
    return lines
  }
}

/// A rule of iCalendar for a holiday of every year.
enum YearlyHoliday {
  /// On the date on which it begins.
  case date
  /// On these days.
  case days([CivilDay])

  /// Nil for any other rule, and for one that ends.
  init?(_ text: String, from start: CivilDay) {
    var parts: [String: String] = [:]
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { $0.uppercased() }
      guard pair.count == 2, parts.updateValue(pair[1], forKey: pair[0]) == nil else { return nil }
    }
    guard parts.removeValue(forKey: "FREQ") == "YEARLY",
      parts.removeValue(forKey: "INTERVAL") ?? "1" == "1"
    else { return nil }
    parts["WKST"] = nil
    let month = parts.removeValue(forKey: "BYMONTH")
    if let month, Int(month) != start.month { return nil }
    if let day = parts.removeValue(forKey: "BYMONTHDAY"), Int(day) != start.day { return nil }
    guard let byDay = parts.removeValue(forKey: "BYDAY") else {
      guard parts.isEmpty else { return nil }
      self = .date
      return
    }
    guard parts.isEmpty, month != nil, let weekday = Self.weekday(byDay.suffix(2)),
      let place = Int(byDay.dropLast(2)), place != 0, abs(place) <= 5
    else { return nil }
    self = .days(
      (start.year...2200).compactMap { Self.day($0, start.month, place, weekday) })
  }

  private static func weekday(_ text: Substring) -> Weekday? {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    return names.firstIndex(of: String(text)).flatMap { Weekday(rawValue: $0 + 1) }
  }

  private static func day(_ year: Int, _ month: Int, _ place: Int, _ weekday: Weekday) -> CivilDay?
  {
    let all = (1...CivilDay.length(ofMonth: month, in: year)).compactMap {
      CivilDay(year: year, month: month, day: $0)
    }.filter { $0.weekday == weekday }
    let index = place > 0 ? place - 1 : all.count + place
    return all.indices.contains(index) ? all[index] : nil
  }
}
