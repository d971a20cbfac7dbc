import Markdown
import SourceText

extension PolicyCompleteness {
  /// What stands under a heading about freezes or windows and is in no table. Where the policy has
  /// no table of them, that is anything; beside one, what limits something.
  func sectionProblems() -> [ReadingProblem] {
    outline.sections.enumerated().flatMap { index, section -> [ReadingProblem] in
      guard !isTitle(index) else { return [] }
      let topic = DecidingWords.topic(ofHeading: outline.clauses[index].title)
      return (topic.freezes ? problems(of: section, .freezes, isVague: false) : [])
        + (topic.windows ? problems(of: section, .windows, isVague: topic.isVague) : [])
    }
  }

  /// The document's own title, which says nothing of one clause.
  func isTitle(_ index: Int) -> Bool {
    let section = outline.sections[index]
    return index == 0 && outline.sections.count > 1 && section.heading.level == 1
      && section.content.upperBound == Int(document.nodes[0].end)
  }

  private func problems(
    of section: MarkdownSection, _ key: TableKey, isVague: Bool
  ) -> [ReadingProblem] {
    let blocks = section.content.isEmpty ? [] : self.blocks(in: section.content)
    if blocks.allSatisfy({ document.nodes[$0].kind == .thematicBreak }) {
      if isVague { return [] }
      let isFreeze = key == .freezes
      return [
        unread(
          isFreeze ? .freezes : .windows, "a heading with nothing below it", section.heading.text,
          at: section.heading.place)
      ]
    }
    let beside = has(key) || isVague
    // Beside a table it may narrow what a row says; without one there is something to be read.
    let decides: ReadingProblem.Decides =
      key == .freezes ? .freezes : beside && !isVague ? .windowUse : .windows
    var problems: [ReadingProblem] = []
    for block in blocks where !belongsToAnother(block, than: key) {
      guard let text = beside ? limit(in: block, key) : content(of: block) else { continue }
      problems.append(
        unread(
          decides, "text under \(WordForm.trim(section.heading.text))", text,
          at: document.place(of: block)))
      if !beside { break }
    }
    return problems
  }

  /// A heading nearer to a block speaks of the other kind, and not of this one.
  private func belongsToAnother(_ block: Int, than key: TableKey) -> Bool {
    guard let index = outline.headingIndex(above: block) else { return false }
    let topic = DecidingWords.topic(ofHeading: outline.clauses[index].title)
    return key == .windows ? topic.freezes && !topic.windows : topic.windows && !topic.freezes
  }

  /// The blocks directly below the document in a range, headings left out.
  private func blocks(in range: Range<Int>) -> [Int] {
    var blocks: [Int] = []
    var next = range.lowerBound
    while next < range.upperBound {
      if case .heading = document.nodes[next].kind {} else { blocks.append(next) }
      next = Int(document.nodes[next].end)
    }
    return blocks
  }

  /// The text of a block that could decide; nil for one that was read or decides nothing.
  private func content(of block: Int) -> String? {
    switch document.nodes[block].kind {
    case .thematicBreak: return nil
    case .table:
      if recognised.contains(where: { $0.source.node == block }) { return nil }
      return sources.first { $0.node == block }.map(Self.head)
    case .htmlBlock:
      let cells = Self.cells(ofHTML: document.literal(of: block))
      return cells.isEmpty ? nil : cells.joined(separator: " | ")
    case .codeBlock: return block == template ? nil : document.literal(of: block)
    default:
      let text = document.plainText(of: block)
      return text.isEmpty ? nil : text
    }
  }

  /// The first sentence, item or cell of a block that limits something.
  private func limit(in block: Int, _ key: TableKey) -> String? {
    switch document.nodes[block].kind {
    case .table:
      guard let table = unrecognised.first(where: { $0.node == block }) else { return nil }
      let isLimit = table.rows.joined().contains {
        let sentence = DecidingSentence($0.text, without: known)
        return sentence.saysWhen || sentence.holdsBack
      }
      return isLimit ? Self.head(of: table) : nil
    case .htmlBlock:
      let text = document.literal(of: block)
      if text.hasPrefix("<!--") { return nil }
      return Self.cells(ofHTML: text).first { isLimit($0) }
    case .codeBlock:
      if block == template { return nil }
      return document.literal(of: block).split(whereSeparator: \.isNewline).map(String.init)
        .first { isLimit($0) }
    default:
      return Self.sentences(
        in: block..<Int(document.nodes[block].end), of: document, words: outline.words
      )
      .first { sentence in
        !besides.contains { $0.holds(sentence) }
          && isLimit(sentence.text, translated: translations.hold(sentence))
      }?.text
    }
  }

  /// It limits something, or nobody here can tell, because it is not in English.
  private func isLimit(_ text: String, translated: Bool = false) -> Bool {
    if DecidingSentence(text, without: known).isLimit { return true }
    if translated { return false }
    let language = WrittenLanguage(text)
    return language.isForeign || language.isWithoutSmallWords
  }
}
