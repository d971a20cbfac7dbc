import Chronology
import Configuration
import Markdown
import SourceText

// What decides and is not read. Everything in the document is accounted for:
//  1. tables: rows, columns and cells of those that decide, and tables that nearly are such ones;
//  2. lines with pipes that stand in no table;
//  3. text that a fence or a comment hides;
//  4. what stands under a heading about freezes or windows;
//  5. sentences, list items and other cells that state a freeze or a window;
//  6. names, heads, headings and remarks around the rows that say more than the rows;
//  7. sentences about the zone of times, and about whether the policy holds;
//  8. sentences in a language that nobody here reads;
//  9. the end of the document, where it may have been cut off.
// Whatever of it looks as if it decided and was not taken is a problem at its place.

/// Looks for what a policy decides outside of what its tables gave.
struct PolicyCompleteness {
  let outline: PolicyOutline
  /// Every table of the document.
  let sources: [MarkdownTable]
  let recognised: [PolicyTable]
  /// Tables of a kind of which another table was taken.
  let rivals: [TableRecognition.Match]
  let windows: [WindowRow]
  let freezes: [FreezeRow]
  /// What of them stands in sentences.
  let besides: [TimesInProse]
  /// What the document says of itself, its front matter included.
  let metadata: PolicyMetadata
  /// The node of the template of records.
  let template: Int?
  let settings: Settings
  /// In which the times were read that name none.
  let zone: Zone
  /// Names and times of the rows that were read.
  let known: KnownPhrases
  /// The sentences of all paragraphs, without those that were read as rows.
  let prose: [WrittenSentence]
  /// What of them only says in another language what the others say.
  let translations: TranslatedSentences

  init(
    _ outline: PolicyOutline, sources: [MarkdownTable], recognised: [PolicyTable],
    rivals: [TableRecognition.Match], windows: [WindowRow], freezes: [FreezeRow],
    besides: [TimesInProse], metadata: PolicyMetadata,
    template: Int?, settings: Settings, zone: Zone
  ) {
    self.outline = outline
    self.sources = sources
    self.recognised = recognised
    self.rivals = rivals
    self.windows = windows
    self.freezes = freezes
    self.besides = besides
    self.metadata = metadata
    self.template = template
    self.settings = settings
    self.zone = zone
    known = KnownPhrases(
      (freezes.flatMap { [$0.name, $0.durationText] } + windows.map(\.timeText))
        .map { WordForm.fold($0) }.filter { $0.utf8.count > 3 },
      freezes: freezes.map { WordForm.fold($0.name) },
      windows: windows.map { WordForm.fold($0.name) })
    let document = outline.document
    let sentences = Self.sentences(
      in: document.nodes.indices, of: document, words: outline.words)
    prose = sentences.filter { sentence in !besides.contains { $0.holds(sentence) } }
    translations = TranslatedSentences(sentences)
  }

  var document: MarkdownDocument { outline.document }

  /// There are rows of it, in a table or in sentences.
  func has(_ key: TableKey) -> Bool {
    recognised.contains { $0.key == key } || besides.contains { $0.key == key && !$0.rows.isEmpty }
  }

  /// In no order; one a place.
  func problems() -> [ReadingProblem] {
    var problems = tableProblems() + strayRows() + hiddenText()
    // What is named already is not named again as the content of its section.
    problems += sectionProblems().filter { problem in !problems.contains { $0.covers(problem) } }
    problems += statements().filter { problem in !problems.contains { $0.covers(problem) } }
    problems += cutOff()
    return problems.filter { !isAnswered($0) } + contradictions()
  }

  /// The settings say that there are none of them, and the policy has no such table.
  private func isAnswered(_ problem: ReadingProblem) -> Bool {
    guard case .unread(let decides, _, _, _) = problem.kind else { return false }
    return switch decides {
    case .windows, .windowUse: settings.answersWindows != nil && !has(.windows)
    case .freezes: settings.answersFreezes != nil && !has(.freezes)
    case .authorisation: false
    }
  }

  /// The settings say that there are none, and there is a table of them.
  private func contradictions() -> [ReadingProblem] {
    func problem(
      _ key: TableKey, _ decides: ReadingProblem.Decides, _ place: Place?, _ stated: [StatedRow]
    ) -> ReadingProblem? {
      guard let place, let table = recognised.first(where: { $0.key == key }) else { return nil }
      return ReadingProblem(
        .unread(
          decides, what: "the setting",
          text: stated.isEmpty ? "\(key.rawValue): none" : "\(key.rawValue):",
          accepted: "leave it out: \(document.file.path) has a table of \(key.rawValue) on line "
            + "\(table.source.place.start.line)"),
        at: place)
    }
    return [
      problem(.windows, .windows, settings.answersWindows, settings.windows),
      problem(.freezes, .freezes, settings.answersFreezes, settings.freezes),
      problem(.types, .authorisation, settings.answersTypes, settings.types),
    ].compactMap { $0 }
  }

  // MARK: Words

  func unread(
    _ decides: ReadingProblem.Decides, _ what: String, _ text: String, at place: Place,
    accepted: String? = nil
  ) -> ReadingProblem {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    return ReadingProblem(
      .unread(
        decides, what: what, text: String(WordForm.trim(line).prefix(120)),
        accepted: accepted ?? Self.accepted(decides)),
      at: place)
  }

  private static func accepted(_ decides: ReadingProblem.Decides) -> String {
    switch decides {
    case .windows, .windowUse:
      "put it into the table of windows (Window, Time, Purpose or Applies To), or say "
        + "`windows: none` in changebook.yml where there are none"
    case .freezes:
      "put it into the table of freezes (Period, Duration, Changes Allowed), or say "
        + "`freezes: none` in changebook.yml where there are none"
    case .authorisation: "put it into the table that it belongs to, or remove it"
    }
  }
}

extension TableKey {
  /// What is not known where one of its rows is not read; nil for a table that decides nothing.
  var decides: ReadingProblem.Decides? {
    switch self {
    case .windows: .windows
    case .freezes: .freezes
    case .types, .risks, .requiredFields, .reviewMatrix, .preApproved: .authorisation
    case .testingMatrix, .environments, .targets, .controls, .versions: nil
    }
  }
}

extension ReadingProblem {
  /// It speaks of the same place, and leaves the same unknown.
  fileprivate func covers(_ other: ReadingProblem) -> Bool {
    guard case .unread(let decides, _, _, _) = kind,
      case .unread(let others, _, _, _) = other.kind, decides == others
    else { return false }
    let (a, b) = (place.range, other.place.range)
    return a.lower < b.upper && b.lower < a.upper
  }
}
