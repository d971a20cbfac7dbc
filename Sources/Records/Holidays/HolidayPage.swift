import Chronology
import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// A page of holidays: the days of a column Date, and of list items that begin with a date. A day
/// without a year is one of every year.
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
      }
    }
    takeItems(of: file)
  }

  /// `- 2026-12-25 Christmas Day`; an item without a digit is none of a day.
  private mutating func takeItems(of file: SourceFile) {
    var start = 0
    while start < file.bytes.count {
      var end = start
      while end < file.bytes.count, file.bytes[end] != 0x0A { end += 1 }
      defer { start = end + 1 }
      let line = WordForm.trim(String(decoding: file.bytes[start..<end], as: UTF8.self))
      guard line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("+ ") else { continue }
      let item = String(line.dropFirst(2))
      guard item.utf8.contains(where: { (0x30...0x39).contains($0) }) else { continue }
      take(item, whole: false, at: Place(file, SourceRange(start..<end)))
    }
  }

  private mutating func take(_ text: String, whole: Bool, at place: Place) {
    guard let (pattern, rest) = DayText.read(text), !whole || rest.isEmpty else {
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
