import Chronology
import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// A page of holidays: the days of a column Date, and of list items that begin with a date. A day
/// without a year is one of every year. A line that begins with one and is neither is a problem.
struct HolidayPage {
  private(set) var reading = HolidayReading()

  static let accepted = "a date such as 2026-12-25, or 25 December for every year"

  init(_ file: SourceFile) {
    let document = readMarkdown(file, body: splitFrontMatter(file).body, limits: .policy)
    reading.problems = document.problems
    for table in document.tables {
      guard
        let column = table.header.firstIndex(where: {
          ["date", "dates", "day", "holiday date"].contains(WordForm.fold($0.text))
        })
      else {
        if let head = table.header.first {
          report(table.header.map(\.text).joined(separator: " | "), at: head.place)
        }
        continue
      }
      for row in table.rows where row.contains(where: { !WordForm.trim($0.text).isEmpty }) {
        guard column < row.count else { continue }
        take(WordForm.trim(row[column].text), whole: true, at: row[column].place)
        // Which of two days is the holiday, nobody knows: `Observed`.
        for (index, cell) in row.enumerated() where index != column && Self.namesDay(cell.text) {
          report(WordForm.trim(cell.text), at: cell.place)
        }
      }
    }
    let rows = document.tables.map { document.place(of: $0.node).range.indices }
    takeLines(of: file, besides: rows)
  }

  /// A day of the calendar with its month, and not only a year or a number.
  private static func namesDay(_ text: String) -> Bool { TimeSigns(text).hasDate }

  /// `- 2026-12-25 Christmas Day`, `1. 2026-12-25`; an item with a bullet and without a digit is none of a
  /// day. A row that has lost its table is reported where it names one, and so is any other line that
  /// begins with one: a paragraph, a quote, a heading, a line in a fence.
  private mutating func takeLines(of file: SourceFile, besides tables: [Range<Int>]) {
    var start = 0
    while start < file.bytes.count {
      var end = start
      while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
      defer { start = end + 1 }
      let line = WordForm.trim(String(decoding: file.bytes[start..<end], as: UTF8.self))
      if line.hasPrefix("|"), Self.namesDay(line), !tables.contains(where: { $0.contains(start) }) {
        report(line, at: Place(file, SourceRange(start..<end)))
      }
      guard line.utf8.contains(where: { (0x30...0x39).contains($0) }) else { continue }
      let place = Place(file, SourceRange(start..<end))
      if ["- ", "* ", "+ "].contains(where: line.hasPrefix) {
        take(WordForm.trim(String(line.dropFirst(2))), whole: false, at: place)
      } else if let item = Self.numbered(line), Self.namesDay(item) {
        take(item, whole: false, at: place)
      } else if let marked = line.firstIndex(where: { !" \t>#*_`~".contains($0) }),
        DayText.begins(String(line[marked...]))
      {
        report(line, at: place)
      }
    }
  }

  /// What stands behind `1.` or `2)`.
  private static func numbered(_ line: String) -> String? {
    let behind = line.drop { "0"..."9" ~= $0 }
    guard behind.count < line.count, behind.first == "." || behind.first == ")",
      behind.dropFirst().first == " "
    else { return nil }
    return WordForm.trim(String(behind.dropFirst()))
  }

  private mutating func take(_ text: String, whole: Bool, at place: Place) {
    guard let (pattern, rest) = DayText.read(text), !whole || rest.isEmpty,
      !Self.namesDay(rest)
    else {
      return report(text, at: place)
    }
    switch pattern {
    case .year(let day): reading.days.yearly.append(day)
    case .dated(let days): reading.days.dated += days
    }
  }

  private mutating func report(_ text: String, at place: Place) {
    reading.problems.append(
      ReadingProblem(
        .unreadableValue(key: "Date", text: text, expected: Self.accepted), at: place))
  }
}
