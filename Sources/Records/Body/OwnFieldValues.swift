import Chronology
import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// The fields that a policy has of its own, by their folded names.
struct OwnFields: Sendable {
  fileprivate let kinds: [String: ValueKind]
  fileprivate let names: [String: String]
  /// Some have values of a kind.
  fileprivate let areTyped: Bool

  init(_ policy: Policy) {
    let own = policy.requiredFields.filter { $0.kind.role == nil }
    kinds = Dictionary(
      own.map { (WordForm.fold($0.name), $0.values) }, uniquingKeysWith: { first, _ in first })
    names = Dictionary(
      own.map { (WordForm.fold($0.name), $0.name) }, uniquingKeysWith: { first, _ in first })
    areTyped = own.contains { $0.values != .text }
  }
}

/// The values of fields that the policy has of its own and the settings give a kind: each has to be of
/// it.
struct OwnFieldValues {
  let own: OwnFields
  let zone: Zone
  let systems: SystemDirectory
  let people: PeopleDirectory

  /// Keys of the front matter that are such fields, as what they state.
  func stated(by keys: [UnreadKey]) -> [StatedField] {
    if own.names.isEmpty { return [] }
    return keys.compactMap { key in
      let name = WordForm.fold(key.key)
      guard own.names[name] != nil, !WordForm.trim(key.value).isEmpty else { return nil }
      return StatedField(
        role: nil, ownName: name, fact: nil, label: key.key, text: key.value, place: key.place,
        isStruck: false, state: NonAnswer(key.value) == nil ? .filled : .empty)
    }
  }

  func problems(of body: RecordBody, in source: RecordSource) -> [ReadingProblem] {
    guard own.areTyped else { return [] }
    let fields = body.fields.filter { $0.isFilled && !$0.isStruck }.map {
      ($0.ownName, $0.text, $0.place)
    }
    let sections = body.sections.filter { $0.state == .filled }.map { section in
      (
        section.ownName, source.document.plainText(ofNodes: section.content),
        section.content.isEmpty
          ? section.heading.place : source.document.place(of: section.content.lowerBound)
      )
    }
    return (fields + sections).compactMap { name, text, place in
      guard let name, let kind = own.kinds[name], !isOf(kind, text, place) else { return nil }
      return ReadingProblem(
        .unreadableValue(key: own.names[name] ?? name, text: text, expected: kind.expected),
        at: place)
    }
  }

  private func isOf(_ kind: ValueKind, _ text: String, _ place: Place) -> Bool {
    let text = WordForm.trim(text)
    switch kind {
    case .text, .list: return true
    case .number:
      let digits = text.drop { $0 == "-" || $0 == "+" }
      return digits.contains(where: \.isNumber)
        && digits.allSatisfy { $0.isNumber || ".,' ".contains($0) }
    case .instant:
      return InstantText.read(text, in: zone) != nil || InstantText.readDay(text) != nil
    case .link:
      return ["https://", "http://", "]("].contains { text.contains($0) || place.text.contains($0) }
    case .hash:
      let digits = text.split(separator: ":").last.map(String.init) ?? text
      let plain = digits.hasPrefix("0x") ? String(digits.dropFirst(2)) : digits
      return (7...128).contains(plain.utf8.count) && plain.allSatisfy(\.isHexDigit)
    case .person:
      let mentions = people.read(text)
      return !mentions.isEmpty && mentions.allSatisfy { $0.identity != nil && $0.fault == nil }
    case .system: return systems.read(text).unknown.isEmpty
    }
  }
}

extension ValueKind {
  /// What a value of it looks like, for messages.
  var expected: String {
    switch self {
    case .text: "text"
    case .number: "a number such as 42"
    case .instant: "a date such as 2026-03-02 or an instant such as 2026-03-02T09:15Z"
    case .link: "a link, beginning with https://"
    case .hash: "a hash, of 7 to 128 hexadecimal digits"
    case .person: "a person, such as @ann"
    case .system: "a system, as the list of systems names it"
    case .list: "a list"
    }
  }
}
