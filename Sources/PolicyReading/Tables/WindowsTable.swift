import Chronology
import Findings
import Markdown
import SourceText

/// The table of deployment windows.
enum WindowsTable {
  /// A row without a readable time is left out, and so is a time of day whose zone stands in the
  /// column's head and is not understood: at another place it is another time.
  static func read(_ tables: [PolicyTable], _ problems: inout [ReadingProblem]) -> [WindowRow] {
    var windows: [WindowRow] = []
    var names = NamedRows()
    for table in tables {
      let headZone = headZone(table, &problems)
      for row in table.rows {
        guard let name = names.name(of: row, .window, &problems), table.has(.time) else { continue }
        switch WindowTimeText.read(row.text(.time)) {
        case .time(let time, let zone):
          guard headZone != .unclear || zone != nil || time == .always else { continue }
          let appliesTo = row.text(.appliesTo)
          windows.append(
            WindowRow(
              name: name, time: time, timeText: row.text(.time), zone: zone ?? headZone.zone,
              purpose: row.text(.purpose), appliesTo: appliesTo.isEmpty ? nil : appliesTo,
              usagePlace: row.place(appliesTo.isEmpty ? .purpose : .appliesTo),
              reference: row.reference))
        case .refused(let accepted):
          problems.append(row.notUnderstood(.time, accepted: accepted))
        }
      }
    }
    return windows
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
    guard let head = table.head(of: .time) else { return .none }
    var reading = HeadZone.none
    for text in WordForm.partingBrackets(head.text).inside {
      switch ZoneText.read(text) {
      case .zone(let zone)?: return .named(zone)
      case .ambiguous(let names)?:
        reading = .unclear
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: table.key.rawValue, column: WordForm.trim(head.text), text: text,
              accepted: "a time zone with one meaning: \(text) may be "
                + "\(names.joined(separator: " or ")), so write one of these"),
            at: head.place))
      case nil where isAboutForm(text): continue
      case nil:
        reading = .unclear
        problems.append(
          ReadingProblem(
            .cellNotUnderstood(
              table: table.key.rawValue, column: WordForm.trim(head.text), text: text,
              accepted: "a time zone such as UTC, UTC+2 or Europe/Zurich"),
            at: head.place))
      }
    }
    return reading
  }

  /// `Time (24 h)`, `Time (from - to)`: how the times are written, no zone.
  private static func isAboutForm(_ text: String) -> Bool {
    let words: Set = [
      "24", "24h", "h", "hour", "hours", "clock", "hh", "mm", "hhmm", "from", "to", "until",
      "start", "end", "begin", "daily", "day", "every", "each", "and", "of", "the", "format", "am",
      "pm",
      "weekdays", "range", "window",
    ]
    return WordForm.words(text).allSatisfy(words.contains)
  }
}
