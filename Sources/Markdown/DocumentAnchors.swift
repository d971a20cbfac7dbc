import SourceText

/// The names that a text gives to places of its own with `<a name="…">` or an `id`: each once, none
/// that a heading has, and those alone that the page has too.
struct MarkupAnchors {
  private(set) var all: [(name: String, node: Int)] = []
  private var names: [MarkupPairs.Place: String] = [:]

  fileprivate mutating func add(_ name: String, at place: MarkupPairs.Place) {
    names[place] = name
    all.append((name, place.node))
  }

  func name(at place: MarkupPairs.Place) -> String? { names[place] }
}

/// A place in a document that a link can lead to.
package struct DocumentAnchor: Sendable, Hashable {
  /// As it is written on the page, without the prefix of the page.
  package let name: String
  package let node: Int
}

extension MarkdownDocument {
  func markupAnchors(besides headings: [MarkdownHeading]) -> MarkupAnchors {
    var taken = Set(headings.map(\.anchor))
    var anchors = MarkupAnchors()
    var pairs = MarkupPairs()
    for node in nodes.indices {
      switch nodes[node].kind {
      case .htmlInline, .htmlBlock: break
      default: continue
      }
      let pieces = markupPieces(at: node)
      guard pieces.hasTags else { continue }
      for (index, piece) in pieces.pieces.enumerated() {
        guard case .tag(let tag) = piece, let id = tag.id, tag.form != .closing,
          pairs.makes(tag, at: node, in: self), taken.insert(id).inserted
        else { continue }
        anchors.add(id, at: MarkupPairs.Place(node: node, piece: index))
      }
    }
    return anchors
  }

  /// The place that a fragment names, as it is written or in small letters; nil where there is none.
  package func anchor(_ fragment: String) -> DocumentAnchor? {
    let headings = self.headings
    if let found = headings.first(where: { $0.anchor == fragment }) {
      return DocumentAnchor(name: found.anchor, node: found.node)
    }
    var written: [(name: String, node: Int)] = []
    if nodes.contains(where: { $0.kind == .htmlInline || $0.kind == .htmlBlock }) {
      written = markupAnchors(besides: headings).all
      if let found = written.first(where: { $0.name == fragment }) {
        return DocumentAnchor(name: found.name, node: found.node)
      }
    }
    let small = fragment.lowercased()
    if let found = headings.first(where: { $0.anchor == small }) {
      return DocumentAnchor(name: found.anchor, node: found.node)
    }
    return written.first { $0.name.lowercased() == small }.map {
      DocumentAnchor(name: $0.name, node: $0.node)
    }
  }

  /// What links can lead to, in the order of headings and then of other places.
  package var anchorNames: [String] {
    let headings = self.headings
    return headings.map(\.anchor) + markupAnchors(besides: headings).all.map(\.name)
  }
}
