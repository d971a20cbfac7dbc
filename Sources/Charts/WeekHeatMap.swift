import Chronology
import Markdown

/// Counts by weekday and hour: the fuller a cell, the more there were. Windows are outlined over it.
package struct WeekHeatMap: Chart {
  /// A stretch of the day on some weekdays that follow each other.
  package struct Outline: Sendable, Hashable {
    let firstDay: Int
    let lastDay: Int
    /// Minutes of the day.
    let minutes: Range<Int>

    /// Days count from 0 for Monday; minutes are brought into 0 to 1440.
    package init(days: ClosedRange<Int>, minutes: Range<Int>) {
      firstDay = min(max(days.lowerBound, 0), 6)
      lastDay = min(max(days.upperBound, firstDay), 6)
      let start = min(max(minutes.lowerBound, 0), 1440)
      self.minutes = start..<min(max(minutes.upperBound, start), 1440)
    }
  }

  package struct Window: Sendable {
    package let name: String
    package let outlines: [Outline]

    package init(name: String, outlines: [Outline]) {
      self.name = name
      self.outlines = outlines.filter { !$0.minutes.isEmpty }
    }

    /// From the minutes of each weekday, Monday first: days that follow each other with the same
    /// minutes are outlined as one.
    package init(name: String, minutesByDay: [[Range<Int>]]) {
      var outlines: [Outline] = []
      for (day, ranges) in minutesByDay.prefix(7).enumerated() {
        for range in ranges {
          let open = outlines.firstIndex { $0.lastDay == day - 1 && $0.minutes == range }
          if let open {
            outlines[open] = Outline(days: outlines[open].firstDay...day, minutes: range)
          } else {
            outlines.append(Outline(days: day...day, minutes: range))
          }
        }
      }
      self.init(name: name, outlines: outlines)
    }
  }

  let title: String
  /// What is counted: `changes`.
  let counted: String
  private let counts: [Int]
  let windows: [Window]
  let href: (@Sendable (_ day: Int, _ hour: Int) -> String?)?

  /// - Parameters:
  ///   - counts: By weekday, Monday first, then hour; what is missing counts as none.
  ///   - windows: All but those that are always open, which tell nothing here.
  ///   - href: Where what a cell counts is listed.
  package init(
    title: String, counted: String, counts: [[Int]], windows: [Window],
    href: (@Sendable (_ day: Int, _ hour: Int) -> String?)? = nil
  ) {
    self.title = title
    self.counted = counted
    self.counts = (0..<168).map { cell in
      let (day, hour) = cell.quotientAndRemainder(dividingBy: 24)
      guard counts.indices.contains(day), counts[day].indices.contains(hour) else { return 0 }
      return max(0, counts[day][hour])
    }
    self.windows = windows.filter { !$0.outlines.isEmpty }
    self.href = href
  }

  func count(_ day: Int, _ hour: Int) -> Int { counts[day * 24 + hour] }

  var total: Int { counts.reduce(0) { $0.addingClamped($1) } }

  var most: Int { counts.max() ?? 0 }

  static let dayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  static func clock(_ hour: Int) -> String { "\(twoDigits(hour)):00" }

  package var isEmpty: Bool { most == 0 }

  package var summary: String {
    guard !isEmpty, let fullest = counts.indices.max(by: { counts[$0] < counts[$1] }) else {
      return "\(title): there are none."
    }
    let (day, hour) = fullest.quotientAndRemainder(dividingBy: 24)
    let days = Self.dayNames.indices.map { day in
      "\(Self.dayNames[day]) \((0..<24).reduce(0) { $0.addingClamped(count(day, $1)) })"
    }
    return "\(title): \(total) \(counted); most, \(most), on \(Self.dayNames[day]) from "
      + "\(Self.clock(hour)) to \(Self.clock(hour + 1)). By day: \(days.joined(separator: ", "))."
      + (windows.isEmpty
        ? "" : " Outlined: \(windows.map(\.name).joined(separator: ", ")).")
  }

  package var table: ChartTable {
    ChartTable(
      caption: "\(title), by hour and weekday",
      columns: [.init("Hour")]
        + Self.dayNames.map { .init(String($0.prefix(3)), isNumber: true) }
        + [.init("All", isNumber: true)],
      rows: (0..<24).map { hour in
        [ChartTable.Cell("\(Self.clock(hour))–\(Self.clock(hour + 1))")]
          + (0..<7).map { day in
            let count = count(day, hour)
            return .init("\(count)", href: count == 0 ? nil : href?(day, hour))
          } + [.init("\((0..<7).reduce(0) { $0.addingClamped(count($1, hour)) })")]
      })
  }
}
