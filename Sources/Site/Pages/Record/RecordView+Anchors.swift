import Markdown
import Records

extension RecordView {
  /// The id that a place of the record has on its page; nil where the page has none for it, so that
  /// a link leads to its top.
  func id(of fragment: String) -> String? {
    guard let anchor = change.document.anchor(fragment) else { return nil }
    let text = Publication.textPrefix + anchor.name
    let shown = shownSections.map { change.sections[$0] }
    if shown.contains(where: { $0.heading.node == anchor.node || $0.content.contains(anchor.node) })
      || leadingTexts.contains(where: { $0.contains(anchor.node) })
    {
      return text
    }
    let section = change.sections.last { $0.heading.node <= anchor.node }
    switch section?.role {
    case .testingEvidence where section?.content.contains(anchor.node) == true: return text
    case .testingEvidence: return "evidence"
    case .approvals: return approvals.isEmpty ? nil : "approvals"
    default: return nil
    }
  }

  /// What stands above the blocks of the page, without headings of its own.
  private var leadingTexts: [Range<Int>] {
    [change.preamble, change.opening] + (leadingSummary.map { [change.sections[$0].content] } ?? [])
  }
}
