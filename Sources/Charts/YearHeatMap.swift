import Chronology
import Markdown

/// The days of a year, a month a row: the fuller a cell, the more changes; days of a freeze are
/// outlined.
package struct YearHeatMap: Chart {
  /// A freeze within the year.
  package struct Freeze: Sendable {
    let name: String
    /// Days of the year, from 0.
    let days: ClosedRange<Int>

    package init(name: String, days: ClosedRange<Int>) {
      self.name = name
      self.days = days
    }
  }

  let year: Int
  /// By the day of the year.
  private let counts: [Int]
  private let freezes: [Freeze]
  private let href: @Sendable (_ month: Int) -> String?

  /// - Parameters:
  ///   - counts: By the day of the year, from 0; what is missing counts as none.
  ///   - href: The page of a month, from 1 to 12.
  package init(
    year: Int, counts: [Int: Int], freezes: [Freeze],
    href: @escaping @Sendable (_ month: Int) -> String?
  ) {
    self.year = year
    self.counts = (0..<366).map { max(0, counts[$0] ?? 0) }
    self.freezes = freezes
    self.href = href
  }

  package static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Nil for a day that the year does not have.
  private func day(_ month: Int, _ day: Int) -> Int? {
    guard let first = CivilDay(year: year, month: 1, day: 1),
      let one = CivilDay(year: year, month: month, day: day)
    else { return nil }
    return one.daysSinceEpoch - first.daysSinceEpoch
  }

  private func total(ofMonth month: Int) -> Int {
    (1...31).compactMap { day(month, $0) }.reduce(0) { $0.addingClamped(counts[$1]) }
  }

  private func isFrozen(_ day: Int) -> Bool { freezes.contains { $0.days.contains(day) } }

  private func frozenDays(ofMonth month: Int) -> Int {
    (1...31).compactMap { day(month, $0) }.count(where: isFrozen)
  }

  package var isEmpty: Bool { freezes.isEmpty && counts.allSatisfy { $0 == 0 } }

  package var summary: String {
    let all = counts.reduce(0) { $0.addingClamped($1) }
    let frozen = (1...12).reduce(0) { $0 + frozenDays(ofMonth: $1) }
    return "The year \(year): \(all) changes, \(frozen) days with a freeze."
      + (freezes.isEmpty
        ? "" : " Outlined: \(freezes.prefix(6).map(\.name).joined(separator: ", ")).")
  }

  package var table: ChartTable {
    ChartTable(
      caption: "The year \(year) by month",
      columns: [
        .init("Month"), .init("Changes", isNumber: true),
        .init("Days with a freeze", isNumber: true),
      ],
      rows: (1...12).map { month in
        [
          .init(Self.monthNames[month - 1], href: href(month)), .init("\(total(ofMonth: month))"),
          .init("\(frozenDays(ofMonth: month))"),
        ]
      })
  }

  // MARK: Drawing

  private static let left = 44.0
  private static let cell = 24.0
  private static let top = 22.0

  package func draw() -> HTML {
    var writer = HTMLWriter()
    writer.reserve(20_000)
    writer.openDrawing(
      width: Self.left + 31 * Self.cell + 8, height: Self.top + 12 * Self.cell + 6,
      summary: summary, isLinked: (1...12).contains { href($0) != nil })
    for day in stride(from: 1, through: 31, by: 5) {
      writer.label("\(day)", at: (x(day) + Self.cell / 2, Self.top - 7), .middle)
    }
    let most = counts.max() ?? 0
    for month in 1...12 {
      let y = Self.top + Double(month - 1) * Self.cell
      writer.linked(href(month)) { writer in
        writer.label(Self.monthNames[month - 1], at: (0, y + 16))
      }
      for number in 1...31 {
        guard let day = day(month, number) else { continue }
        write(day, number, month, y: y, most: most, to: &writer)
      }
    }
    writer.close("svg")
    return writer.finish()
  }

  private func x(_ day: Int) -> Double { Self.left + Double(day - 1) * Self.cell }

  private func write(
    _ day: Int, _ number: Int, _ month: Int, y: Double, most: Int, to writer: inout HTMLWriter
  ) {
    let count = counts[day]
    let box = (
      x: (x(number) + 0.5)...(x(number) + Self.cell - 0.5), y: (y + 0.5)...(y + Self.cell - 0.5)
    )
    let held = freezes.filter { $0.days.contains(day) }.map(\.name)
    let words =
      "\(number) \(Self.monthNames[month - 1]): \(count) changes"
      + (held.isEmpty ? "" : "; \(held.joined(separator: ", "))")
    // Five steps of the largest count; one alone is never empty.
    let step =
      count == 0 ? 0 : max(1, min(5, Int((Double(count) / Double(most) * 5).rounded(.up))))
    // The outline and the number let the pointer through, so that each cell has its words once.
    writer.rectangle("s-cell h-\(step)", x: box.x, y: box.y, title: words)
    if !held.isEmpty {
      writer.rectangle(
        "s-window w-1", x: (box.x.lowerBound + 1)...(box.x.upperBound - 1),
        y: (box.y.lowerBound + 1)...(box.y.upperBound - 1))
    }
    if count > 0 {
      writer.label(
        count < 1000 ? "\(count)" : "k", at: (x(number) + Self.cell / 2, y + 16), .middle,
        look: step > 3 ? "s-on" : "s-in")
    }
  }
}
