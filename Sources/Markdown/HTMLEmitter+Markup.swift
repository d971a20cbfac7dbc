extension HTMLEmitter {
  /// HTML in running text: an element that is re-made, or the text that it is.
  mutating func enterInlineMarkup(_ index: Int) {
    guard let tag = document.markupTag(at: index) else { return writeLiteral(index) }
    switch tag.element {
    case .lineBreak: return writer.open("br")
    case .anchor where tag.form == .empty:
      return writeAnchor(tag, at: MarkupPairs.Place(node: index, piece: 0))
    default: break
    }
    pairs.pairInline(below: Int(document.nodes[index].parent), in: document)
    if let end = pairs.inline[index] {
      writer.open(tag.name, "id", id(of: tag, at: MarkupPairs.Place(node: index, piece: 0)))
      push(before: end, .inline(tag.name))
    } else if !pairs.inlineClosings.contains(index) {
      writeLiteral(index)
    }
  }

  /// A block of HTML as the text that it is, but for what is re-made; nothing where there were only
  /// comments, which are no part of it. What stands on a line behind a comment is prose.
  mutating func writeMarkup(_ index: Int) {
    let text = document.literalBytes(of: index)
    guard !text.isEmpty else { return }
    guard text.contains(UInt8(ascii: "<")) else {
      writer.open("p")
      writer.text(utf8: text)
      writer.close("p")
      return writer.newline()
    }
    let pieces = MarkupPieces(text)
    if writeRemade(pieces, at: index) { return }
    writer.open("pre", ["class": "raw-html", "tabindex": "0"])
    writer.text(utf8: text)
    writer.close("pre")
    writer.newline()
  }

  /// False where nothing is re-made.
  private mutating func writeRemade(_ pieces: MarkupPieces, at node: Int) -> Bool {
    guard let made = pairs.remadeBlock(node, pieces, in: document) else { return false }
    var block = RemadeBlock()
    for (index, piece) in pieces.pieces.enumerated() {
      switch piece {
      case .tag(let tag, _) where made.makes(tag, index):
        write(tag, at: MarkupPairs.Place(node: node, piece: index), made, &block)
      case .text(let range), .tag(_, let range):
        let text = document.literals[range]
        if !block.isInText, text.allSatisfy({ $0 <= 0x20 }) { continue }
        block.beginText(&writer)
        writer.text(utf8: text)
      }
    }
    block.endText(&writer)
    return true
  }

  /// The element that a tag of a block becomes, or its end.
  private mutating func write(
    _ tag: MarkupTag, at place: MarkupPairs.Place, _ made: BlockPairs, _ block: inout RemadeBlock
  ) {
    switch (tag.element, tag.form) {
    case (.details, .opening):
      block.endText(&writer)
      writer.open("details", "id", id(of: tag, at: place))
      writer.newline()
      push(before: end(of: Int(document.nodes[place.node].parent)), .fold)
    case (.details, _):
      block.endText(&writer)
      // It may have begun in a part of the text that stands elsewhere.
      if let other = made.otherFold(place.piece), other.node >= emitted.lowerBound { closeFold() }
    case (.summary, .opening):
      block.endText(&writer)
      // Outside of what it sums up it is a paragraph.
      block.beginText(&writer, isInFold ? "summary" : "p", id: id(of: tag, at: place))
    case (.summary, _): block.endText(&writer)
    case (.lineBreak, _):
      block.beginText(&writer)
      writer.open("br")
    case (.anchor, .empty):
      block.beginText(&writer)
      writeAnchor(tag, at: place)
    case (_, .opening):
      block.beginText(&writer)
      writer.open(tag.name, "id", id(of: tag, at: place))
    case (_, _): writer.close(tag.name)
    }
  }

  private mutating func writeAnchor(_ tag: MarkupTag, at place: MarkupPairs.Place) {
    guard let id = id(of: tag, at: place) else { return }
    writer.open("span", "id", id)
    writer.close("span")
  }

  /// The id of an element on its page; nil where it has none, or another has it already.
  private mutating func id(of tag: MarkupTag, at place: MarkupPairs.Place) -> String? {
    guard tag.id != nil else { return nil }
    let anchors = self.anchors ?? document.markupAnchors(besides: allHeadings())
    self.anchors = anchors
    return anchors.name(at: place).map { options.idPrefix + $0 }
  }
}

/// The paragraph or summary that is open while a block of HTML is re-made.
private struct RemadeBlock {
  private var open: StaticString?

  var isInText: Bool { open != nil }

  mutating func beginText(
    _ writer: inout HTMLWriter, _ name: StaticString = "p", id: String? = nil
  ) {
    guard open == nil else { return }
    writer.open(name, "id", id)
    open = name
  }

  mutating func endText(_ writer: inout HTMLWriter) {
    guard let name = open else { return }
    writer.close(name)
    writer.newline()
    open = nil
  }
}
