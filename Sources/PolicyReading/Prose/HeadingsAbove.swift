import Configuration
import Markdown

/// What the headings above a window in a sentence say of who may use it.
struct HeadingsAbove {
  /// Of all headings above but the document's title, from the inside out.
  private let titles: [String]
  /// The nearest one, where it is not the one that announces windows.
  private let inner: String?
  private let labels: [String]

  /// - Parameter labels: Types and risks of the policy.
  init(
    _ sentence: WrittenSentence, in section: MarkdownSection, _ outline: PolicyOutline,
    labels: [String]
  ) {
    self.labels = labels
    let above = outline.headings(above: sentence.node ?? section.heading.node)
    titles = above.filter { $0 > 0 || outline.clauses[$0].level > 1 }
      .map { outline.words.read(outline.clauses[$0].title) }
    inner = above.first.flatMap { index in
      outline.headings[index].node == section.heading.node
        ? nil : outline.words.read(outline.clauses[index].title)
    }
  }

  /// The window with what the nearest heading adds; nil where one says that it is none, or for whom.
  func limiting(_ cells: [ColumnKey: String]) -> [ColumnKey: String]? {
    if titles.contains(where: PolicyCompleteness.isAgainstWindows) { return nil }
    let outer = titles.dropFirst(inner == nil ? 0 : 1)
    if outer.contains(where: { Self.names(of: labels, in: $0) }) { return nil }
    guard let inner, !WindowSentence.isName(inner) else { return cells }
    if cells[.appliesTo] != nil { return nil }
    return cells.merging([.appliesTo: inner]) { _, title in title }
  }

  /// Whether a text names a type or a risk, other than those of emergencies.
  static func names(of labels: [String], in text: String) -> Bool {
    let words = WordForm.words(text)
    return labels.contains { label in
      let name = WordForm.words(label)
      guard !name.isEmpty, TypeKind(named: label) != .emergency else { return false }
      return words.indices.contains { words[$0...].starts(with: name) }
    }
  }
}
