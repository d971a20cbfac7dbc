import Chronology
import Configuration
import Findings
import Markdown
import SourceText

/// The table of deployment windows.
enum WindowsTable {
  /// A row without a readable time is left out, and so is a time of day whose zone stands in the
  /// column's head and is not understood: at another place it is another time.
  static func read(_ tables: [PolicyTable], _ problems: inout [ReadingProblem]) -> [WindowRow] {
    var windows: [WindowRow] = []
    for table in tables {
      let headZone = headZone(table, &problems)
      for row in table.rows {
        if let window = window(row, headZone, &problems) { windows.append(window) }
      }
    }
    return windows
  }

  /// Those of the settings, where the policy has no table of them.
  static func read(_ stated: [StatedRow], _ problems: inout [ReadingProblem]) -> [WindowRow] {
    stated.compactMap { times in
      window(StatedFactRow(times, as: .windows, &problems), .none, &problems)
    }
  }

  /// Those of sentences, where the policy has no table of them.
  static func read(_ prose: TimesInProse, _ problems: inout [ReadingProblem]) -> [WindowRow] {
    prose.rows.compactMap { window($0, .none, &problems) }
  }

  private static func window(
    _ row: some FactRow, _ headZone: HeadZone, _ problems: inout [ReadingProblem]
  ) -> WindowRow? {
    guard let name = NamedRows.anyName(of: row, .window, &problems),
      let time = time(row, &problems),
      let zone = row.zone(
        of: time.zone, head: headZone, isNeeded: !time.time.isAlways, &problems)
    else { return nil }
    let appliesTo = row.text(.appliesTo)
    return WindowRow(
      name: name, time: time.time, timeText: text(of: row), zone: zone,
      purpose: row.text(.purpose), appliesTo: appliesTo.isEmpty ? nil : appliesTo,
      usagePlace: row.place(appliesTo.isEmpty ? .purpose : .appliesTo),
      surroundings: row.surroundings(&problems), reference: row.reference)
  }

  /// As the policy writes it, the days of a column of their own in front.
  private static func text(of row: some FactRow) -> String {
    let days = row.text(.days)
    return days.isEmpty ? row.span(.time) : "\(days) \(row.span(.time))"
  }

  /// The cells of the time and of the days together; nil, with a problem, where they are not
  /// understood or do not agree.
  private static func time(
    _ row: some FactRow, _ problems: inout [ReadingProblem]
  ) -> (time: Recurrence, zone: Zone?)? {
    let column: ColumnKey = row.text(.time).isEmpty && row.has(.start) ? .start : .time
    guard row.has(column) else { return nil }
    var reading: WindowTimeText.Understood
    switch WindowTimeText.understand(row.span(.time)) {
    case .success(let understood): reading = understood
    case .failure(let refusal):
      problems.append(row.notUnderstood(column, accepted: refusal.accepted))
      return nil
    }
    if let ends = row.ends, column == .time,
      (try? WindowTimeText.understand(ends).get())?.time != reading.time
    {
      problems.append(
        row.notUnderstood(.time, accepted: "the times of Start and End, or an empty cell"))
      return nil
    }
    if !WordForm.fold(row.text(.days)).isEmpty || row.text(.days).contains("?") {
      guard let days = DaysText.read(row.text(.days)), reading.restrict(to: days),
        reading.areOfNight(row.text(.days))
      else {
        problems.append(row.notUnderstood(.days, accepted: DaysText.accepted))
        return nil
      }
    }
    if let abbreviation = reading.abbreviation {
      problems.append(ReadingProblem(abbreviation.problem, at: row.place(column)))
    }
    if reading.endsBeforeMidnight {
      problems.append(
        ReadingProblem(.minuteBeforeMidnight(text: row.span(.time)), at: row.place(column)))
    }
    if let other = TimesInName.other(than: reading.time, in: row.text(.window)) {
      problems.append(
        row.notUnderstood(
          .window, accepted: "the times of the row itself, where it says any: `\(other)` is another"
        ))
      return nil
    }
    return (reading.time, reading.zone)
  }

  /// What the head of the time column says of a zone.
  enum HeadZone: Hashable {
    /// `Time`
    case none
    /// `Time (UTC)`
    case named(Zone)
    /// `Time (local)`: there is a zone, and it is not known which.
    case unclear

    var zone: Zone? {
      if case .named(let zone) = self { zone } else { nil }
    }
  }

  static func headZone(_ table: PolicyTable, _ problems: inout [ReadingProblem]) -> HeadZone {
    let column: ColumnKey = table.key == .windows ? .time : .duration
    guard let head = table.head(of: column) ?? table.head(of: .start) else { return .none }
    var reading = HeadZone.none
    // `Time (UTC) (JST)` is in one of them, and nobody knows in which.
    func take(_ zone: Zone, _ text: String) {
      switch reading {
      case .none: reading = .named(zone)
      case .named(zone), .unclear: break
      case .named:
        reading = .unclear
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: table.key.rawValue, column: WordForm.trim(head.text), text: text,
              accepted: "one time zone"),
            at: head.place))
      }
    }
    for text in WordForm.partingBrackets(head.text).inside {
      switch ZoneText.read(text) {
      case .zone(let zone)?: take(zone, text)
      case .abbreviation(let zone, let abbreviation)?:
        problems.append(ReadingProblem(abbreviation.problem, at: head.place))
        take(zone, text)
      case .ambiguous(let names)?:
        reading = .unclear
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: table.key.rawValue, column: WordForm.trim(head.text), text: text,
              accepted: ZoneText.accepted(insteadOf: text, among: names)),
            at: head.place))
      case nil where isAboutForm(text) || table.key == .freezes && !isAboutZone(text): continue
      case nil:
        reading = .unclear
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: table.key.rawValue, column: WordForm.trim(head.text), text: text,
              accepted: ZoneText.accepted),
            at: head.place))
      }
    }
    return reading
  }

  /// `Dates (local time)`: days need no zone to be read, so that a head says little else.
  private static func isAboutZone(_ text: String) -> Bool {
    WordForm.words(text).contains { ["local", "time", "zone", "timezone"].contains($0) }
  }

  /// `Time (24 h)`, `Time (from - to)`: how the times are written, no zone.
  private static func isAboutForm(_ text: String) -> Bool {
    let words: Set = [
      "24", "24h", "h", "hour", "hours", "clock", "hh", "mm", "hhmm", "from", "to", "until",
      "start", "end", "begin", "daily", "day", "every", "each", "and", "of", "the", "format",
      "range", "window", "inclusive", "dates", "date", "days", "yyyy", "dd", "if",
      "any",
    ]
    // `AM/PM` is how times are written; `PM` alone is when they are.
    let said = WordForm.words(text)
    if said.contains("am") != said.contains("pm") { return false }
    return said.allSatisfy { words.contains($0) || $0 == "am" || $0 == "pm" }
  }
}
