import Markdown
import SourceText

// What stands around a sentence.
extension PolicyCompleteness {
  /// What stands around a sentence says in which case: `During an incident:`, a heading `After an
  /// outage`, a table of triggers.
  func isConditional(_ node: Int?) -> Bool {
    guard let node else { return false }
    var (inner, outer) = (node, Int(document.nodes[node].parent))
    while outer > 0 {
      switch document.nodes[outer].kind {
      case .list:
        if let lead = lead(of: outer), Self.isCase(lead) { return true }
      case .table:
        let head = sources.first { $0.node == outer }?.header.first?.text ?? ""
        if Self.isCaseHead(head) { return true }
      default: break
      }
      (inner, outer) = (outer, Int(document.nodes[outer].parent))
    }
    guard let heading = outline.headingIndex(above: inner) else { return false }
    return Self.isCase(outline.clauses[heading].title)
  }

  /// The paragraph right in front of a list.
  private func lead(of list: Int) -> String? {
    let parent = document.nodes[list].parent
    let before = document.nodes[..<list].lastIndex {
      $0.parent == parent && Int($0.end) == list
    }
    guard let before, document.nodes[before].kind == .paragraph else { return nil }
    return document.plainText(of: before)
  }

  private static func isCase(_ text: String) -> Bool {
    let words = WordForm.words(text)
    guard let first = words.first else { return false }
    return ["during", "if", "when", "whenever", "after", "while", "once"].contains(first)
      || words.starts(with: ["in", "case"]) || words.starts(with: ["in", "the", "event"])
      || words.contains { ["if", "when", "whenever"].contains($0) }
  }

  private static func isCaseHead(_ text: String) -> Bool {
    WordForm.words(text).contains { word in
      [
        "trigger", "condition", "case", "when", "if", "event", "severity", "budget", "situation",
        "threshold", "state", "status", "alert", "incident",
      ].contains { word.hasPrefix($0) }
    }
  }

  func isInList(_ node: Int?) -> Bool {
    var next = node.map { Int(document.nodes[$0].parent) } ?? 0
    while next > 0 {
      if case .list = document.nodes[next].kind { return true }
      next = Int(document.nodes[next].parent)
    }
    return false
  }
}
