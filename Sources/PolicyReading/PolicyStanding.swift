import Chronology
import Markdown
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
    let last = entries.first {
      Self.isEnd(WordForm.words($0.name)) && !Self.saysNone($0.value.value)
    }?
    .value
    let day = last.flatMap { value in DateText.read(value.value).map { Located($0, value.place) } }
    lastDay = day
    unreadableLastDay =
      day == nil ? last.flatMap { Self.saysNone($0.value) ? nil : $0 } : nil
  }

  private static func status(
    of policy: Policy, _ entries: [PolicyMetadata.Entry]
  ) -> Status {
    let title = WordForm.words(policy.title)
    let heading = policy.document.nodes.firstIndex { node in
      if case .heading = node.kind { true } else { false }
    }
    if let heading, policy.document.holdsWholeStrike(heading) {
      return .replaced(Located("~~\(policy.title)~~", policy.document.place(of: heading)))
    }
    let brackets = WordForm.partingBrackets(policy.title).inside
    if let said = brackets.lazy.compactMap(StandingWords.read).first {
      let place = policy.clauses.first?.place ?? Place(startOf: policy.file)
      return Status(said, Located(policy.title, place))
    }
    if title.contains(where: { drafts.contains($0) || replacements.contains($0) }) {
      let place = policy.clauses.first?.place ?? Place(startOf: policy.file)
      let text = Located(policy.title, place)
      return title.contains(where: drafts.contains) ? .doubtful(text) : .replaced(text)
    }
    for entry in entries {
      let label = WordForm.words(entry.name)
      if label == ["draft"], YesNoText.read(entry.value.value) != false {
        return .doubtful(entry.value)
      }
      let words = WordForm.words(entry.value.value)
      // `Version: 2.0 (draft)`, `Approved: no`, `Superseded by: POL-2`.
      if versionLabels.contains(label) {
        if words.contains(where: drafts.contains) { return .doubtful(entry.value) }
        if let said = StandingWords.read(entry.value.value) { return Status(said, entry.value) }
      }
      if isEnd(label), endDay(entry.value) == nil, !saysNone(entry.value.value) {
        return label.contains("until") ? .inForce : .replaced(entry.value)
      }
      // When it takes effect is another matter.
      if !PolicyMetadata.decidesTimes(entry.name), isApproval(label),
        isRefusal(entry.value.value, words)
      {
        return .doubtful(entry.value)
      }
      guard statusLabels.contains(label.joined(separator: " ")) else { continue }
      let text = LimitingText(entry.value.value)
      if let said = StandingWords.read(entry.value.value) { return Status(said, entry.value) }
      if words.contains(where: replacements.contains) { return .replaced(entry.value) }
      if !words.contains(where: approvals.contains) || text.reverses || text.narrows
        || text.isUncertain || words.contains(where: drafts.contains)
      {
        return .doubtful(entry.value)
      }
    }
    return ofHistory(policy, entries)
  }

  /// What the history says of the version that the document is: the one that it names, else the latest.
  private static func ofHistory(
    _ policy: Policy, _ entries: [PolicyMetadata.Entry]
  ) -> Status {
    let stated = entries.first {
      ["version", "document version", "policy version", "revision"].contains(WordForm.fold($0.name))
    }
    func number(_ text: String) -> String {
      WordForm.fold(WordForm.partingBrackets(text).outside)
    }
    var own = policy.versions.filter { row in
      stated.map { number($0.value.value) == number(row.version) } ?? false
    }
    if own.isEmpty {
      let latest = policy.versions.compactMap(\.date).max()
      own = policy.versions.filter { $0.date == latest }
    }
    for row in own {
      guard let state = row.state, let said = StandingWords.read(state.value) else { continue }
      return Status(said, state)
    }
    return .inForce
  }

  /// `Approved: no`, `Approval: pending`.
  private static func isRefusal(_ text: String, _ words: [String]) -> Bool {
    if WordForm.isBlank(text) { return false }
    return YesNoText.read(text) == false || text.contains("?")
      || words.contains {
        DecidingWords.negations.contains($0) || DecidingWords.uncertainties.contains($0)
          || drafts.contains($0) || pending.contains($0)
      }
  }

  /// `Approved by`, `Approval`, `In force`.
  private static func isApproval(_ label: [String]) -> Bool {
    guard let first = label.first(where: { !["in", "is", "policy", "document"].contains($0) })
    else {
      return false
    }
    return approvals.contains(first) || first == "approval"
  }

  /// A label of the last day: `Valid until`, `Expires`, `Retired`, `Superseded by`.
  private static func isEnd(_ label: [String]) -> Bool {
    endLabels.contains(label.joined(separator: " "))
      || label.first.map(ends.contains) ?? false && label.count < 4
  }

  private static func endDay(_ value: Located<String>) -> CivilDay? { DateText.read(value.value) }

  /// `None`, `-`: no day is meant.
  private static func saysNone(_ text: String) -> Bool {
    YesNoText.read(text) == false || WordForm.isBlank(text) || WordForm.fold(text) == "never"
      || [
        "further notice", "until further notice", "indefinite", "indefinitely", "open", "open end",
      ]
      .contains(WordForm.fold(text))
  }

  private static let statusLabels: Set = [
    "status", "document status", "policy status", "state", "lifecycle", "life cycle", "stage",
    "approval status", "standing",
  ]
  private static let endLabels: Set = [
    "valid until", "valid to", "valid through", "expires", "expires on", "expiry", "expiry date",
    "expiration", "expiration date", "end date", "in force until", "effective until",
    "effective to",
    "ends", "lapses on", "sunset date", "retirement date", "retirement", "end of life",
  ]
  /// Words that begin a label of it, whatever follows: `Retired on`.
  private static let ends: Set = [
    "retired", "superseded", "replaced", "withdrawn", "revoked", "rescinded", "archived",
    "obsolete", "deprecated", "expired", "expires", "lapses", "lapsed", "void", "cancelled",
    "canceled", "discontinued", "sunset", "suspended",
  ]
  private static let versionLabels: [[String]] = [
    ["version"], ["revision"], ["document", "version"], ["policy", "version"], ["document", "id"],
    ["classification"],
  ]
  private static let pending: Set = [
    "pending", "awaiting", "outstanding", "open", "waiting", "planned", "requested", "submitted",
    "due", "missing", "review", "later", "soon",
  ]
  private static let approvals: Set = [
    "approved", "active", "effective", "force", "effect", "current", "final", "published",
    "released", "adopted", "ratified", "valid", "live", "issued", "signed", "enacted", "accepted",
    "authorised", "authorized", "endorsed",
  ]
  private static let replacements: Set = [
    "superseded", "replaced", "obsolete", "archived", "retired", "expired", "former", "historic",
    "historical", "deprecated", "old", "outdated", "previous",
  ]
  private static let drafts: Set = [
    "draft", "proposal", "proposed", "withdrawn", "revoked", "rejected", "template", "example",
    "sample", "cancelled", "canceled",
  ]
}

extension PolicyStanding.Status {
  fileprivate init(_ said: StandingWords.State, _ text: Located<String>) {
    self = said == .replaced ? .replaced(text) : .doubtful(text)
  }
}
