import Configuration
import Markdown
import SourceText

/// Finds out which tables of a document are which.
///
/// 1. A table under a heading that the settings name is what they say.
/// 2. A table with every required column of a kind is of that kind; of several kinds, of the one
///    that knows most of its columns.
/// 3. A kind without a table takes one that has its key column and either another of its required
///    columns or a fitting heading above it, so that what is missing can be named.
struct TableRecognition {
  private let names: [TableKey: ConfiguredNames]

  init(_ configured: [TableKey: ConfiguredNames] = [:]) { names = configured }

  struct Match {
    let key: TableKey
    let table: MarkdownTable
    let columns: [ColumnKey: Int]
    let missing: [ColumnKind]
    var isConfigured = false
  }

  /// In document order. Of several tables of one kind the fullest is taken, and with it those with
  /// the same head, which continue it.
  func recognise(_ tables: [MarkdownTable]) -> [Match] {
    var matches = tables.map { table in configuredMatch(table) ?? completeMatch(table) }
    for key in TableKey.allCases {
      let candidates = matches.indices.filter { matches[$0]?.key == key }
      guard let first = candidates.first else { continue }
      let best = candidates.dropFirst().reduce(first) { best, index in
        count(matches[index]) > count(matches[best]) ? index : best
      }
      let head = heads(tables[best])
      for index in candidates where heads(tables[index]) != head { matches[index] = nil }
    }
    for key in TableKey.allCases where !matches.contains(where: { $0?.key == key }) {
      guard
        let index = tables.indices.first(where: {
          matches[$0] == nil && isPartialMatch(key, tables[$0])
        })
      else { continue }
      matches[index] = match(key, tables[index])
    }
    return matches.compactMap { $0 }
  }

  private func count(_ match: Match?) -> Int {
    guard let match else { return 0 }
    // What the settings name by its heading comes before everything else.
    return match.columns.count + (match.isConfigured ? 1000 : 0)
  }

  private func heads(_ table: MarkdownTable) -> [String] {
    table.header.map { WordForm.fold($0.text) }
  }

  /// The columns of a kind, with the settings' own words for them.
  private func kinds(_ key: TableKey) -> [ColumnKind] {
    let columns = TableSynonyms.columns(of: key)
    guard let written = names[key]?.columns else { return columns }
    return columns.map { kind in
      guard let head = written[kind.key] else { return kind }
      return ColumnKind(kind.key, kind.need, [head] + kind.heads)
    }
  }

  private func configuredMatch(_ table: MarkdownTable) -> Match? {
    guard let heading = table.heading else { return nil }
    let folded = ClauseNumber.parting(heading.text).title
    for key in TableKey.allCases {
      guard let wanted = names[key]?.heading else { continue }
      if wanted == WordForm.fold(folded) || wanted == WordForm.fold(heading.text) {
        var match = match(key, table)
        match.isConfigured = true
        return match
      }
    }
    return nil
  }

  private func completeMatch(_ table: MarkdownTable) -> Match? {
    var best: Match?
    for key in TableKey.allCases {
      let candidate = match(key, table)
      guard candidate.missing.isEmpty else { continue }
      if candidate.columns.count > (best?.columns.count ?? 0) { best = candidate }
    }
    return best
  }

  private func isPartialMatch(_ key: TableKey, _ table: MarkdownTable) -> Bool {
    let candidate = match(key, table)
    guard let keyColumn = kinds(key).first(where: { $0.need == .key }),
      candidate.columns[keyColumn.key] != nil
    else { return false }
    let required = kinds(key).filter { $0.need == .required }
    if required.count > 1, candidate.missing.count < required.count { return true }
    return fits(key, table.heading)
  }

  private func fits(_ key: TableKey, _ heading: MarkdownHeading?) -> Bool {
    let heading = WordForm.fold(heading?.text ?? "")
    return TableSynonyms.headingWords(of: key).contains { heading.contains($0) }
  }

  /// Which columns of the kind the table has. Each of its columns is used once, the kind's earlier
  /// synonyms first.
  private func match(_ key: TableKey, _ table: MarkdownTable) -> Match {
    let heads = table.header.map { cell in
      (WordForm.fold(cell.text), WordForm.fold(WordForm.partingBrackets(cell.text).outside))
    }
    var columns: [ColumnKey: Int] = [:]
    var used: Set<Int> = []
    let kinds = kinds(key)
    let general = fits(key, table.heading) ? TableSynonyms.generalKeyHeads : []
    for kind in kinds {
      let known = kind.need == .key ? kind.heads + general : kind.heads
      let found = known.lazy.compactMap { head in
        heads.indices.first { !used.contains($0) && (heads[$0].0 == head || heads[$0].1 == head) }
      }.first
      guard let found else { continue }
      columns[kind.key] = found
      used.insert(found)
    }
    let missing = kinds.filter { $0.need != .optional && columns[$0.key] == nil }
    return Match(key: key, table: table, columns: columns, missing: missing)
  }
}
