import Markdown
import PolicyReading
import SourceText

/// Every document of the content folder, by its path: what links can lead to.
package struct ContentIndex: Sendable {
  private let documents: [String: MarkdownDocument]

  package init(_ register: Register) {
    var documents: [String: MarkdownDocument] = [:]
    documents.reserveCapacity(register.changes.count + register.pages.count)
    for policy in register.policies.policies { documents[policy.file.path] = policy.document }
    for change in register.changes { documents[change.file.path] = change.document }
    for incident in register.incidents { documents[incident.file.path] = incident.document }
    for page in register.pages { documents[page.file.path] = page.document }
    self.documents = documents
  }

  package func contains(_ path: String) -> Bool { documents[path] != nil }

  /// The heading that a fragment names in a file; nil where there is none.
  package func heading(_ fragment: String, in path: String) -> MarkdownHeading? {
    documents[path]?.headings.first { $0.anchor == fragment }
  }

  /// The links of a document that lead nowhere or are not published, in its order.
  package func problems(of document: MarkdownDocument) -> [ReadingProblem] {
    // Destinations are kept among the strings; a document without any has no links.
    guard !document.strings.isEmpty else { return [] }
    var problems: [ReadingProblem] = []
    for (index, node) in document.nodes.enumerated() {
      guard case .link(let destination, _) = node.kind, destination >= 0 else { continue }
      let text = document.strings[Int(destination)]
      if let kind = fault(of: text, in: document.file.path) {
        problems.append(ReadingProblem(kind, at: document.place(of: index)))
      }
    }
    return problems
  }

  private func fault(of destination: String, in path: String) -> ReadingProblem.Kind? {
    switch ContentReference(destination, from: path) {
    case .outside: return nil
    case .refused: return .unsafeLink(destination)
    case .here(let fragment):
      return fragment.isEmpty || heading(fragment, in: path) != nil
        ? nil : dead(destination, fragment: fragment, in: path)
    case .file(let target, let fragment):
      guard contains(target) else { return .deadLink(destination, suggestion: nil) }
      guard let fragment, heading(fragment, in: target) == nil else { return nil }
      return dead(destination, fragment: fragment, in: target)
    }
  }

  private func dead(
    _ destination: String, fragment: String, in path: String
  ) -> ReadingProblem.Kind {
    let anchors = documents[path]?.headings.map(\.anchor) ?? []
    return .deadLink(
      destination, suggestion: suggest(for: fragment, among: anchors).map { "#\($0)" })
  }
}
