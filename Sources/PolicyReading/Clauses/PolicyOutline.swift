import Markdown
import SourceText

/// The headings of a policy, and which of them a node stands under.
struct PolicyOutline {
  let document: MarkdownDocument
  let words: MappedWords
  let headings: [MarkdownHeading]
  let sections: [MarkdownSection]
  /// One for each heading.
  let clauses: [PolicyClause]
  /// For each heading its number, or that of the nearest heading around it that has one.
  private let numbers: [String?]
  /// For each heading the one around it.
  private let parents: [Int?]

  init(_ document: MarkdownDocument, words: MappedWords) {
    self.document = document
    self.words = words
    headings = document.headings
    sections = document.sections(of: headings)
    clauses = headings.map { heading in
      let (number, title) = ClauseNumber.parting(heading.text)
      return PolicyClause(
        number: number, title: title, anchor: heading.anchor, level: heading.level,
        place: heading.place)
    }
    var open: [Int] = []
    var parents: [Int?] = []
    var numbers: [String?] = []
    for (index, clause) in clauses.enumerated() {
      while let last = open.last, clauses[last].level >= clause.level { open.removeLast() }
      parents.append(open.last)
      numbers.append(clause.number ?? open.last.flatMap { numbers[$0] })
      open.append(index)
    }
    self.parents = parents
    self.numbers = numbers
  }

  /// The last heading before a node; nil above the first one.
  func headingIndex(above node: Int) -> Int? {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The last heading before a node and those around it, from the inside out.
  func headings(above node: Int) -> [Int] {
    var found: [Int] = []
    var next = headingIndex(above: node)
    while let index = next {
      found.append(index)
      next = parents[index]
    }
    return found
  }

  func clause(above node: Int) -> PolicyClause? { headingIndex(above: node).map { clauses[$0] } }

  func number(above node: Int) -> String? { headingIndex(above: node).flatMap { numbers[$0] } }

  /// The titles of the clause above a node and of the clauses around that one, folded.
  func context(of node: Int) -> String {
    var next = headingIndex(above: node)
    var titles: [String] = []
    while let index = next {
      next = parents[index]
      // The document's own title says nothing about one clause.
      if next != nil || titles.isEmpty { titles.append(WordForm.fold(clauses[index].title)) }
    }
    return titles.joined(separator: " ")
  }
}
