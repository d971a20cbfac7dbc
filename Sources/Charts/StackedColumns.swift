import Markdown

/// Counts by period, each column made of its parts from the foot up, each part with its name beside
/// the last column.
package struct StackedColumns: Chart {
  package struct Part: Sendable {
    package let name: String
    package let fill: FillPattern
    /// One a column; what is below zero counts as none.
    package let counts: [Int]

    package init(name: String, fill: FillPattern, counts: [Int]) {
      self.name = name
      self.fill = fill
      self.counts = counts.map { max(0, $0) }
    }
  }

  package struct Column: Sendable {
    /// For tables and texts: `March 2026`.
    package let name: String
    /// Under the axis: `Mar`.
    package let tick: String
    /// Under the first of several ticks that share it: `2026`.
    package let group: String
    /// What it is counted over.
    package let href: String?

    package init(name: String, tick: String, group: String, href: String? = nil) {
      self.name = name
      self.tick = tick
      self.group = group
      self.href = href
    }
  }

  let title: String
  /// Unique among the drawings of a page.
  let id: String
  let columns: [Column]
  /// From the foot up.
  let parts: [Part]
  /// Where the records of one part of one column are; nil for nowhere of their own.
  let partHref: (@Sendable (_ column: Int, _ part: Int) -> String?)?

  package init(
    title: String, id: String, columns: [Column], parts: [Part],
    partHref: (@Sendable (_ column: Int, _ part: Int) -> String?)? = nil
  ) {
    self.title = title
    self.id = id
    self.columns = columns
    self.parts = parts
    self.partHref = partHref
  }

  func count(_ column: Int, _ part: Int) -> Int {
    parts[part].counts.indices.contains(column) ? parts[part].counts[column] : 0
  }

  func total(_ column: Int) -> Int {
    parts.indices.reduce(0) { $0.addingClamped(count(column, $1)) }
  }

  package var isEmpty: Bool { columns.indices.allSatisfy { total($0) == 0 } }

  package var endsNow: Bool { true }

  package var summary: String {
    guard let most = columns.indices.max(by: { total($0) < total($1) }), !isEmpty else {
      return "\(title): there are none."
    }
    let all = parts.indices.map { part in
      let sum = columns.indices.reduce(0) { $0.addingClamped(count($1, part)) }
      return "\(parts[part].name) \(sum)"
    }
    let span = columns.count == 1 ? "" : ", most in \(columns[most].name) with \(total(most))"
    return "\(title)\(span). In all: \(all.joined(separator: ", "))."
  }

  package var table: ChartTable {
    ChartTable(
      caption: "\(title), the latest first",
      columns: [.init("Period")] + parts.map { .init($0.name, isNumber: true) }
        + [.init("All", isNumber: true)],
      rows: columns.indices.reversed().map { column in
        [ChartTable.Cell(columns[column].name)]
          + parts.indices.map { part in
            let count = count(column, part)
            return .init("\(count)", href: count == 0 ? nil : partHref?(column, part))
          } + [.init("\(total(column))", href: total(column) == 0 ? nil : columns[column].href)]
      })
  }
}

extension Int {
  /// The sum, or the largest number there is.
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
