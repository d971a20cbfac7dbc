import Configuration
import Markdown
import PolicyReading
import SourceText

/// Words that the settings map, and no version of the policy has: most likely they are misspelt, and what
/// was meant is read otherwise.
///
/// - Parameter lists: The pages of the list of people, which name roles as well.
func missedWords(
  of settings: Settings, in book: PolicyBook, lists: [RecordSource]
) -> [ReadingProblem] {
  let words = settings.words
  let policies = book.policies
  var problems: [ReadingProblem] = []
  func report(_ key: String, _ word: Located<String>, _ expected: String, among known: [String]) {
    let meant = suggest(for: word.value, among: known).map { "; perhaps `\($0)`" } ?? ""
    problems.append(
      ReadingProblem(
        .unreadableValue(key: key, text: word.value, expected: expected + meant), at: word.place))
  }
  if !words.values.isEmpty {
    let texts = policies.map(\.writtenTexts).reduce(into: Set()) { $0.formUnion($1) }
    for word in words.values where !texts.contains(MappedWords.form(word.written.value)) {
      report(
        "values", word.written, "a cell, a line or a sentence of the policy as it stands there",
        among: texts.sorted())
    }
  }
  func folded(_ names: [String]) -> Set<String> { Set(names.map(WordForm.fold)) }
  let types = policies.flatMap(\.types).map(\.name)
  let knownTypes = folded(types)
  for word in words.types where !knownTypes.contains(WordForm.fold(word.name.value)) {
    report("types", word.name, "the name of a change type of the policy", among: types)
  }
  let fields = policies.flatMap(\.requiredFields).map(\.name)
  let knownFields = folded(fields)
  for word in words.fields where !knownFields.contains(WordForm.fold(word.written.value)) {
    report(
      "fields", word.written, "a field of the policy's table of required information",
      among: fields)
  }
  if !words.roles.isEmpty {
    let texts = (policies.map(\.document) + lists.map(\.document)).map {
      WordForm.fold($0.plainText(ofNodes: $0.nodes.indices))
    }
    for word in words.roles
    where !texts.contains(where: { $0.holds(WordForm.fold(word.written.value)) }) {
      report("roles", word.written, "a role that the policy or the list of people names", among: [])
    }
  }
  return problems
}
