import Markdown
import SourceText

// A row of windows or freezes is read by the cells that say when it holds and what for. All other text
// in its reach may say that it does not hold, or longer: names, heads, remarks, the headings above.

extension PolicyCompleteness {
  /// Columns of a table of times that are neither read nor remarks.
  func columns(_ table: PolicyTable) -> [ReadingProblem] {
    unusedColumns(of: table).compactMap { index in
      let cell = table.source.header[index]
      guard !TableSynonyms.isRemark(Self.head(cell)),
        table.rows.contains(where: {
          $0.cells.count > index && !Self.saysNothing($0.cells[index].text, under: cell)
        })
      else { return nil }
      return unread(
        table.narrowing, "a column of the table of \(table.key.rawValue)",
        Self.head(cell).isEmpty ? "a column without a head" : WordForm.trim(cell.text),
        at: cell.place.range.isEmpty ? table.source.place : cell.place,
        accepted: "columns that are read: "
          + TableSynonyms.columns(of: table.key).map(\.key.rawValue).joined(separator: ", ")
          + "; a remark that decides nothing is headed Notes")
    }
  }

  /// Texts around the rows that say more than the rows.
  func besideRows(_ table: PolicyTable) -> [ReadingProblem] {
    let remarks = unusedColumns(of: table)
    var problems = heads(of: table)
    if table.key == .windows { problems += headings(above: table) }
    for row in table.rows {
      if let problem = name(of: row) { problems.append(problem) }
      var cells = remarks.filter {
        $0 < row.cells.count
          && !Self.saysNothing(row.cells[$0].text, under: table.source.header[$0])
      }.map { (row.cells[$0], remark($0, table)) }
      // Beside Applies To the purpose explains.
      if !row.text(.appliesTo).isEmpty, let purpose = row.cell(.purpose) {
        cells.append((purpose, .remark))
      }
      for column in [ColumnKey.purpose, .appliesTo] {
        if let cell = row.cell(column) { cells.append((cell, .reading)) }
      }
      for (cell, kind) in cells where kind.isLimit(WordForm.trim(cell.text)) {
        problems.append(
          beside(
            table, kind == .reading ? "a cell" : "a remark", cell.text,
            at: cell.place.range.isEmpty ? row.place : cell.place))
      }
    }
    return problems
  }

  /// `None` under *Restrictions*: the row has none. Under another head it may close the row.
  private static func saysNothing(_ text: String, under head: MarkdownTable.Cell) -> Bool {
    if WordForm.isBlank(text) { return true }
    let limits = ["restriction", "limitation", "exception", "constraint", "exclusion"]
    let heads = Self.head(head).split(separator: " ")
    return heads.count == 1 && limits.contains { heads[0] == $0 || heads[0] == $0 + "s" }
      && ["none", "no", "n/a", "nil"].contains {
        let said = WordForm.trim(text).lowercased()
        return said == $0 || said == "\($0)."
      }
  }

  /// How a cell is taken that no reader of times sees.
  private enum CellKind {
    case remark
    /// Where the day stands on which somebody did something.
    case dateOfRemark
    /// Its words are read elsewhere, and its signs are not.
    case reading

    /// `risk < Medium`, `❌ Normal`: words are read there, and what a sign makes of them is not.
    private static func holdsSigns(_ text: String) -> Bool {
      text.unicodeScalars.contains { scalar in
        switch scalar.properties.generalCategory {
        case .mathSymbol: scalar != "+"
        case .otherSymbol, .modifierSymbol: scalar != "`"
        default: false
        }
      }
    }

    func isLimit(_ text: String) -> Bool {
      if WordForm.isBlank(text) { return false }
      switch self {
      case .remark: return LimitingText(text).isLimitingRemark
      case .dateOfRemark: return DateText.read(text) == nil && LimitingText(text).isLimitingRemark
      case .reading: return LimitingText(text).isUncertain || Self.holdsSigns(text)
      }
    }
  }

  private func remark(_ column: Int, _ table: PolicyTable) -> CellKind {
    TableSynonyms.isDateOfRemark(Self.head(table.source.header[column])) ? .dateOfRemark : .remark
  }

  private func unusedColumns(of table: PolicyTable) -> [Int] {
    let used = Set(table.columns.values)
    return table.source.header.indices.filter { !used.contains($0) }
  }

  /// Folded, without what stands in brackets.
  private static func head(_ cell: MarkdownTable.Cell) -> String {
    WordForm.fold(WordForm.partingBrackets(cell.text).outside)
  }

