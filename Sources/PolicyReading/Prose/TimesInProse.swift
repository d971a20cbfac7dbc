import Findings
import Markdown
import SourceText

/// The windows or the freezes that a policy says in lists and sentences, under headings that announce them.
///
/// All that stands there has to be understood, or nothing of it is taken: half of what limits changes would be a guess at the
/// rest.
struct TimesInProse {
  let key: TableKey
  private(set) var rows: [ProseRow] = []
  private var read: Set<Said> = []

  /// A sentence in its place.
  private struct Said: Hashable {
    let text: String
    let place: Place
  }

  /// Nothing is said.
  init(none key: TableKey) { self.key = key }

  /// - Parameters:
  ///   - tables: Those that are read as something.
  ///   - names: The policy's words for what may pass a freeze.
  ///   - labels: Types and risks of the policy.
  static func read(
    _ key: TableKey, in outline: PolicyOutline, tables: Set<Int>, names: FreezeAllowanceText.Names,
    labels: [String]
  ) -> TimesInProse {
    var found = TimesInProse(none: key)
    var allowance: String?
    var nodes: [Int?] = []
    var end = 0
    for (index, section) in outline.sections.enumerated()
    where section.content.lowerBound >= end
      && DecidingWords.kind(ofHeading: outline.words.read(outline.clauses[index].title)) == key
      && !isTitle(index, outline)
    {
      let content = content(of: section, outline, key)
      end = content.upperBound
      guard let sentences = sentences(in: content, outline, tables) else {
        return TimesInProse(none: key)
      }
      for sentence in sentences {
        let text = WordForm.trim(sentence.text) { $0 == "." }
        let title = outline.clause(above: sentence.node ?? section.heading.node)?.title ?? ""
        var cells =
          key == .windows
          ? WindowSentence.read(text, title: title)
          : FreezeSentence.read(text, title: title, names: names)
        if key == .windows, let found = cells {
          let place = HeadingsAbove(sentence, in: section, outline, labels: labels)
          guard let limited = place.limiting(found) else { return TimesInProse(none: key) }
          cells = limited
        }
        if let cells {
          found.rows.append(
            ProseRow(
              tableKey: key, cells: cells,
              reference: PolicyReference(
                place: sentence.place,
                clause: sentence.node.flatMap { outline.number(above: $0) }, excerpt: sentence.text),
              clauseTitle: title))
          nodes.append(sentence.node)
        } else if key == .freezes, let said = FreezeSentence.allowance(text, names: names) {
          // Behind a row it is said of that one, and elsewhere of all.
          if let last = nodes.last, last == sentence.node, let row = found.rows.last {
            if row.has(.changesAllowed) { return TimesInProse(none: key) }
            found.rows[found.rows.count - 1] = row.allowing(said)
          } else if allowance == nil || allowance == said {
            allowance = said
          } else {
            return TimesInProse(none: key)
          }
        } else if isHarmless(sentence, in: outline.document, labels: labels) {
          continue
        } else {
          return TimesInProse(none: key)
        }
        found.read.insert(Said(text: sentence.text, place: sentence.place))
      }
    }
    if found.rows.isEmpty { found.read = [] }
    if let allowance { found.rows = found.rows.map { $0.allowing(allowance) } }
    return found
  }

  /// Whether a sentence was read as one of the rows, or as what passes them.
  func holds(_ sentence: WrittenSentence) -> Bool {
    read.contains(Said(text: sentence.text, place: sentence.place))
  }

  /// The document's own title, which announces nothing of one clause.
  private static func isTitle(_ index: Int, _ outline: PolicyOutline) -> Bool {
    index == 0 && outline.sections.count > 1 && outline.clauses[index].level == 1
  }

  /// A section with its subsections, up to the first that announces other times.
  private static func content(
    of section: MarkdownSection, _ outline: PolicyOutline, _ key: TableKey
  ) -> Range<Int> {
    let other = outline.headings.indices.first { index in
      let kind = DecidingWords.kind(ofHeading: outline.words.read(outline.clauses[index].title))
      return section.content.contains(outline.headings[index].node) && kind != nil && kind != key
    }
    let end = other.map { outline.headings[$0].node } ?? section.content.upperBound
    return section.content.lowerBound..<end
  }

  /// What a part of the document says; nil where something of it is no plain text.
  private static func sentences(
    in content: Range<Int>, _ outline: PolicyOutline, _ tables: Set<Int>
  ) -> [WrittenSentence]? {
    let document = outline.document
    var node = content.lowerBound
    while node < content.upperBound {
      let end = max(Int(document.nodes[node].end), node + 1)
      switch document.nodes[node].kind {
      case .heading: node = end
      case .thematicBreak: node = end
      case .table:
        if !tables.contains(node) { return nil }
        node = end
      case .list:
        guard document.children(of: node).allSatisfy({ isPlainItem($0, document) }) else {
          return nil
        }
        node = end
      case .paragraph:
        if isStruck(node..<end, document) { return nil }
        node = end
      default: return nil
      }
    }
    return PolicyCompleteness.sentences(in: content, of: document, words: outline.words)
  }

  /// An item of one paragraph.
  private static func isPlainItem(_ item: Int, _ document: MarkdownDocument) -> Bool {
    guard document.nodes[item].kind == .item else { return false }
    let children = Array(document.children(of: item))
    return children.count == 1 && document.nodes[children[0]].kind == .paragraph
      && !isStruck(item..<Int(document.nodes[item].end), document)
  }

  private static func isStruck(_ nodes: Range<Int>, _ document: MarkdownDocument) -> Bool {
    nodes.contains {
      switch document.nodes[$0].kind {
      case .strikethrough, .htmlInline, .image: true
      default: false
      }
    }
  }

  /// It leads to the list, or says nothing of when changes are made.
  private static func isHarmless(
    _ sentence: WrittenSentence, in document: MarkdownDocument, labels: [String]
  ) -> Bool {
    guard let node = sentence.node else { return false }
    let parent = Int(document.nodes[node].parent)
    if document.nodes[parent].kind == .item { return false }
    let text = sentence.text
    if sentence.language.isForeign || HeadingsAbove.names(of: labels, in: text) { return false }
    return !DecidingSentence(text).isLimit && !LimitingText(text).isLimitingRemark
  }
}
