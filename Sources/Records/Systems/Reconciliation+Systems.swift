import FrontMatter
import Markdown
import PolicyReading
import SourceText

extension Reconciliation {
  /// The front matter's systems, else those after `Systems affected:`.
  ///
  /// Beside the front matter's the body may explain: `rpc-gateway, six nodes in two regions`. It
  /// disagrees where it lists others, or speaks of none of them.
  mutating func systems(_ directory: SystemDirectory, known: WidenedSystems.Known) -> NamedSystems {
    let count = problems.count
    let named = namedSystems(directory, known: known)
    if !named.isEmpty, !mayTouchOthers, problems.count == count {
      let besides = (body.fields + body.besides).filter {
        $0.fact == .systems && $0.isFilled && !$0.isStruck
      }
      noteWidening(besides.map { ($0.text, $0.place) }, named, directory, known)
    }
    guard directory.isEmpty, !mayTouchOthers,
      let several = named.names.first(where: { SystemName.mayBeSeveral(WordForm.fold($0.value)) })
    else { return named }
    problems.append(
      ReadingProblem(
        .systemsWidened(text: several.value, part: several.value), at: several.place))
    mayTouchOthers = true
    return named
  }

  private mutating func namedSystems(
    _ directory: SystemDirectory, known: WidenedSystems.Known
  ) -> NamedSystems {
    let stated = facts.systems("systems", directory)
    let impact = body.sections.filter { $0.role == .impact }
    let values = impact.flatMap { document.wholeValues("systems affected", in: $0.content) }
      .filter { !vocabulary.fillers.contains($0, in: document.file) }
    guard let section = impact.first, !values.isEmpty else {
      return labelledSystems(directory, beside: stated)
    }
    var written = NamedSystems()
    for value in values { written.add(directory.read(value, in: document.file)) }
    if stated.isEmpty, !facts.mapping.has("systems") {
      problems += written.problems(of: section.heading.text)
      return written
    }
    let text = values.map(document.file.text).joined(separator: ", ")
    var hasDisagreed = false
    if let first = stated.names.first, stated.unknown.isEmpty,
      !agree(stated, written, text, directory)
    {
      problems.append(
        ReadingProblem(
          .disagreement(
            key: "list of systems", first: text,
            second: stated.names.map(\.value).joined(separator: ", "), other: first.place),
          at: Place(document.file, values[0])))
      hasDisagreed = true
    }
    if !hasDisagreed {
      noteWidening(
        values.map { (document.file.text($0), Place(document.file, $0)) }, stated, directory, known
      )
    }
    return stated
  }

  /// The systems of a line, a table or a section that is labelled so, where nothing else names any.
  private mutating func labelledSystems(
    _ directory: SystemDirectory, beside stated: NamedSystems
  ) -> NamedSystems {
    let isStated = !stated.isEmpty || facts.mapping.has("systems")
    var fields = systemsInBody()
    if fields.isEmpty, !isStated { fields = body.asides.filter { !$0.isStruck } }
    guard let first = fields.first else { return stated }
    var written = NamedSystems()
    var prose: StatedField?
    for field in fields {
      let named = directory.read(Located(field.text, field.place))
      // A section of that name may tell of the systems instead of naming them.
      let isProse =
        field.isSection && !field.isCell
        && (!named.unknown.isEmpty || named.holdsPhrases && directory.isEmpty)
      if isProse { prose = prose ?? field } else { written.add(named) }
    }
    if written.isEmpty {
      if !isStated, let prose, !WordForm.words(prose.text).contains(where: ApprovalWords.isDenying)
      {
        problems.append(
          ReadingProblem(.systemsWidened(text: prose.text, part: prose.text), at: prose.place))
        mayTouchOthers = true
      }
      return stated
    }
    if !isStated {
      problems += written.problems(of: first.label)
      return written
    }
    let text = fields.map(\.text).joined(separator: ", ")
    if let known = stated.names.first, stated.unknown.isEmpty,
      !agree(stated, written, text, directory)
    {
      problems.append(
        ReadingProblem(
          .disagreement(
            key: "list of systems", first: text,
            second: stated.names.map(\.value).joined(separator: ", "), other: known.place),
          at: first.place))
    }
    return stated
  }

  /// Notes what the text says of systems beyond those that the front matter names.
  private mutating func noteWidening(
    _ texts: [(text: String, place: Place)], _ stated: NamedSystems, _ directory: SystemDirectory,
    _ known: WidenedSystems.Known
  ) {
    if stated.areAll { return }
    let widened = WidenedSystems(stated: stated, known: known)
    for (text, place) in texts {
      guard let part = widened.part(of: text) else { continue }
      let name = directory.canonicalName(of: part) ?? part
      problems.append(ReadingProblem(.systemsWidened(text: text, part: name), at: place))
      mayTouchOthers = true
      return
    }
  }

  private func agree(
    _ stated: NamedSystems, _ written: NamedSystems, _ text: String, _ directory: SystemDirectory
  ) -> Bool {
    if written.isEmpty || NonName.matches(text) { return true }
    let forms = Set(stated.names.map { WordForm.fold($0.value) })
    if written.unknown.isEmpty, !written.holdsPhrases {
      return forms == Set(written.names.map { WordForm.fold($0.value) })
    }
    if stated.areAll || written.areAll { return true }
    let named = names(in: text, directory).map(WordForm.fold)
    if named.contains(where: { !forms.contains($0) }) { return false }
    if !named.isEmpty { return true }
    let words = " \(WordForm.fold(text)) "
    return forms.contains { words.holds(" \($0) ") }
      || written.names.contains { forms.contains(WordForm.fold($0.value)) }
  }

  /// The parts of an explanation that are systems of their own: listed ones, and in brackets what has
  /// the form of a compound name. `archive-nodes gain` is a remark.
  private func names(in text: String, _ directory: SystemDirectory) -> [String] {
    let (outside, inside) = WordForm.partingBrackets(text)
    let parts = ([outside] + inside).flatMap { part in
      part.parts(atAnyOf: ",;\n")
    }
    let listed = parts.compactMap { part -> String? in
      let words = WordForm.words(part).filter { !Self.ofLists.contains($0) }
      return directory.canonicalName(of: words.joined(separator: " "))
    }
    let compound = inside.filter { part in
      SystemName.isName(part) && part.utf8.contains(UInt8(ascii: "-"))
        && !part.utf8.contains(0x20) && directory.isEmpty
    }
    return listed + compound
  }

  private static let ofLists: Set<String> = [
    "the", "a", "and", "also", "too", "both", "plus", "as", "well", "or", "with", "including",
  ]
}