  // MARK: Names

  /// A name that says of its row what the cells do not.
  private func name(of row: PolicyRow) -> ReadingProblem? {
    let isWindow = row.table.key == .windows
    let column: ColumnKey = isWindow ? .window : .period
    // A name may repeat what the columns of places say.
    let said = Set([ColumnKey.environment, .region].flatMap { WordForm.words(row.text($0)) })
    let words = row.text(column).split(separator: " ").filter { word in
      !WordForm.words(String(word)).contains(where: said.contains)
    }
    let name = LimitingText(words.joined(separator: " "))
    let isLimit =
      isWindow ? name.isLimitingName || namesOtherDays(row) : name.extends || name.isUncertain
    guard isLimit else { return nil }
    return beside(row.table, "the name of a row", row.text(column), at: row.place(column))
  }

  /// `Friday night`, where the row is open on every day.
  private func namesOtherDays(_ row: PolicyRow) -> Bool {
    let name = row.text(.window)
    let signs = TimeSigns(name)
    if signs.hasDate { return true }
    let saysDay = signs.hasWeekday || DecidingSentence(name).saysOccasion
    return saysDay && WordForm.fold(row.text(.days)).isEmpty
      && !TimeSigns(row.span(.time)).hasWeekday && !Self.namesDay(row.span(.time))
  }

  /// `Sat` is a day there, and elsewhere a word of another meaning.
  private static func namesDay(_ time: String) -> Bool {
    var tokens = CellTokens(time)
    while !tokens.atEnd {
      if WeekdaysText.day(of: tokens.peek()) != nil { return true }
      tokens.skip()
    }
    return false
  }

  // MARK: Heads and headings

  /// `Window (closed)`, `Purpose (not used)`.
  private func heads(of table: PolicyTable) -> [ReadingProblem] {
    table.source.header.compactMap { cell in
      let isTime = [ColumnKey.time, .start].contains { table.head(of: $0)?.node == cell.node }
      let inside = WordForm.partingBrackets(cell.text).inside
      let isLimit =
        LimitingText(cell.text).isUncertain
        || inside.contains { text in
          let text = LimitingText(text)
          return table.key == .windows
            ? text.isLimitingName && !isTime : text.extends || text.isUncertain
        }
      guard isLimit else { return nil }
      return beside(
        table, "the head of a column", cell.text,
        at: cell.place.range.isEmpty ? table.source.place : cell.place)
    }
  }

  /// The headings above a table of windows that say that they are none, or not now.
  private func headings(above table: PolicyTable) -> [ReadingProblem] {
    outline.headings(above: table.source.node).compactMap { index in
      let title = outline.words.read(outline.clauses[index].title)
      guard !isTitle(index), Self.isAgainstWindows(title) else { return nil }
      return beside(table, "the heading above", title, at: outline.clauses[index].place)
    }
  }

  /// `Blackout windows` are no windows; `Windows and freezes` are both.
  static func isAgainstWindows(_ title: String) -> Bool {
    let parts = title.split { ",;/&+".contains($0) }.flatMap { piece in
      piece.split(whereSeparator: \.isWhitespace)
        .split { ["and", "or"].contains($0.lowercased()) }.map { $0.joined(separator: " ") }
    }
    let topics = parts.map(DecidingWords.topic(ofHeading:))
    let others = zip(parts, topics).filter { !($1.freezes && !$1.windows) }.map(\.0)
    if topics.contains(where: { $0.windows && !$0.freezes }) {
      return others.contains { LimitingText($0).isLimitingName }
    }
    return topics.contains(where: \.freezes) || others.contains { LimitingText($0).isLimitingName }
  }

  private func beside(
    _ table: PolicyTable, _ what: String, _ text: String, at place: Place
  ) -> ReadingProblem {
    let kind = table.key == .windows ? "a window" : "a freeze"
    return unread(
      table.narrowing, "\(what) that may limit or extend \(kind)", text, at: place,
      accepted: "say when \(kind) holds, and for what, in the columns "
        + (table.key == .windows ? "Time, Days and Applies To" : "Duration and Changes Allowed")
        + ", a row for each; leave out what says nothing of it")
  }
}

extension PolicyTable {
  /// What is not known where something beside its rows is not read: the windows may be narrower, and
  /// the freezes wider.
  var narrowing: ReadingProblem.Decides { key == .windows ? .windowUse : .freezes }
}
