import Chronology
import Configuration
import PolicyReading
import Records
import SourceText

/// What the values of cells stand for, by the policy and the lists of the site.
struct ImportTerms: Sendable {
  let ids: RecordIDForm
  private let vocabulary: Vocabulary
  private let policy: Policy

  init(_ register: Register) {
    ids = RecordIDForm(register.settings.idPatterns)
    policy = register.policies.latest
    vocabulary = Vocabulary(policy: policy)
  }

  /// A cell as a value of front matter.
  func value(
    _ key: String, _ text: String, _ mapping: ImportMapping
  ) throws(ImportedRecord.Refusal) -> WrittenValue {
    switch key {
    case "type" where !policy.types.isEmpty:
      return .text(try name(key, text, vocabulary.type(text), policy.types.map(\.name)))
    case "risk" where !policy.risks.isEmpty:
      return .text(try name(key, text, vocabulary.risk(text), policy.risks.map(\.name)))
    case "outcome":
      return .text(
        try name(
          key, text, Outcome(writtenAs: text)?.rawValue, Outcome.allCases.map(\.rawValue)))
    case "security_relevant":
      guard ["true", "false", "yes", "no"].contains(text.lowercased()) else {
        throw .init(reason: "`\(key)` is \(text), and not true or false")
      }
      return .text(text.lowercased())
    case "requested", "scheduled.from", "scheduled.to", "started", "deployed", "closed",
      "resolved", "rollback.at":
      return .text(WrittenInstant.text(try instant(key, text, mapping)))
    case "systems", "category", "environment", "region", "external", "incident",
      "caused_incidents", "caused_by":
      let parts = text.split { ",;\n".contains($0) }.map { WordForm.trim(String($0)) }
        .filter { !$0.isEmpty }
      return parts.count == 1 && key != "systems" ? .text(parts[0]) : .texts(parts)
    default: return .text(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
  }

  private func name(
    _ key: String, _ text: String, _ known: String?, _ names: [String]
  ) throws(ImportedRecord.Refusal) -> String {
    if let known { return known }
    let meant = suggest(for: text, among: names).map { "; did you mean \($0)?" } ?? ""
    throw .init(
      reason: "`\(key)` is \(text), which is none of \(names.joined(separator: ", "))\(meant)")
  }

  private func instant(
    _ key: String, _ text: String, _ mapping: ImportMapping
  ) throws(ImportedRecord.Refusal) -> Instant {
    for form in mapping.forms {
      if let instant = form.read(text, in: mapping.zone ?? .utc) {
        guard mapping.zone != nil else {
          throw .init(reason: "`\(key)` names no zone, and neither does `dates` of the mapping")
        }
        return instant
      }
    }
    guard mapping.forms.isEmpty, let reading = InstantText.read(text, in: mapping.zone ?? .utc),
      Interval.plausibleYears.contains(reading.instant)
    else {
      throw .init(
        reason: "`\(key)` is \(text), which is no instant in the form that the mapping names")
    }
    guard !reading.zoneAssumed || mapping.zone != nil else {
      throw .init(reason: "`\(key)` names no zone, and neither does `dates` of the mapping")
    }
    return reading.instant
  }
}
