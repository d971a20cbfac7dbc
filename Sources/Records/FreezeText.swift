import Chronology
import Markdown
import PolicyReading
import SourceText

/// What the text below a freeze's front matter may say beyond it: a later end, or another system.
struct FreezeText {
  let end: Instant?
  /// The systems that it holds for.
  let systems: NamedSystems
  let directory: SystemDirectory
  let zone: Zone

  func problems(of document: MarkdownDocument) -> [ReadingProblem] {
    document.nodes.indices.compactMap { node -> ReadingProblem? in
      switch document.nodes[node].kind {
      case .paragraph, .heading: break
      default: return nil
      }
      for sentence in document.plainText(of: node).sentences {
        let words = WordForm.words(sentence)
        if goesOn(sentence, words) {
          return problem("to", sentence, "an end that the text does not move", document, node)
        }
        if let other = otherSystem(words) {
          return problem(
            "systems", sentence, "all systems that it holds for, `\(other)` as well or not at all",
            document, node)
        }
      }
      return nil
    }
  }

  private func problem(
    _ key: String, _ text: String, _ expected: String, _ document: MarkdownDocument, _ node: Int
  ) -> ReadingProblem {
    ReadingProblem(
      .unreadableValue(key: key, text: WordForm.trim(text), expected: expected),
      at: document.place(of: node))
  }

  /// `Extended to 14 June`, `It lasts until Friday`, where the end is earlier.
  private func goesOn(_ sentence: String, _ words: [String]) -> Bool {
    guard let end else { return false }
    if GoingOn.saysMore(words) { return true }
    let isOfEnd = words.contains { Self.ofEnd.contains($0) }
    return isOfEnd
      && WrittenDay.all(in: sentence).contains { day in
        if case .day(let day) = day { return end <= zone.start(of: day) }
        return day.isAfter(end)
      }
  }

  /// A system of the list that is named beside a word for more.
  private func otherSystem(_ words: [String]) -> String? {
    guard !directory.isEmpty, !systems.areAll, !systems.isEmpty,
      words.contains(where: Self.ofMore.contains)
    else { return nil }
    let own = Set(systems.names.map { WordForm.fold($0.value) })
    return directory.mentions(in: words).map(\.system).first { !own.contains($0) }
  }

  private static let ofEnd: Set<String> = [
    "until", "till", "through", "extended", "lasts", "ends", "continues", "to", "prolonged", "end",
    "over", "now",
  ]
  private static let ofMore: Set<String> = [
    "also", "too", "including", "includes", "both", "frozen", "freeze", "covers", "holds", "well",
    "applies", "plus",
  ]
}
