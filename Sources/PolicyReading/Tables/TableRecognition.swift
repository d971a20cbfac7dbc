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
  /// The columns of each kind, with the settings' own words for them.
  private let kinds: [TableKey: [ColumnKind]]

  init(_ configured: [TableKey: ConfiguredNames] = [:]) {
    names = configured
    var kinds: [TableKey: [ColumnKind]] = [:]
    for key in TableKey.allCases {
      kinds[key] = TableSynonyms.columns(of: key).map { kind in
        guard let head = configured[key]?.columns[kind.key] else { return kind }
        return ColumnKind(kind.key, kind.need, [head] + kind.heads)
      }
    }
    self.kinds = kinds
  }

  struct Match {
    let key: TableKey
    let table: MarkdownTable
    let columns: [ColumnKey: Int]
    let missing: [ColumnKind]
    /// What its rows do not say, although it is certainly of the kind.
    var unsaid: [ColumnKind] = []
    var isConfigured = false
  }

  /// Tables after that many are text: what a document holds must not make reading it slow.
  static let most = 500

  /// Tables in document order: those that are taken, and those of which another one was.
  struct Matches {
    var taken: [Match] = []
    var rivals: [Match] = []
  }

  /// Of several tables of one kind the fullest is taken, and with it those with the same head, which
  /// continue it. Of freezes all are: each holds.
  func recognise(_ tables: [MarkdownTable]) -> Matches {
    let candidates = tables.prefix(Self.most).map(Candidate.init)
    var matches = candidates.map { configuredMatch($0) ?? completeMatch($0) }
    var dropped: [(index: Int, match: Match)] = []
    for key in TableKey.allCases {
      let rivals = matches.indices.filter { matches[$0]?.key == key }
      guard let first = rivals.first else { continue }
      let best = rivals.dropFirst().reduce(first) { best, index in
        weight(matches[index]) > weight(matches[best]) ? index : best
      }
      let head = candidates[best].wholeHeads
      for index in rivals where candidates[index].wholeHeads != head && key != .freezes {
        if let match = matches[index] { dropped.append((index, match)) }
        matches[index] = nil
      }
    }
    for key in TableKey.allCases where !matches.contains(where: { $0?.key == key }) {
      for (index, candidate) in candidates.enumerated() where matches[index] == nil {
        guard let match = partialMatch(key, candidate) else { continue }
        matches[index] = match
        break
      }
    }
    return Matches(
      taken: matches.compactMap { $0 },
      rivals: dropped.filter { matches[$0.index] == nil }.sorted { $0.index < $1.index }
        .map(\.match))
  }

  /// The kind that a table is nearest to: the one that knows most of its columns, and of several the
  /// one whose heading stands above. Nil where none knows any.
  func nearest(to table: MarkdownTable) -> Match? {
    let candidate = Candidate(table)
    var best: (match: Match, score: Int)?
    for key in TableKey.allCases {
      let match = match(key, candidate)
      let fits = candidate.fits(key)
      guard !match.columns.isEmpty || fits else { continue }
      let score = match.columns.count * 4 + (fits ? 6 : 0) - match.missing.count
      if score > best?.score ?? .min { best = (match, score) }
    }
    return best?.match
  }

  /// A table with its heads folded: whole, and without what stands in brackets.
  private struct Candidate {
    let table: MarkdownTable
    let wholeHeads: [String]
    let heads: [String]
    /// Without its number.
    let heading: String

    init(_ table: MarkdownTable) {
      self.table = table
      wholeHeads = table.header.map { WordForm.fold($0.text) }
      heads = table.header.map { WordForm.fold(WordForm.partingBrackets($0.text).outside) }
      heading = WordForm.fold(table.heading.map { ClauseNumber.parting($0.text).title } ?? "")
    }

    func fits(_ key: TableKey) -> Bool {
      // `Blackout windows` are none of the other kind.
      if (key == .windows || key == .freezes), let kind = DecidingWords.kind(ofHeading: heading) {
        return kind == key
      }
      return TableSynonyms.headingWords(of: key).contains { heading.holds($0) }
    }

    /// The heading announces times of the kind and of no other.
    func announces(_ key: TableKey) -> Bool {
      (key == .windows || key == .freezes) && DecidingWords.kind(ofHeading: heading) == key
    }
  }

  /// What the settings name by its heading comes before everything else.
  private func weight(_ match: Match?) -> Int {
    match.map { $0.columns.count + ($0.isConfigured ? 1000 : 0) } ?? 0
  }

  private func configuredMatch(_ candidate: Candidate) -> Match? {
    guard !names.isEmpty else { return nil }
    for key in TableKey.allCases where names[key]?.heading == candidate.heading {
      var match = match(key, candidate)
      match.isConfigured = true
      return match
    }
    return nil
  }

  private func completeMatch(_ candidate: Candidate) -> Match? {
    var best: Match?
    for key in TableKey.allCases {
      let match = match(key, candidate)
      if match.missing.isEmpty, match.columns.count > weight(best) { best = match }
    }
    return best
  }

  private func partialMatch(_ key: TableKey, _ candidate: Candidate) -> Match? {
    let match = match(key, candidate)
    guard !match.missing.contains(where: { $0.need == .key }) else { return nil }
    let required = (kinds[key] ?? []).count { $0.need == .required }
    let hasOther = required > 1 && match.missing.count < required
    return hasOther || candidate.fits(key) ? match : nil
  }

  /// Which columns of the kind the table has. Each of its columns is used once, the kind's earlier
  /// synonyms first.
  private func match(_ key: TableKey, _ candidate: Candidate) -> Match {
    var columns: [ColumnKey: Int] = [:]
    var used: Set<Int> = []
    let kinds = kinds[key] ?? []
    var fits: Bool?
    for kind in kinds {
      // The settings may say that one column is two things: the name of a window is its day as well.
      let isConfigured = names[key]?.columns[kind.key] != nil
      var found = find(kind.heads, candidate, isConfigured ? [] : used)
      if found == nil, kind.need == .key || kind.key == .testLevel {
        fits = fits ?? candidate.fits(key)
        guard fits == true else { continue }
        found =
          kind.need == .key
          ? find(TableSynonyms.generalKeyHeads, candidate, used) : levelColumn(candidate, used)
      }
      guard let found else { continue }
      columns[kind.key] = found
      used.insert(found)
    }
    // A start and an end say what one cell of a time does, and are read together or not at all.
    if columns[.start] == nil || columns[.end] == nil {
      columns[.start] = nil
      columns[.end] = nil
    }
    // What the settings say of columns is all that is known of them.
    var isNamedByHeading = false
    if candidate.announces(key), names[key]?.columns.isEmpty ?? true {
      let times = TimesColumns(key, candidate.table, heads: candidate.heads)
      columns = times.completing(columns)
      isNamedByHeading = times.tellTimes(columns)
    }
    var missing = kinds.filter { $0.need != .optional && columns[$0.key] == nil }
    if columns[.start] != nil { missing.removeAll { $0.key == .duration || $0.key == .time } }
    if isNamedByHeading { missing.removeAll { $0.need == .key } }
    var unsaid: [ColumnKind] = []
    if key == .freezes, missing.map(\.key) == [.changesAllowed],
      candidate.announces(key) || namesFreezes(columns, candidate)
    {
      (missing, unsaid) = ([], missing)
    }
    return Match(
      key: key, table: candidate.table, columns: columns, missing: missing, unsaid: unsaid)
  }

  /// The head of the names says that they are those of freezes, as `Period` does not.
  private func namesFreezes(_ columns: [ColumnKey: Int], _ candidate: Candidate) -> Bool {
    columns[.period].map { DecidingWords.kind(ofHeading: candidate.heads[$0]) == .freezes } ?? false
  }

  private func find(_ heads: [String], _ candidate: Candidate, _ used: Set<Int>) -> Int? {
    for head in heads {
      for index in candidate.heads.indices where !used.contains(index) {
        if candidate.wholeHeads[index] == head || candidate.heads[index] == head { return index }
      }
    }
    return nil
  }

  /// Under a heading about tests a level may have any name.
  private func levelColumn(_ candidate: Candidate, _ used: Set<Int>) -> Int? {
    candidate.heads.indices.first {
      !used.contains($0) && !candidate.heads[$0].isEmpty
        && !TableSynonyms.remarks.contains(candidate.heads[$0])
    }
  }
}
