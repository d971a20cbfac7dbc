import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// What a record says outside of `outcome:` of how its change ended: a section `Outcome`, a line
/// `**Status:** rejected`, a key `status:`.
struct StatedEnd {
  private static let labels: Set<String> = [
    "outcome", "status", "state", "decision", "result", "resolution", "verdict", "disposition",
  ]

  /// Words that say that the change will not be made, or not now.
  private static let ends: Set<String> = [
    "cancelled", "canceled", "aborted", "abandoned", "superseded", "obsolete", "duplicate",
    "postponed", "deferred", "suspended", "parked", "closed", "withdrawn", "rejected", "declined",
    "denied", "refused", "void", "dropped", "killed", "shelved",
  ]

  /// The places that speak of an end, as problems; they decide nothing where the front matter has an
  /// outcome, and leave a doubt where it has none.
  static func problems(
    in body: RecordBody, of document: MarkdownDocument, unread: [UnreadKey]
  ) -> [ReadingProblem] {
    var found: [(text: String, place: Place)] = []
    for key in unread where labels.contains(WordForm.fold(key.key)) {
      found.append((key.value, key.place))
    }
    for section in body.sections
    where section.role == nil && isLabel(section.heading.text) {
      found.append((document.plainText(ofNodes: section.content), section.heading.place))
    }
    let texts =
      [body.preamble, body.opening]
      + body.sections.filter { $0.role == .schedule || $0.role == .approvals }.map(\.content)
    for label in labels.sorted() {
      for value in texts.flatMap({ document.wholeValues(label, in: $0) }) {
        found.append((document.file.text(value), Place(document.file, value)))
      }
    }
    return found.compactMap { text, place in
      guard says(text) else { return nil }
      return ReadingProblem(
        .unreadableValue(
          key: "outcome", text: text,
          expected: "the same in the front matter, such as `outcome: rejected`"), at: place)
    }
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
    return first.contains(where: ends.contains) && !first.contains(where: ApprovalWords.isDenying)
      || ApprovalWords.fault(in: first) == .refused
      || zip(first, first.dropFirst()).contains { $0 == ("on", "hold") || $0 == ("rolled", "back") }
  }
}
