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
      guard pieces.hasNames else { continue }
      let isBlock = nodes[node].kind == .htmlBlock
      let block = isBlock ? pairs.remadeBlock(node, pieces, in: self) : nil
      guard block != nil || !isBlock && pairs.makesInline(pieces, at: node, in: self) else {
        continue
      }
      for (index, piece) in pieces.pieces.enumerated() {
        guard case .tag(let tag, _) = piece, let id = tag.id, tag.form != .closing,
          block?.makes(tag, index) != false, taken.insert(id).inserted
        else { continue }
        anchors.add(id, at: MarkupPairs.Place(node: node, piece: index))
      }
    }
    return anchors
  }

  /// Every place that a link can lead to. Worked out anew at each call.
  package var anchors: AnchorTable {
    let headings = self.headings
    var all = headings.map { DocumentAnchor(name: $0.anchor, node: $0.node) }
    if nodes.contains(where: { $0.kind == .htmlInline || $0.kind == .htmlBlock }) {
      all += markupAnchors(besides: headings).all.map {
        DocumentAnchor(name: $0.name, node: $0.node)
      }
    }
    return AnchorTable(all)
  }
}

/// The places of a document that links can lead to, by name.
package struct AnchorTable: Sendable {
  /// Headings, then other places, each in the order of the document.
  package let all: [DocumentAnchor]
  private let exact: [String: DocumentAnchor]
  private let small: [String: DocumentAnchor]

  init(_ all: [DocumentAnchor]) {
    self.all = all
    exact = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    small = Dictionary(
      all.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place that a fragment names, as it is written or whatever its case; nil where there is none.
  package subscript(fragment: String) -> DocumentAnchor? {
    exact[fragment] ?? small[fragment.lowercased()]
  }
}
