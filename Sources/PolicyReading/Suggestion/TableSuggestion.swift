import Chronology
import Configuration
import Markdown
import SourceText

/// What the settings can say of a table that is not read as it stands, so that it is.
struct TableSuggestion {
  let table: MarkdownTable
  let key: TableKey
  /// What each of its columns is, in the order of the table.
  let columns: [(column: ColumnKey, index: Int)]
  /// What it lacks.
  let missing: [ColumnKey]
  /// How sure it is.
  fileprivate let score: Int

  func head(of index: Int) -> String { WordForm.trim(table.header[index].text) }

  /// As the settings would have it.
  var names: TableNames {
    TableNames(
      table: key.rawValue,
      heading: missing.isEmpty
        ? nil : table.heading.map { ClauseNumber.parting($0.text).title },
      columns: columns.map {
        TableNames.ColumnName(column: $0.column.rawValue, written: head(of: $0.index))
      })
  }

  /// Each kind of table that the policy lacks, with the table that is most likely it.
  static func all(for policy: Policy) -> [TableSuggestion] {
    let taken = Dictionary(
      policy.tables.map { ($0.place.range, $0.key) }, uniquingKeysWith: { first, _ in first })
    func isSaid(_ matches: (ReadingProblem.Kind) -> Bool) -> Bool {
      policy.problems.contains { matches($0.kind) }
    }
    let lacking = TableKey.allCases.filter { key in
      isSaid { if case .tableAbsent(key.rawValue, _) = $0 { true } else { false } }
    }
    let partial = TableKey.allCases.filter { key in
      isSaid { if case .columnAbsent(key.rawValue, _, _) = $0 { true } else { false } }
    }
    let reading = ColumnReading(policy)
    var open = policy.document.tables.prefix(TableRecognition.most).flatMap { table in
      if let key = taken[table.place.range] {
        // One that is taken, and lacks a column that it has under another head.
        let found = partial.contains(key) ? TableSuggestion(key, table, reading) : nil
        return [found].compactMap(\.self).filter(\.missing.isEmpty)
      }
      return lacking.compactMap { TableSuggestion($0, table, reading) }
    }.sorted { ($1.score, $0.table.node) < ($0.score, $1.table.node) }
    var chosen: [TableSuggestion] = []
    while let best = open.first {
      chosen.append(best)
      open.removeAll { $0.key == best.key || $0.table.node == best.table.node }
    }
    return chosen.sorted { $0.table.node < $1.table.node }
  }

