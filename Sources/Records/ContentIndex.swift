import Markdown
import PolicyReading
import SourceText
import Synchronization

/// Every document of the content folder, by its path: what links can lead to.
package struct ContentIndex: Sendable {
  private let documents: [String: MarkdownDocument]
  private let pictures: PictureIndex?
  private let anchors = KnownAnchors()

  package init(_ register: Register) {
    var documents: [String: MarkdownDocument] = [:]
    documents.reserveCapacity(register.changes.count + register.pages.count)
    for policy in register.policies.policies { documents[policy.file.path] = policy.document }
    for change in register.changes { documents[change.file.path] = change.document }
    for incident in register.incidents { documents[incident.file.path] = incident.document }
    for freeze in register.freezes { documents[freeze.file.path] = freeze.document }
    for page in register.pages { documents[page.file.path] = page.document }
    self.documents = documents
    pictures = register.pictures
  }

  /// The file that a path means: itself, or of a folder the page that says what is in it.
  package func file(at path: String) -> String? {
    if documents[path] != nil { return path }
    let folder = path.isEmpty ? "" : path + "/"
    return Self.folderPages.lazy.map { folder + $0 }.first { documents[$0] != nil }
  }

  /// The folder of a section of the site, which shows what is in it without a page that says so; nil
  /// for any other path.
  package func section(at path: String) -> DecidingFolder? {
    DecidingFolder.allCases.first { $0.path == path }
  }

  private static let folderPages = ["index.md", "README.md", "readme.md", "Readme.md"]

  /// The place that a fragment names in a file; nil where there is none.
  package func anchor(_ fragment: String, in path: String) -> DocumentAnchor? {
    anchors(in: path)?[fragment]
  }

  /// The places of a file that links can lead to; nil for a file that is not there.
  package func anchors(in path: String) -> AnchorTable? {
    documents[path].map { anchors.table(of: $0) }
  }

  /// Whether a node is another, or stands in it.
  package func holds(_ node: Int, in other: Int, of path: String) -> Bool {
    guard let nodes = documents[path]?.nodes, nodes.indices.contains(other) else { return false }
    return (other..<Int(nodes[other].end)).contains(node)
  }

  /// The links and pictures of a document that lead nowhere or are not published, in its order.
  package func problems(of document: MarkdownDocument) -> [ReadingProblem] {
    // Destinations are kept among the strings; a document without any has no links.
    guard !document.strings.isEmpty else { return [] }
    var problems: [ReadingProblem] = []
    for (index, node) in document.nodes.enumerated() {
      let kind: ReadingProblem.Kind?
      switch node.kind {
      case .link(let destination, _) where destination >= 0:
        kind = fault(of: document.strings[Int(destination)], in: document.file.path)
      case .image(let destination, _) where destination >= 0:
        kind = fault(ofPicture: document.strings[Int(destination)], in: document.file.path)
      default: continue
      }
      if let kind { problems.append(ReadingProblem(kind, at: document.place(of: index))) }
    }
    return problems
  }

  private func fault(of destination: String, in path: String) -> ReadingProblem.Kind? {
    switch ContentReference(destination, from: path) {
    case .outside: return nil
    case .refused: return .unsafeLink(destination)
    case .here(let fragment):
      return fragment.isEmpty || anchor(fragment, in: path) != nil
        ? nil : dead(destination, fragment: fragment, in: path)
    case .file(let written, let fragment):
      // A picture is a file that one can look at.
      if let pictures, pictures.picture(at: written) != nil { return nil }
      guard let target = file(at: written) else {
        return section(at: written) == nil ? .deadLink(destination, suggestion: nil) : nil
      }
      guard let fragment, !fragment.isEmpty, anchor(fragment, in: target) == nil else { return nil }
      return dead(destination, fragment: fragment, in: target)
    }
  }

  /// Pictures are only judged where they were looked for.
  private func fault(ofPicture destination: String, in path: String) -> ReadingProblem.Kind? {
    switch ContentReference(destination, from: path) {
    case .outside: return nil
    case .refused, .here: return .unsafeLink(destination)
    case .file(let target, _):
      guard let fault = pictures?.fault(at: target) else { return nil }
      return .pictureNotShown(destination, fault)
    }
  }

  private func dead(
    _ destination: String, fragment: String, in path: String
  ) -> ReadingProblem.Kind {
    let anchors = anchors(in: path)?.all.map(\.name) ?? []
    return .deadLink(
      destination, suggestion: suggest(for: fragment, among: anchors).map { "#\($0)" })
  }
}

/// Anchors of the documents that links with a fragment lead to, worked out once for each.
private final class KnownAnchors: Sendable {
  private let tables = Mutex<[String: AnchorTable]>([:])

  func table(of document: MarkdownDocument) -> AnchorTable {
    let path = document.file.path
    if let table = tables.withLock({ $0[path] }) { return table }
    let table = document.anchors
    tables.withLock { $0[path] = table }
    return table
  }
}
