import Chronology
import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// Brings together what the front matter and the body of one change say.
struct Reconciliation {
  var facts: RecordFacts
  let document: MarkdownDocument
  var body: RecordBody
  let vocabulary: Vocabulary
  /// Left in the body by the template, besides whole sections.
  var problems: [ReadingProblem] = []

  init(
    facts: RecordFacts, document: MarkdownDocument, body: RecordBody, vocabulary: Vocabulary
  ) {
    self.facts = facts
    self.document = document
    self.body = body
    self.vocabulary = vocabulary
  }

  /// The id of the front matter, else the name of the file.
  mutating func id() -> Located<String> { facts.id(of: document.file) }

  mutating func title() -> Located<String>? {
    agreed("title", facts.text("title"), body.title) { $0 == $1 }
  }

  mutating func type() -> Located<String>? {
    let vocabulary = vocabulary
    let stated = named("type", expected: vocabulary.expectedTypes, vocabulary.type)
    let ticked = ticked(
      .type, key: "type", isStated: stated != nil || facts.mapping.has("type"),
      expected: vocabulary.expectedTypes, vocabulary.type)
    // Where the policy asks for the field by name, its absence is that of any other field.
    if stated == nil, ticked == nil, body.section(.type) == nil, !facts.mapping.has("type"),
      !vocabulary.policy.requiredFields.contains(where: {
        $0.kind == .type && $0.requiredFor == .all
      })
    {
      problems.append(
        ReadingProblem(.boxesTicked(field: "Type", count: 0), at: Place(startOf: document.file)))
    }
    return agreed("type", stated, ticked, ==)
  }

  mutating func risk() -> Located<String>? {
    let vocabulary = vocabulary
    // A policy without a table of risks leaves them to whoever writes.
    let isOpen = !vocabulary.hasRisks
    let resolve: (String) -> String? = { vocabulary.risk($0) ?? (isOpen ? $0 : nil) }
    let stated = named("risk", expected: vocabulary.expectedRisks, resolve)
    let ticked = ticked(
      .riskLevel, key: "risk", isStated: stated != nil || facts.mapping.has("risk"),
      expected: vocabulary.expectedRisks, resolve)
    return agreed("risk", stated, ticked) {
      $0 == $1 || isOpen && WordForm.fold($0) == WordForm.fold($1)
    }
  }

  mutating func categories() -> [Located<String>] {
    let vocabulary = vocabulary
    return facts.texts("category").compactMap { text in
      if !text.value.unicodeScalars.contains(where: { "?~".unicodeScalars.contains($0) }),
        let name = vocabulary.category(text.value)
      {
        return Located(name, text.place)
      }
      // A policy without a table of categories leaves them to whoever writes.
      if vocabulary.categoryNames.isEmpty { return text }
      facts.report(
        .unreadableValue(
          key: "category", text: text.value,
          expected: vocabulary.expectedCategories(for: text.value)), at: text.place)
      return nil
    }
  }

  mutating func evidence() -> [Evidence] {
    let stated = facts.evidence(vocabulary.testLevels)
    guard let section = body.section(.testingEvidence) else { return stated }
    let ticked = vocabulary.testLevels.evidence(section.content, in: document)
    return stated
      + ticked.filter { item in !stated.contains { $0.level.value == item.level.value } }
  }

  /// What stands after `Requested date:`, an instant or the start of a day.
  mutating func requestedDate(zone: Zone) -> Located<Instant>? {
    guard !facts.mapping.has("requested"), let section = body.section(.schedule),
      let value = document.labelledValue("requested date", in: section), !value.isEmpty
    else { return nil }
    let text = document.file.text(value)
    let place = Place(document.file, value)
    if let day = InstantText.readDay(text) { return Located(zone.start(of: day), place) }
    if let reading = InstantText.read(text, in: zone) {
      if reading.zoneAssumed {
        problems.append(
          ReadingProblem(
            .zoneAssumed(key: "Requested date", text: text, zone: zone.name), at: place))
      }
      return Located(reading.instant, place)
    }
    problems.append(
      ReadingProblem(
        .unreadableValue(
          key: "Requested date", text: text,
          expected: "a date such as 2026-03-02 or an instant such as 2026-03-02T09:15Z"), at: place)
    )
    return nil
  }
}
