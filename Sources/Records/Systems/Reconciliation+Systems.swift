import FrontMatter
import Markdown
import PolicyReading
import SourceText

extension Reconciliation {
  /// The front matter's systems, else those after `Systems affected:`.
  ///
  /// Beside the front matter's the body may explain: `rpc-gateway, six nodes in two regions`. It
  /// disagrees where it lists others, or speaks of none of them.
  mutating func systems(_ directory: SystemDirectory) -> NamedSystems {
    let stated = facts.systems("systems", directory)
    guard let section = body.section(.impact),
      let value = document.wholeValue("systems affected", in: section.content),
      !vocabulary.fillers.contains(value, in: document.file)
    else { return stated }
    let written = directory.read(value, in: document.file)
    if stated.isEmpty, !facts.mapping.has("systems") {
      problems += written.problems(of: section.heading.text)
      return written
    }
    if let first = stated.names.first, stated.unknown.isEmpty,
      !agree(stated, written, document.file.text(value))
    {
      problems.append(
        ReadingProblem(
          .disagreement(
            key: "list of systems", first: document.file.text(value),
            second: stated.names.map(\.value).joined(separator: ", "), other: first.place),
          at: Place(document.file, value)))
    }
    return stated
  }

  private func agree(_ stated: NamedSystems, _ written: NamedSystems, _ text: String) -> Bool {
    if written.isEmpty || NonName.matches(text) { return true }
    let forms = Set(stated.names.map { WordForm.fold($0.value) })
    if written.unknown.isEmpty, !written.holdsPhrases {
      return forms == Set(written.names.map { WordForm.fold($0.value) })
    }
    let words = " \(WordForm.fold(text)) "
    return stated.areAll || written.areAll
      || forms.contains { words.contains(" \($0) ") }
      || written.names.contains { forms.contains(WordForm.fold($0.value)) }
  }
}