  /// Nil for a table that is not of the kind, as far as its heads, its heading and its cells tell.
  private init?(_ key: TableKey, _ table: MarkdownTable, _ reading: ColumnReading) {
    let heads = table.header.map {
      WordForm.fold(WordForm.partingBrackets($0.text).outside)
    }
    let heading = WordForm.fold(table.heading.map { ClauseNumber.parting($0.text).title } ?? "")
    let fits = (TableSynonyms.headingWords(of: key) + SuggestedHeads.headings(of: key)).contains {
      heading.holds($0)
    }
    var columns: [ColumnKey: Int] = [:]
    func isFree(_ index: Int) -> Bool { !columns.values.contains(index) && !heads[index].isEmpty }
    let kinds = TableSynonyms.columns(of: key)
    for kind in kinds {
      let known = kind.heads + SuggestedHeads.heads(of: kind.key)
      if let index = heads.indices.first(where: { isFree($0) && known.contains(heads[$0]) }) {
        columns[kind.key] = index
      }
    }
    // A head that is misspelt, or has a word more or less, where its cells do not say otherwise.
    for kind in kinds where columns[kind.key] == nil {
      let known = kind.heads + SuggestedHeads.heads(of: kind.key)
      if let index = heads.indices.first(where: { index in
        isFree(index) && PolicyCompleteness.isNear(heads[index], known, byWords: true)
          && (!ColumnReading.tells(kind.key)
            || reading.reads(table.rows.map { $0[index].text }, as: kind.key, isLikely: true))
      }) {
        columns[kind.key] = index
      }
    }
    let byHead = columns.count
    var byCells = 0
    for kind in kinds where kind.need != .optional && columns[kind.key] == nil {
      guard
        let index = heads.indices.first(where: { index in
          isFree(index)
            && reading.reads(table.rows.map { $0[index].text }, as: kind.key, isLikely: fits)
        })
      else { continue }
      columns[kind.key] = index
      byCells += ColumnReading.tells(kind.key) ? 1 : 0
    }
    // Rows are named by their first column.
    let isComplete = kinds.allSatisfy { $0.need != .required || columns[$0.key] != nil }
    if fits || isComplete, let name = kinds.first, columns[name.key] == nil,
      heads.indices.contains(0), isFree(0)
    {
      columns[name.key] = 0
    }
    // `Day | Window`: the times themselves are called so.
    if key == .windows, columns[.time] == nil, let index = columns[.window],
      reading.reads(table.rows.map { $0[index].text }, as: .time, isLikely: true),
      let other = columns[.days] ?? columns[.appliesTo] ?? heads.indices.first(where: isFree)
    {
      columns[.time] = index
      columns[.window] = other
      byCells += 1
    }
    // One text that is left over for one that is wanted.
    let wanted = kinds.filter {
      $0.need == .required && columns[$0.key] == nil && ColumnReading.isText($0.key)
    }
    let left = heads.indices.filter(isFree)
    if fits, wanted.count == 1, left.count == 1 { columns[wanted[0].key] = left[0] }

    var missing = kinds.filter { $0.need != .optional && columns[$0.key] == nil }.map(\.key)
    if columns[.start] != nil, columns[.end] != nil {
      missing.removeAll { $0 == .time || $0 == .duration }
    }
    let hasName = kinds.first.map { columns[$0.key] != nil } ?? false
    let required = kinds.count { $0.need == .required }
    let isDeciding = key == .windows || key == .freezes
    guard hasName, missing.count < max(required, 1), byHead + byCells > 0,
      fits || byHead + byCells > 1, !isDeciding || missing.isEmpty
    else { return nil }
    self.table = table
    self.key = key
    // `Day` may be a window's name and its days: of one column in the order of the kinds.
    self.columns = heads.indices.flatMap { index in
      kinds.filter { columns[$0.key] == index }.map { ($0.key, index) }
    }
    self.missing = missing
    score = byHead * 4 + byCells * 5 + (fits ? 6 : 0) - missing.count * 2
  }
}

/// What a column may be, as far as its cells tell.
private struct ColumnReading {
  private let policy: Policy

  init(_ policy: Policy) { self.policy = policy }

  /// Cells that nothing else is written as.
  static func tells(_ column: ColumnKey) -> Bool {
    [.leadTime, .time, .duration, .changesAllowed, .target, .reviewers, .date].contains(column)
  }

  /// Columns that any text may stand in.
  static func isText(_ column: ColumnKey) -> Bool {
    [.criteria, .conditions, .purpose, .requirement, .implementation].contains(column)
  }

  /// - Parameter isLikely: The heading says that there is such a column.
  func reads(_ cells: [String], as column: ColumnKey, isLikely: Bool) -> Bool {
    let texts = cells.map { WordForm.trim($0) }.filter { !$0.isEmpty }
    guard !texts.isEmpty, isLikely || Self.tells(column) else { return false }
    return texts.allSatisfy { reads($0, as: column) }
  }

  private func reads(_ written: String, as column: ColumnKey) -> Bool {
    let text = ForeignPhrases.translation(of: written) ?? written
    switch column {
    case .leadTime: return LeadTimeText.read(text) != nil
    case .approval: return ApprovalText.read(text, risks: policy.risks.map(\.name)) != nil
    case .time:
      if case .success = WindowTimeText.understand(text) { return true } else { return false }
    case .duration:
      if case .duration = FreezeDurationText.read(text) { return true } else { return false }
    case .changesAllowed: return FreezeAllowanceText.read(text) != nil
    case .target: return TargetText.read(text) != nil
    case .reviewers: return ReviewersText.read(text) != nil
    case .securityReview: return SecurityReviewText.read(text) != nil
    case .testLevel: return TestRequirementText.read(text) != nil
    case .date: return DateText.read(text) != nil
    case .requiredFor:
      let names = NameResolution(policy.types.map(\.name))
      return ApplicabilityText.read(text, types: names).map { $0.undefined.isEmpty } ?? false
    default: return false
    }
  }
}
