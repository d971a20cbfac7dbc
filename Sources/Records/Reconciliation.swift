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
  let ids: RecordIDForm
  /// Left in the body by the template, besides whole sections.
  var problems: [ReadingProblem] = []
  /// The text speaks of systems beyond those that the front matter names, or of more that it does not
  /// name.
  var mayTouchOthers = false

  init(
    facts: RecordFacts, document: MarkdownDocument, body: RecordBody, vocabulary: Vocabulary,
    ids: RecordIDForm
  ) {
    self.facts = facts
    self.document = document
    self.body = body
    self.vocabulary = vocabulary
    self.ids = ids
  }

  /// The id of the front matter, else that of the body, else the name of the file.
  mutating func id() -> Located<String> {
    let written = idInBody()
    let id = facts.id(of: document.file, form: ids, statedInBody: written)
    if let written, written.value != id.value, ids.isValid(id.value) {
      problems.append(
        ReadingProblem(
          .disagreement(key: "id", first: id.value, second: written.value, other: id.place),
          at: written.place))
    }
    return id
  }

  mutating func title() -> Located<String>? {
    let labelled = body.fields.lazy.filter { $0.role == .title && $0.isFilled && !$0.isStruck }
      .compactMap { $0.text.isEmpty ? nil : Located($0.text, $0.place) }.first
    return agreed("title", facts.text("title"), labelled ?? body.title) { $0 == $1 }
  }

  mutating func type() -> Located<String>? {
    let vocabulary = vocabulary
    let stated = named("type", expected: vocabulary.expectedTypes, vocabulary.type)
    let ticked = ticked(
      .type, key: "type", isStated: stated != nil || facts.mapping.has("type"),
      expected: vocabulary.expectedTypes, vocabulary.type)
    let labelled = labelled(
      .type, key: "type",
      isStated: stated != nil || ticked != nil || facts.mapping.has("type")
        || body.section(.type) != nil,
      expected: vocabulary.expectedTypes, vocabulary.type)
    // Where the policy asks for the field by name, its absence is that of any other field.
    if stated == nil, ticked == nil, body.section(.type) == nil, !facts.mapping.has("type"),
      !body.fields.contains(where: { $0.role == .type }),
      !vocabulary.policy.requiredFields.contains(where: {
        $0.kind == .type && $0.requiredFor == .all
      })
    {
      problems.append(
        ReadingProblem(.boxesTicked(field: "Type", count: 0), at: Place(startOf: document.file)))
    }
    return agreed("type", agreed("type", stated, ticked, ==), labelled, ==)
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
    let labelled = labelled(
      .riskLevel, key: "risk",
      isStated: stated != nil || ticked != nil || facts.mapping.has("risk")
        || body.section(.riskLevel) != nil,
      expected: vocabulary.expectedRisks
    ) { text in
      // `Risk: the database may be slow for a while` is no level.
      isOpen && WordForm.words(text).count > 3 ? nil : resolve(text)
    }
    let areEqual: (String, String) -> Bool = {
      $0 == $1 || isOpen && WordForm.fold($0) == WordForm.fold($1)
    }
    let risk = agreed("risk", agreed("risk", stated, ticked, areEqual), labelled, areEqual)
    return levelsBesideType().reduce(risk) { agreed("risk", $0, $1, areEqual) }
  }

  mutating func categories() -> [Located<String>] {
    let vocabulary = vocabulary
    let stated = facts.texts("category")
    let written = facts.mapping.has("category") ? [] : categoriesInBody()
    return (stated + written).compactMap { text in
      // A mark beside a name takes something back.
      if !text.value.holdsMark, let name = vocabulary.category(text.value) {
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
    let ticked = body.sections.filter { $0.role == .testingEvidence }.flatMap {
      vocabulary.testLevels.evidence($0.content, in: document)
    }
    return stated
      + ticked.filter { item in !stated.contains { $0.level.value == item.level.value } }
  }
}
