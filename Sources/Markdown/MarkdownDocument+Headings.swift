import SourceText

extension MarkdownDocument {
  /// The headings that structure the document: those inside quotes and lists are not among them.
  /// Computed anew at each call.
  package var headings: [MarkdownHeading] {
    var anchors = AnchorMaker()
    var headings: [MarkdownHeading] = []
    for index in children(of: 0) {
      guard case .heading(let level) = nodes[index].kind else { continue }
      let text = plainText(of: index)
      if headings.isEmpty { headings.reserveCapacity(16) }
      headings.append(
        MarkdownHeading(
          node: index, level: level, text: text, anchor: anchors.anchor(for: text),
          place: place(of: index)))
    }
    return headings
  }

  /// The heading that is the title of the document: the first of the first level that says something.
  package var titleHeading: MarkdownHeading? {
    headings.first { $0.level == 1 && !$0.text.isEmpty }
  }

  /// A section for each of `headings`, in document order.
  package var sections: [MarkdownSection] { sections(of: headings) }

  /// The same, for a caller that has the headings already.
  package func sections(of headings: [MarkdownHeading]) -> [MarkdownSection] {
    let end = Int(nodes[0].end)
    // For each heading the next one that ends it, found from the back with a stack of open levels.
    var contentEnds = [Int](repeating: end, count: headings.count)
    var open: [Int] = []
    for index in headings.indices.reversed() {
      while let last = open.last, headings[last].level > headings[index].level { open.removeLast() }
      if let last = open.last { contentEnds[index] = headings[last].node }
      open.append(index)
    }
    return headings.indices.map { index in
      let heading = headings[index]
      let start = Int(nodes[heading.node].end)
      let next = index + 1 < headings.count ? headings[index + 1].node : end
      return MarkdownSection(
        heading: heading, ownContent: start..<next, content: start..<contentEnds[index])
    }
  }
}
