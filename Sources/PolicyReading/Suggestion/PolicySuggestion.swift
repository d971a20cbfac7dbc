import Configuration
import Findings
import Markdown
import SourceText

/// Settings that map a policy to what is read, as far as it can be told: what `changebook policy
/// --suggest` prints. What is not certain stands in a comment, to be looked at and filled in.
package func suggestSettings(for policy: Policy, settings: Settings) -> String {
  var tables = TableSuggestion.all(for: policy)
  // A table that would only add to what is not understood waits for its values.
  var waiting: [TableSuggestion] = []
  let before = doubts(of: policy)
  while true {
    let suggestion = PolicySuggestion(policy, settings, tables: tables, waiting: waiting)
    let reading = suggestion.reading
    if doubts(of: reading) <= before { return suggestion.text }
    if tables.isEmpty {
      return PolicySuggestion(policy, settings, tables: [], waiting: waiting, fillsValues: false)
        .text
    }
    let worst = tables.indices.max { a, b in
      let (x, y) = (unread(in: tables[a], reading), unread(in: tables[b], reading))
      return (x, b) < (y, a)
    }
    waiting.append(tables.remove(at: worst ?? tables.count - 1))
  }
}

/// How many errors there are in what is read of a policy.
private func doubts(of policy: Policy) -> Int {
  let versions = PolicyBook([policy])?.versionProblems.map(\.problem) ?? []
  return (policy.problems + versions).count {
    switch $0.kind {
    case .cellNotUnderstood, .unread, .unreadableValue, .unknownKey, .namedTwice: true
    default: false
    }
  }
}

private func unread(in table: TableSuggestion, _ policy: Policy) -> Int {
  policy.problems.count {
    if case .cellNotUnderstood(table.key.rawValue, _, _, _) = $0.kind { true } else { false }
  }
}

struct PolicySuggestion {
  let policy: Policy
  let settings: Settings
  let tables: [TableSuggestion]
  let waiting: [TableSuggestion]
  /// The policy as it is read with what is suggested.
  private(set) var reading: Policy
  /// The same with the tables that wait.
  private var whole: Policy
  private var lines: [String] = []
  /// What texts mean is said outright, and not in comments.
  private let fillsValues: Bool
  private let rows: [SuggestedRows]

