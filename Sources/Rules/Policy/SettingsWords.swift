import Configuration
import Markdown
import PolicyReading
import Records
import SourceText

/// Keys and values of records that `changebook.yml` maps or ignores, and no record has: most likely they
/// are misspelt.
func unusedWords(_ register: Register) -> [ReadingProblem] {
  let words = register.settings.words
  var missed: [(use: String, word: Located<String>)] =
    words.recordKeys.map { ("`records: keys`", $0.written) }
    + words.recordValues.map { ("`records: values`", $0.written) }
    + words.ignoredKeys.map { ("`records: ignore`", $0) }
  let files = register.changes.map(\.file) + register.incidents.map(\.document.file)
  for file in files {
    if missed.isEmpty { break }
    let text = String(decoding: file.bytes, as: UTF8.self).precomposedForm.lowercased()
    missed.removeAll { text.contains($0.word.value.precomposedForm.lowercased()) }
  }
  // Before there are records nothing can be missed in them.
  guard !files.isEmpty else { return [] }
  return missed.map { use, word in
    ReadingProblem(
      .nameUndefined(name: word.value, usedIn: use, definedIn: "the records", suggestion: nil),
      at: word.place)
  }
}
