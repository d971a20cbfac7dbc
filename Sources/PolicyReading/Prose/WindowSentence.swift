import Chronology
import SourceText

/// What a sentence or an item of a list says of a window: `Standard changes: Tue and Thu, 02:00-04:00`, `Changes are
/// deployed on Tuesdays, 10:00-14:00`.
///
/// The whole sentence has to be understood. What stands before a colon is a name where its words tell nothing, and otherwise
/// who may use the window.
enum WindowSentence {
  /// - Parameters:
  ///   - text: Without the full stop at its end.
  ///   - title: The heading above, for a window without a name of its own.
  static func read(_ text: String, title: String) -> [ColumnKey: String]? {
    let label = LabelledTime(text)
    if reads(text) {
      // A bare `At any time.` says neither of what nor of whom: that nothing holds changes back is said
      // outright, by a row, a sentence with a subject or the settings.
      if case .time(.always, _) = WindowTimeText.read(text) { return nil }
      // `Night: 02:00-05:00` is a time as a whole, and has a name.
      if let label, isName(label.label), reads(label.rest), sameTimes(text, label.rest) {
        return [.window: label.label, .time: label.rest]
      }
      return [.window: title, .time: text]
    }
    if let label, label.isLabelled, reads(label.rest) { return labelled(label) }
    return sentence(text, title)
  }

  private static func labelled(_ label: LabelledTime) -> [ColumnKey: String]? {
    let text = LimitingText(label.label)
    if text.isLimitingName || text.extends { return nil }
    var cells: [ColumnKey: String] = [.window: label.label, .time: label.rest]
    if !isName(label.label) {
      var words = label.label.parts(at: " ")
      if words.count > 1,
        ["window", "windows", "slot", "slots"].contains(words.last?.lowercased()),
        words.dropLast().last.map({ ["change", "changes"].contains($0.lowercased()) }) ?? false
      {
        words.removeLast()
      }
      cells[.appliesTo] = words.joined(separator: " ")
    }
    return cells
  }

  /// `Standard changes may be deployed at any time`, `We deploy on Tuesdays 10:00-14:00`.
  private static func sentence(_ text: String, _ title: String) -> [ColumnKey: String]? {
    var words = SentenceWords(text)
    var cells: [ColumnKey: String] = [.window: title]
    if words.take(phrase: "we deploy") || words.take(phrase: "we release") {
      _ = words.take(["changes"])
      _ = words.take(["only"])
    } else if words.takeWork() {
      guard words.takeDeed() || words.take(phrase: "take place") || words.take(["happen"]) else {
        return nil
      }
    } else {
      guard let subject = words.take(upTo: ["changes"]), words.take(["changes"]), words.takeDeed()
      else { return nil }
      if LimitingText(subject).isLimitingName { return nil }
      cells[.window] = subject
      cells[.appliesTo] = "\(subject) changes"
    }
    for lead in [["in", "during", "within", "on"], []] as [Set<String>] {
      var rest = words
      if !lead.isEmpty, !rest.take(lead) { continue }
      if reads(rest.remainder) {
        cells[.time] = rest.remainder
        return cells
      }
    }
    return nil
  }

  private static func reads(_ text: String) -> Bool {
    if case .success = WindowTimeText.understand(text) { true } else { false }
  }

  private static func sameTimes(_ text: String, _ other: String) -> Bool {
    WindowTimeText.read(text) == WindowTimeText.read(other)
  }

  /// Its words say nothing of what a window is for.
  static func isName(_ label: String) -> Bool {
    let words = WordForm.words(label)
    return !words.isEmpty
      && words.allSatisfy { plain.contains($0) || $0.allSatisfy(\.isNumber) || $0.utf8.count == 1 }
  }

  private static let plain: Set = [
    "primary", "secondary", "tertiary", "main", "regular", "default", "usual", "preferred",
    "window",
    "windows", "slot", "slots", "night", "nightly", "day", "daytime", "morning", "afternoon",
    "evening", "maintenance", "deployment", "deployments", "release", "releases", "change", "low",
    "traffic", "off", "peak", "business", "hours", "first", "second", "third", "weekly", "monthly",
    "quarterly", "early", "late", "time", "times", "the",
  ]
}

extension LabelledTime {
  /// The label is no half of a time: `Fri 22:00` of `Fri 22:00 - Mon 06:00`.
  var isLabelled: Bool {
    let signs = TimeSigns(label)
    if signs.hasDate || signs.hasTime || signs.hasWeekday { return false }
    var tokens = CellTokens(label)
    while !tokens.atEnd {
      if WeekdaysText.day(of: tokens.peek()) != nil || DateText.takeMonth(&tokens) != nil {
        return false
      }
      tokens.skip()
    }
    return true
  }
}

/// `Primary: Tue-Thu 10:00-14:00` in its name and what it is; also with a dash between the two.
struct LabelledTime {
  let label: String
  let rest: String

  /// Nil where nothing stands before a sign that parts.
  init?(_ text: String) {
    for sign in [": ", " – ", " — ", " - "] {
      guard let range = text.firstRange(of: sign) else { continue }
      label = WordForm.trim(String(text[..<range.lowerBound]))
      rest = WordForm.trim(String(text[range.upperBound...]))
      if label.isEmpty || rest.isEmpty { return nil }
      return
    }
    return nil
  }
}
