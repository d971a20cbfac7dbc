import Chronology
import SourceText

/// Whether a document says of itself that it holds: its status, and until when.
package struct PolicyStanding: Sendable {
  enum Status: Sendable {
    /// Nothing else is said, or `Approved`.
    case inForce
    /// `Draft`, or what nobody here understands.
    case doubtful(Located<String>)
    /// `Superseded`: it held before another version did.
    case replaced(Located<String>)
  }

  let status: Status
  /// The last day; nil where none is said.
  let lastDay: Located<CivilDay>?
  /// A last day that cannot be read.
  let unreadableLastDay: Located<String>?

  init(_ policy: Policy) {
    let entries = policy.metadata.entries
    status = Self.status(of: policy, entries)
    let last = entries.first { Self.endLabels.contains(WordForm.fold($0.name)) }?.value
    let day = last.flatMap { value in DateText.read(value.value).map { Located($0, value.place) } }
    lastDay = day
    unreadableLastDay =
      day == nil ? last.flatMap { Self.saysNone($0.value) ? nil : $0 } : nil
  }

  private static func status(
    of policy: Policy, _ entries: [PolicyMetadata.Entry]
  ) -> Status {
    let title = WordForm.words(policy.title)
    if title.contains(where: { drafts.contains($0) || replacements.contains($0) }) {
      let place = policy.clauses.first?.place ?? Place(startOf: policy.file)
      let text = Located(policy.title, place)
      return title.contains(where: drafts.contains) ? .doubtful(text) : .replaced(text)
    }
    for entry in entries {
      let label = WordForm.fold(entry.name)
      if label == "draft", YesNoText.read(entry.value.value) != false {
        return .doubtful(entry.value)
      }
      guard statusLabels.contains(label) else { continue }
      let words = WordForm.words(entry.value.value)
      let text = LimitingText(entry.value.value)
      if words.contains(where: replacements.contains) { return .replaced(entry.value) }
      if !words.contains(where: approvals.contains) || text.reverses || text.narrows
        || text.isUncertain || words.contains(where: drafts.contains)
      {
        return .doubtful(entry.value)
      }
    }
    return .inForce
  }

  /// `None`, `-`: no day is meant.
  private static func saysNone(_ text: String) -> Bool {
    YesNoText.read(text) == false
      || [
        "further notice", "until further notice", "indefinite", "indefinitely", "open", "open end",
      ]
      .contains(WordForm.fold(text))
  }

  /// `This policy lapses in March`, `superseded by POL-2`.
  static func isEnding(_ text: String) -> Bool {
    let words = WordForm.words(text)
    guard let first = words.first else { return false }
    let isAboutDocument =
      ["superseded", "replaced", "withdrawn", "obsolete", "draft"].contains(first)
      || zip(words, words.dropFirst()).contains { article, noun in
        (article == "this" || article == "the")
          && (noun == "policy" || noun == "document" || noun == "version")
      }
    guard isAboutDocument else { return false }
    return words.contains { endings.contains($0) || $0.hasPrefix("lapse") }
      || endingPhrases.contains { phrase in
        words.indices.contains { words[$0...].starts(with: phrase) }
      }
  }

  private static let endings: Set = [
    "expires", "expired", "withdrawn", "ceases", "draft", "obsolete", "void",
  ]
  private static let endingPhrases = [
    ["superseded", "by"], ["replaced", "by"], ["no", "longer"], ["not", "in", "force"],
    ["not", "yet"], ["not", "valid"], ["valid", "until"], ["in", "force", "until"],
  ]
  private static let statusLabels: Set = [
    "status", "document status", "policy status", "state", "lifecycle", "life cycle", "stage",
    "approval status", "standing",
  ]
  private static let endLabels: Set = [
    "valid until", "valid to", "valid through", "expires", "expires on", "expiry", "expiry date",
    "expiration", "expiration date", "end date", "in force until", "effective until",
    "effective to",
    "ends", "lapses", "lapses on", "withdrawn on", "superseded on", "retired on", "sunset",
    "sunset date",
  ]
  private static let approvals: Set = [
    "approved", "active", "effective", "force", "effect", "current", "final", "published",
    "released", "adopted", "ratified", "valid", "live", "issued", "signed", "enacted", "accepted",
    "authorised", "authorized", "endorsed",
  ]
  private static let replacements: Set = [
    "superseded", "replaced", "obsolete", "archived", "retired", "expired", "former", "historic",
    "historical", "deprecated",
  ]
  private static let drafts: Set = [
    "draft", "proposal", "proposed", "withdrawn", "revoked", "rejected", "template", "example",
    "sample", "cancelled", "canceled",
  ]
}
