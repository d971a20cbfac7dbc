import Markdown
import Records
import Synchronization

extension RecordView {
  /// The ids of the page at which places of the record stand, by their names. A place that is not
  /// among them is told in another way, so that a link leads to the top of the page.
  func ids(of anchors: AnchorTable) -> [String: String] {
    let sections = change.sections
    let shown = shownSections.map { sections[$0] }
    let headings = Set(shown.map(\.heading.node))
    let evidence = sections.first { $0.role == .testingEvidence }
    // In the order of the record, none inside another.
    let texts = (shown.map(\.content) + leadingTexts + (evidence.map { [$0.content] } ?? []))
      .sorted { $0.lowerBound < $1.lowerBound }
    let signOffs = approvals.isEmpty ? nil : sections.first { $0.role == .approvals }
    var ids: [String: String] = [:]
    for anchor in anchors.all {
      if headings.contains(anchor.node) || texts.holds(anchor.node) {
        ids[anchor.name] = Publication.textPrefix + anchor.name
      } else if anchor.node == evidence?.heading.node {
        ids[anchor.name] = "evidence"
      } else if anchor.node == signOffs?.heading.node {
        ids[anchor.name] = "approvals"
      }
    }
    return ids
  }

  /// What stands above the blocks of the page, without headings of its own.
  private var leadingTexts: [Range<Int>] {
    [change.preamble, change.opening] + (leadingSummary.map { [change.sections[$0].content] } ?? [])
  }
}

extension [Range<Int>] {
  /// Whether one of the ranges, which are in order, holds a number.
  fileprivate func holds(_ number: Int) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lowerBound <= number { low = middle + 1 } else { high = middle }
    }
    // Ranges that hold nothing may stand before the one that does.
    var index = low - 1
    while index >= 0, self[index].isEmpty { index -= 1 }
    return index >= 0 && self[index].contains(number)
  }
}

/// The ids of the records that links with a fragment lead to, worked out once for each.
final class RecordAnchors: Sendable {
  private let known = Mutex<[String: [String: String]]>([:])

  func id(of name: String, in path: String, _ find: () -> [String: String]) -> String? {
    if let ids = known.withLock({ $0[path] }) { return ids[name] }
    let ids = find()
    known.withLock { $0[path] = ids }
    return ids[name]
  }
}
