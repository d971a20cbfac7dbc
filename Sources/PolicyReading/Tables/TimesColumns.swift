import Markdown

/// The columns of a table that stands under a heading about windows or freezes alone: there the times may be called
/// `Window`, and rows need no name of their own.
struct TimesColumns {
  private let key: TableKey
  private let table: MarkdownTable
  /// Folded, without what stands in brackets.
  private let heads: [String]

  init(_ key: TableKey, _ table: MarkdownTable, heads: [String]) {
    self.key = key
    self.table = table
    self.heads = heads
  }

  private var name: ColumnKey { key == .windows ? .window : .period }
  private var time: ColumnKey { key == .windows ? .time : .duration }

  /// Whether the times of at least one row are read.
  func tellTimes(_ columns: [ColumnKey: Int]) -> Bool {
    table.rows.contains { reads($0, columns) }
  }

  /// The columns with what the cells tell of the rest; the same ones where they tell nothing.
  func completing(_ known: [ColumnKey: Int]) -> [ColumnKey: Int] {
    var columns = known
    // `Day | Window`: the times themselves are called so, and whatever else there is names them.
    if columns[time] == nil, columns[.start] == nil, let index = columns[name],
      table.rows.contains(where: { !text($0, index).isEmpty }),
      table.rows.allSatisfy({ text($0, index).isEmpty || reads(text($0, index)) })
    {
      columns[time] = index
      columns[name] = nil
    }
    guard columns[name] == nil else { return columns }
    guard tellTimes(columns) else { return known }
    columns[name] = otherName(columns)
    return columns
  }

  /// A column that can tell rows apart where none holds their names; nil where only the heading names them.
  private func otherName(_ columns: [ColumnKey: Int]) -> Int? {
    let heads = TableSynonyms.columns(of: key).first { $0.key == name }?.heads ?? []
    let used = Set(columns.values)
    let named = self.heads.indices.first {
      !used.contains($0) && (heads + Self.occasions).contains(self.heads[$0])
    }
    let shared = [ColumnKey.appliesTo, .days, .environment, .region]
    return named ?? shared.lazy.compactMap { columns[$0] }.first
  }

  private static let occasions = [
    "reason", "reasons", "occasion", "description", "rationale", "why",
  ]

  private func text(_ row: [MarkdownTable.Cell], _ index: Int) -> String {
    index < row.count ? WordForm.trim(row[index].text) : ""
  }

  private func reads(_ row: [MarkdownTable.Cell], _ columns: [ColumnKey: Int]) -> Bool {
    if let index = columns[time], !text(row, index).isEmpty { return reads(text(row, index)) }
    guard let start = columns[.start], let end = columns[.end] else { return false }
    return reads("\(text(row, start)) - \(text(row, end))")
  }

  private func reads(_ text: String) -> Bool {
    if key == .windows {
      if case .success = WindowTimeText.understand(text) { return true }
    } else if case .duration = FreezeDurationText.read(text) {
      return true
    }
    return false
  }
}
