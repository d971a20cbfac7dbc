import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// What a record says outside of `outcome:` of how its change ended: a section `Outcome`, a line
/// `**Status:** rejected`, a key `status:`.
struct StatedEnd {
  private static let labels: Set<String> = [
    "outcome", "status", "state", "decision", "result", "resolution", "verdict", "disposition",
    "phase", "stage", "lifecycle", "close code", "closure code", "completion code",
  ]
  /// Keys that say it by their name: `cancelled: true`.
  private static let keys = ends.union(["on hold", "hold"])

  /// Words that say that the change is over, will not be made, or not now.
  private static let ends = StateWords.off.union(StateWords.held).union(StateWords.over)

  /// What labels and keys say of an end, what the text does, and what else keys say; each place once.
  static func all(
    in body: RecordBody, of document: MarkdownDocument, title: Located<String>?,
    unread: [UnreadKey], besides others: [ReadingProblem]
  ) -> [ReadingProblem] {
    var places: Set<Place> = []
    return
      (problems(in: body, of: document, unread: unread) + others
      + statements(in: body, of: document, title: title)).filter {
        places.insert($0.place).inserted
      }
  }

  /// The places that speak of an end, as problems; they decide nothing where the front matter has an
  /// outcome, and leave a doubt where it has none.
  static func problems(
    in body: RecordBody, of document: MarkdownDocument, unread: [UnreadKey]
  ) -> [ReadingProblem] {
    var found: [(label: String, text: String, place: Place)] = []
    for key in unread {
      let name = WordForm.fold(key.key)
      if labels.contains(name) { found.append((key.key, key.value, key.place)) }
      if keys.contains(name), !["false", "no", "null", ""].contains(WordForm.fold(key.value)) {
        found.append((key.key, "\(name) \(key.value)", key.place))
      }
    }
    for section in body.sections
    where section.role == nil && isLabel(section.heading.text) {
      found.append(
        (
          section.heading.text, document.plainText(ofNodes: section.content),
          section.heading.place
        ))
    }
    found += document.labelledValues { labels.contains($0) || isOfApproval($0) }
    found += document.tablesOfOneRow { labels.contains($0) || isOfApproval($0) }
    return found.compactMap { label, text, place in
      let isSaid =
        isOfApproval(WordForm.fold(label)) ? refuses(text) : says(text)
      guard isSaid else { return nil }
      return ReadingProblem(
        .endBesideOutcome(
          label: label, text: text, outcome: Outcome(saidIn: text)?.rawValue), at: place)
    }
  }

  /// `Approval`, `CAB decision`: what stands there refuses, or says nothing of an end.
  private static func isOfApproval(_ label: String) -> Bool {
    let words = label.parts(at: " ")
    return words.count <= 3
      && words.contains { ["approval", "approvals", "approved", "cab", "board"].contains($0) }
      && !words.contains { ["required", "needed", "by", "from", "members", "date"].contains($0) }
  }

  private static func refuses(_ text: String) -> Bool {
    let words = Array(WordForm.words(text).prefix(8))
    return ApprovalWords.fault(in: words) == .refused || EndingStatement.says(text)
      || words == ["no"] || words == ["false"] || words == ["none"]
  }

  /// `Outcome`, `4. Decision`, `Status of the change`.
  private static func isLabel(_ heading: String) -> Bool {
    let words = WordForm.words(heading).filter {
      !$0.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return words.first.map(labels.contains) ?? false && words.count <= 4
      || words.last.map(labels.contains) ?? false && words.count <= 3
  }

  private static func says(_ text: String) -> Bool {
    let words = WordForm.words(text)
    // What begins a sentence tells the state; deep in a text such a word may speak of anything.
    let first = Array(words.prefix(8))
    return first.contains(where: ends.contains)
      && !first.contains(where: ApprovalWords.isDenying)
      || ApprovalWords.fault(in: first) != nil
      || StateWords.areAll(of: words)
      || StateWords.holdsPair(first)
      || Outcome(saidIn: text) != nil
  }
}
