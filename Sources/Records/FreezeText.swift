import Chronology
import Markdown
import PolicyReading
import SourceText

/// What the text below a freeze's front matter may say beyond it: a later end, or another system.
struct FreezeText {
  let name: Located<String>
  let end: Instant?
  let others: OtherSystems
  let zone: Zone

  /// - Parameter labels: Of the document, all of them.
  func problems(
    of document: MarkdownDocument, labels: [(label: String, text: String, place: Place)]
  ) -> [ReadingProblem] {
    let named = others.said(in: name.value) ?? others.named(alone: name.value)
    let labelled = labels.compactMap { label, text, place in
      others.labelled(label, text).map { Self.problem(ofSystem: $0, "\(label): \(text)", place) }
    }
    let texts = document.nodes.indices.compactMap { problem(of: $0, in: document) }
    var places: Set<Place> = []
    return
      (labelled + texts + (named.map { [Self.problem(ofSystem: $0, name.value, name.place)] } ?? []))
      .filter { places.insert($0.place).inserted }
  }

  private func problem(of node: Int, in document: MarkdownDocument) -> ReadingProblem? {
    let place = document.place(of: node)
    switch document.nodes[node].kind {
    case .tableCell:
      let text = document.plainText(of: node)
      return others.named(alone: text).map { Self.problem(ofSystem: $0, text, place) }
    case .paragraph, .heading: break
    default: return nil
    }
    for sentence in document.plainText(of: node).sentences {
      if let end, LaterEnd(end: end, zone: zone).isSaid(in: sentence) {
        return Self.problem("to", sentence, "an end that the text does not move", place)
      }
      let text = WordForm.trim(sentence)
      if let other = others.said(in: text) ?? others.named(alone: text.withoutFullStop) {
        return Self.problem(ofSystem: other, sentence, place)
      }
    }
    return nil
  }

  private static func problem(
    ofSystem other: String, _ text: String, _ place: Place
  ) -> ReadingProblem {
    problem(
      "systems", text, "`\(other)` among its systems, or a text that does not name it", place)
  }

  private static func problem(
    _ key: String, _ text: String, _ expected: String, _ place: Place
  ) -> ReadingProblem {
    ReadingProblem(
      .unreadableValue(key: key, text: WordForm.trim(text), expected: expected), at: place)
  }
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