  init(
    _ policy: Policy, _ settings: Settings, tables: [TableSuggestion], waiting: [TableSuggestion],
    fillsValues: Bool = true
  ) {
    self.fillsValues = fillsValues
    self.policy = policy
    self.settings = settings
    self.tables = tables
    self.waiting = waiting
    (reading, whole) = (policy, policy)
    rows = SuggestedRows.all(for: policy, without: tables.map(\.key))
    writeHead()
    writeTables()
    rows.forEach { writeRows($0) }
    whole = read(waiting: true)
    writeValues()
    reading = read(waiting: false)
    writeRest()
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// The policy by the settings as they are, and what is suggested so far.
  private func read(waiting isWhole: Bool) -> Policy {
    let suggested = readSettings(SourceFile(path: "changebook.yml", text: text))
    var settings = settings
    settings.tableNames += suggested.tableNames
    if isWhole { settings.tableNames += waiting.map(\.names) }
    settings.words.values += suggested.words.values
    if suggested.answersTypes != nil {
      (settings.answersTypes, settings.types) = (suggested.answersTypes, suggested.types)
    }
    if suggested.answersWindows != nil {
      (settings.answersWindows, settings.windows) = (suggested.answersWindows, suggested.windows)
    }
    if suggested.answersFreezes != nil {
      (settings.answersFreezes, settings.freezes) = (suggested.answersFreezes, suggested.freezes)
    }
    return readPolicy(policy.file, settings: settings)
  }

  // MARK: Parts

  private mutating func writeHead() {
    lines = [
      "# Settings for \(policy.file.path), as far as they can be told from it. Look at each line, fill in",
      "# what stands behind a #, and take it over into changebook.yml.",
    ]
    if settings.policy == nil { lines.append("policy: \(yamlScalar(policy.file.path))") }
  }

  private mutating func writeTables() {
    let seen = SeenTable.all(in: policy).filter { seen in
      !(tables + waiting).contains { $0.table.place.start.line == seen.line }
    }
    guard !(tables + waiting).isEmpty || !seen.isEmpty else { return }
    lines += ["", tables.isEmpty ? "# tables:" : "tables:"]
    for table in tables { write(table, "") }
    for table in waiting {
      lines.append("  # Not yet: fill in the values below for its cells, then take the marks away.")
      write(table, "# ")
    }
    for table in seen {
      lines.append("  # Line \(table.line), \(table.head): \(table.likeness).")
    }
  }

  private mutating func write(_ table: TableSuggestion, _ mark: String) {
    let place = table.table.place.start.line
    lines.append("  \(mark)\(table.key.rawValue): # line \(place)")
    if !table.missing.isEmpty {
      // Without all its columns a table is known by its heading alone.
      if let heading = table.table.heading {
        lines.append("    \(mark)heading: \(yamlScalar(ClauseNumber.parting(heading.text).title))")
      }
      lines.append(
        "    # It has no \(table.missing.map(\.rawValue).joined(separator: " and no ")).")
    }
    lines.append("    \(mark)columns:")
    for (column, index) in table.columns {
      lines.append("      \(mark)\(column.rawValue): \(yamlScalar(table.head(of: index)))")
    }
  }

  private mutating func writeRows(_ suggested: SuggestedRows) {
    let key = "\(suggested.key == .types ? "types" : suggested.key.rawValue)"
    let mark = suggested.isWhole ? "" : "# "
    lines.append("")
    if !suggested.isWhole {
      lines.append("# What is not understood yet is marked; state all of them, or none.")
    }
    lines.append("\(mark)\(key):")
    for row in suggested.rows {
      let cells = row.cells.map { "\(yamlScalar($0.key)): \(yamlScalar($0.value))" }
      lines.append(
        "  \(mark)- {\(cells.joined(separator: ", "))} # line \(row.place.start.line)")
      if let missing = row.missing { lines.append("  #   fill in \(missing)") }
    }
    for other in suggested.besides {
      lines.append("  # Line \(other.place.start.line) says more: \(comment(other.text))")
    }
  }

  /// A line for each text that is not understood, filled in where its words are known, and names that may
  /// mean something.
  private mutating func writeValues() {
    let wanted = wanted()
    let translated = wanted.map { ForeignPhrases.translation(of: $0.text) }
    let opening = lines
    lines += ["", "values:"]
    for (value, meaning) in zip(wanted, translated) {
      if let meaning { lines.append("  \(yamlScalar(value.text)): \(yamlScalar(meaning))") }
    }
    // What is not understood in other words either is left to whoever knows.
    let settled = read(waiting: true)
    let open = Set(settled.problems.filter { Self.value(of: $0) != nil }.map(\.place))
    let filled = zip(wanted, translated).map { $1 != nil && !open.contains($0.place) }
    var values = wanted.enumerated().flatMap { index, value -> [String] in
      let line = value.place.start.line
      guard filled[index], let meaning = translated[index] else {
        return ["  # Line \(line), \(value.words)", "  # \(yamlScalar(value.text)):"]
      }
      let mark = fillsValues ? "" : "# "
      return ["  \(mark)\(yamlScalar(value.text)): \(yamlScalar(meaning)) # line \(line)"]
    }
    lines = opening
    for hint in Self.hints(for: settled) {
      var seen: Set<String> = []
      let names = hint.names.filter { seen.insert(WordForm.fold($0)).inserted }
      if names.isEmpty { continue }
      let open = names.map { "  # \(yamlScalar($0)):" }
      if hint.key == "values" {
        values += ["  # \(hint.explanation)"] + open
      } else {
        lines += ["", "# \(hint.key):", "  # \(hint.explanation)"] + open
      }
    }
    if values.isEmpty { return }
    lines += ["", fillsValues && filled.contains(true) ? "values:" : "# values:"] + values
  }

  /// Texts of the policy that are not understood, each once.
  private func wanted() -> [(text: String, words: String, place: Place)] {
    let texts = policy.writtenTexts
    var seen: Set<String> = []
    // Any text may be the name of an approver, also one whose words are known.
    let approvals = whole.types.compactMap { type -> (text: String, words: String, place: Place)? in
      guard case .roles(let rule) = type.approval, texts.contains(MappedWords.form(rule.text)),
        ForeignPhrases.translation(of: rule.text) != nil, seen.insert(rule.text).inserted
      else { return nil }
      return (rule.text, "who approves", type.reference.place)
    }
    return approvals
      + whole.problems.filter { $0.place.file.path == policy.file.path }.compactMap {
        problem in
        guard let value = Self.value(of: problem) else { return nil }
        // A name may be one of several in its cell, which is mapped as a whole; of a line it is the label.
        let label = WordForm.trim(String(value.text.prefix { $0 != ":" }))
        let text = [value.text, label, WordForm.trim(problem.place.text)].first {
          texts.contains(MappedWords.form($0))
        }
        guard let text, seen.insert(text).inserted else { return nil }
        return (text, value.words, problem.place)
      }
  }

  /// The text that is not understood, and what would be.
  private static func value(of problem: ReadingProblem) -> (text: String, words: String)? {
    switch problem.kind {
    case .cellNotUnderstood(_, let column, let text, let accepted) where !text.isEmpty:
      (text, "\(column): \(comment(accepted))")
    case .nameUndefined(let name, let usedIn, let definedIn, _):
      (name, "\(usedIn): a name of the \(definedIn)")
    case .unread(_, "a sentence in another language", let text, _) where text.count < 120:
      (text, "what it says in English")
    default: nil
    }
  }

  /// What is left, for whoever fills it in.
  private mutating func writeRest() {
    let absent = reading.problems.compactMap { problem -> String? in
      switch problem.kind {
      case .tableAbsent(let table, _): "a table of \(table)"
      case .clauseAbsent(let clause, _): "a sentence on \(clause)"
      default: nil
      }
    }
    guard !absent.isEmpty else { return }
    lines += ["", "# The policy has nothing that is read as:"] + absent.map { "#   \($0)" }
  }
}

/// On one line.
private func comment(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
