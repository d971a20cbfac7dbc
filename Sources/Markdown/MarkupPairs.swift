/// Which tags of a document belong together.
///
/// Elements are made of pairs alone: an opening tag and a closing one of the same name, with whole
/// nodes between them. What is left over is text, so that no element of a text can reach out of the
/// node that it stands in.
struct MarkupPairs {
  /// A tag in a block of HTML.
  struct Place: Hashable {
    let node: Int
    let piece: Int
  }

  /// Nodes of closing tags by those of the opening ones.
  private(set) var inline: [Int: Int] = [:]
  private(set) var inlineClosings: Set<Int> = []
  /// Parents whose tags were paired.
  private var paired: Set<Int> = []

  /// The other tag of each of `details`; nil until it is asked for.
  private(set) var folds: [Place: Place]?

  /// Pairs the tags that stand directly below a node.
  mutating func pairInline(below parent: Int, in document: MarkdownDocument) {
    guard paired.insert(parent).inserted else { return }
    var isCell = false
    if case .tableCell = document.nodes[parent].kind { isCell = true }
    var open = OpenTags<Int>()
    for child in document.children(of: parent) where document.nodes[child].kind == .htmlInline {
      guard let tag = document.markupTag(at: child), tag.isInline || isCell else { continue }
      switch tag.form {
      case .opening: open.push(tag.element, child)
      case .closing:
        guard let start = open.pop(tag.element) else { continue }
        inline[start] = child
        inlineClosings.insert(child)
      case .empty: break
      }
    }
  }

  /// Pairs the tags of `details` in the whole document. Those in a note pair only there.
  mutating func pairFolds(in document: MarkdownDocument) -> [Place: Place] {
    if let folds { return folds }
    var pairs: [Place: Place] = [:]
    var open: [Int: [Place]] = [:]
    for node in document.nodes.indices where document.nodes[node].kind == .htmlBlock {
      let pieces = document.markupPieces(at: node)
      guard pieces.hasFolds else { continue }
      let scope =
        document.footnote(holding: node).map { -1 - $0 } ?? Int(document.nodes[node].parent)
      for (index, piece) in pieces.pieces.enumerated() {
        guard case .tag(let tag, _) = piece, tag.element == .details else { continue }
        let place = Place(node: node, piece: index)
        if tag.form == .opening {
          open[scope, default: []].append(place)
        } else if let start = open[scope]?.popLast() {
          pairs[start] = place
          pairs[place] = start
        }
      }
    }
    folds = pairs
    return pairs
  }

  /// The pairs of a block of HTML that is re-made; nil for one that is text, because it has other tags,
  /// or none of its own has another half.
  mutating func remadeBlock(
    _ node: Int, _ pieces: MarkupPieces, in document: MarkdownDocument
  ) -> BlockPairs? {
    guard pieces.isRemade else { return nil }
    let pairs = BlockPairs(
      node: node, inner: Self.inBlock(pieces.pieces),
      folds: pieces.hasFolds ? pairFolds(in: document) : [:])
    let isMade = pieces.pieces.enumerated().contains { index, piece in
      if case .tag(let tag, _) = piece { pairs.makes(tag, index) } else { false }
    }
    return isMade ? pairs : nil
  }

  /// Whether a tag in running text becomes an element, which can be led to.
  mutating func makesInline(
    _ pieces: MarkupPieces, at node: Int, in document: MarkdownDocument
  ) -> Bool {
    guard let tag = pieces.onlyTag else { return false }
    var above = Int(document.nodes[node].parent)
    pairInline(below: above, in: document)
    guard tag.form == .empty || inline[node] != nil else { return false }
    // Of a picture's words the markup is left out.
    while above > 0 {
      if case .image = document.nodes[above].kind { return false }
      above = Int(document.nodes[above].parent)
    }
    return true
  }

  /// Pairs the tags of one block that do not fold: the piece that closes each. `details` and a
  /// `summary` part what is on their two sides.
  static func inBlock(_ pieces: [MarkupPieces.Piece]) -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    var open = OpenTags<Int>()
    for (index, piece) in pieces.enumerated() {
      guard case .tag(let tag, _) = piece else { continue }
      switch (tag.element, tag.form) {
      case (.details, _): open = OpenTags()
      case (.summary, .opening):
        open = OpenTags()
        open.push(.summary, index)
      case (_, .opening): open.push(tag.element, index)
      case (_, .closing):
        if let start = open.pop(tag.element) { pairs[start] = index }
      case (_, .empty): break
      }
    }
    return pairs
  }
}

/// The pairs of one block of HTML. A tag that has none is text in it.
struct BlockPairs {
  private let node: Int
  private let inner: [Int: Int]
  private let closings: Set<Int>
  private let folds: [MarkupPairs.Place: MarkupPairs.Place]

  init(node: Int, inner: [Int: Int], folds: [MarkupPairs.Place: MarkupPairs.Place]) {
    self.node = node
    self.inner = inner
    self.folds = folds
    closings = Set(inner.values)
  }

  /// Whether the tag that a piece is becomes an element, or the end of one.
  func makes(_ tag: MarkupTag, _ piece: Int) -> Bool {
    if tag.form == .empty { return true }
    return tag.element == .details
      ? otherFold(piece) != nil : inner[piece] != nil || closings.contains(piece)
  }

  /// Where the other tag of `details` is.
  func otherFold(_ piece: Int) -> MarkupPairs.Place? {
    folds[MarkupPairs.Place(node: node, piece: piece)]
  }
}

/// Opening tags that wait for their closing ones.
private struct OpenTags<Position> {
  private var tags: [(element: MarkupTag.Element, position: Position)] = []
  private var counts: [MarkupTag.Element: Int] = [:]

  mutating func push(_ element: MarkupTag.Element, _ position: Position) {
    tags.append((element, position))
    counts[element, default: 0] += 1
  }

  /// The last open tag of a name; those opened after it are given up. Nothing is looked through
  /// where there is none, so that each tag is passed once.
  mutating func pop(_ element: MarkupTag.Element) -> Position? {
    guard counts[element, default: 0] > 0 else { return nil }
    while let last = tags.popLast() {
      counts[last.element, default: 0] -= 1
      if last.element == element { return last.position }
    }
    return nil
  }
}

extension MarkdownDocument {
  func literalBytes(of index: Int) -> ArraySlice<UInt8> {
    let range = nodes[index].literal
    return literals[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  func markupPieces(at index: Int) -> MarkupPieces { MarkupPieces(literalBytes(of: index)) }

  /// The tag that a piece of HTML in running text is, where it is one that is re-made.
  func markupTag(at index: Int) -> MarkupTag? { markupPieces(at: index).onlyTag }
}
