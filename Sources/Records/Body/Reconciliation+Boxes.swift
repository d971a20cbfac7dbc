import Markdown
import PolicyReading
import SourceText

/// Boxes of categories and of security relevance, wherever a record has them: what is ticked there is what
/// the front matter says.
extension Reconciliation {
  mutating func compareBoxes(_ stated: StatedFacts) {
    read([body.preamble, body.opening], isCategory: false, stated)
    for section in body.sections where section.mayChoose {
      // Of a section of that name the boxes were compared where it was read.
      let isCategory = vocabulary.sections.fact(of: section.heading.text) == .category
      read([section.content], isCategory: isCategory, stated)
    }
  }

  private mutating func read(_ parts: [Range<Int>], isCategory: Bool, _ stated: StatedFacts) {
    for part in parts where !part.isEmpty {
      let written: [(isTicked: Bool, label: Located<String>)] =
        isCategory
        ? []
        : readBoxes(part, in: document).map {
          (isTicked: $0.isTicked, label: document.label(of: $0))
        }
      let boxes = written + document.tickedCells(in: part)
      compareCategories(boxes, stated)
      compareRelevance(boxes, stated)
    }
  }

  /// Boxes of which two at least are categories choose among them; one alone may be ticked for anything.
  private mutating func compareCategories(
    _ boxes: [(isTicked: Bool, label: Located<String>)], _ stated: StatedFacts
  ) {
    guard let first = stated.categories.first else { return }
    let named = boxes.compactMap { box in
      vocabulary.category(box.label.value).map { (box.isTicked, $0, box.label.place) }
    }
    guard Set(named.map(\.1)).count > 1 else { return }
    let known = stated.categories.map(\.value)
    for (isTicked, name, place) in named where isTicked && !known.contains(name) {
      problems.append(
        ReadingProblem(
          .disagreement(
            key: "category", first: name, second: known.joined(separator: ", "),
            other: first.place), at: place))
    }
  }

  private mutating func compareRelevance(
    _ boxes: [(isTicked: Bool, label: Located<String>)], _ stated: StatedFacts
  ) {
    guard let known = stated.isSecurityRelevant, !known.value else { return }
    for (isTicked, label) in boxes
    where isTicked && vocabulary.sections.fact(of: label.value) == .securityRelevance {
      problems.append(
        ReadingProblem(
          .disagreement(
            key: "security relevance", first: label.value, second: "false", other: known.place),
          at: label.place))
    }
  }
}

extension RecordSection {
  /// Its boxes may choose what the change is; those of steps, tests and approvals are about other things.
  fileprivate var mayChoose: Bool {
    switch role {
    case .testingEvidence, .implementationPlan, .rollbackPlan, .approvals, .riskLevel: false
    default: true
    }
  }
}

extension MarkdownDocument {
  /// Rows of tables that have a cell with a box alone, each with the first other text of the row.
  fileprivate func tickedCells(
    in range: Range<Int>
  ) -> [(isTicked: Bool, label: Located<String>)] {
    range.filter { nodes[$0].kind == .table }.flatMap { table in
      children(of: table).compactMap { row in
        let cells = Array(children(of: row))
        guard
          let box = cells.lazy.flatMap({ readBoxes(in: self.plainText(of: $0)) })
            .first(where: \.label.isEmpty),
          let label = cells.first(where: { cell in
            let text = plainText(of: cell)
            return !text.isEmpty && readBoxes(in: text).isEmpty
          })
        else { return nil }
        return (box.isTicked, Located(plainText(of: label), place(of: label)))
      }
    }
  }
}
