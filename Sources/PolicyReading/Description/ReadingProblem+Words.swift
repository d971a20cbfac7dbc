import SourceText

extension ReadingProblem.Kind {
  /// What a policy's owner reads about it; the findings of `check` have their own words.
  var policyWords: String {
    switch self {
    case .cellNotUnderstood(let table, let column, let text, let accepted):
      "“\(text)” (\(column), \(table)); accepted: \(accepted)"
    case .columnAbsent(let table, let column, let accepted):
      "\(table): no column \(column); its head may be \(accepted.prefix(4).joined(separator: ", "))"
    case .nameUndefined(let name, let usedIn, let definedIn, let suggestion):
      "“\(name)” (\(usedIn)) is not among the \(definedIn)"
        + (suggestion.map { "; did you mean \($0)?" } ?? "")
    case .namedTwice(let name, let table, let other):
      "“\(name)” stands twice in \(table), first in line \(other.start.line)"
    case .disagreement(let key, let first, let second, let other):
      "\(key) is “\(second)” here and “\(first)” in line \(other.start.line)"
    case .unknownKey(let key, let suggestion, let known):
      "“\(key)” is unknown"
        + (suggestion.map { "; did you mean \($0)?" }
          ?? "; known are \(known.joined(separator: ", "))")
    case .overLimit(let what, let found, let allowed):
      "\(what): \(found), at most \(allowed) are read"
    case .yamlSyntax(let words): "front matter: \(words)"
    case .frontMatterUnclosed: "front matter: it is not closed by `---`"
    case .yamlConstruct(let construct): "front matter: no \(construct) is read"
    case .duplicateKey(let key): "front matter: “\(key)” stands twice"
    case .tableAbsent(let table, let features): "no table of \(table): without \(features)"
    case .clauseAbsent(let clause, let features): "no \(clause): without \(features)"
    case .unread(_, let what, let text, let accepted):
      "\(what) is not read: “\(text)”; \(accepted)"
    case .misspeltLabel(let label, let intended):
      "“\(label)” is not known; did you mean “\(intended)”?"
    case .zoneAbbreviation(let name, let zone, let place, let isFixed):
      "“\(name)” is read as \(zone), "
        + (isFixed ? "all year; for the clocks of \(place) write that" : "with its summer time")
    case .minuteBeforeMidnight(let text):
      "“\(text)” leaves out the last minute of the day; its end is 24:00"
    default: "it cannot be read"
    }
  }

  /// Nothing is wrong with what the policy says; it does not say something.
  var isAbsence: Bool {
    switch self {
    case .tableAbsent, .clauseAbsent: true
    default: false
    }
  }
}
