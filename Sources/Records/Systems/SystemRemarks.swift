import Markdown
import PolicyReading
import SourceText

/// What stands beside the table of systems and may say more than its rows: `This list is incomplete`, `A
/// freeze of explorer holds for rpc-gateway too`.
struct SystemRemarks {
  let directory: SystemDirectory

  /// - Parameter documents: The pages that have the table; those on single systems may tell of others.
  func problems(of documents: [MarkdownDocument]) -> [ReadingProblem] {
    documents.flatMap { document in
      document.nodes.indices.compactMap { node -> ReadingProblem? in
        switch document.nodes[node].kind {
        case .heading, .paragraph: break
        default: return nil
        }
        let text = document.plainText(of: node)
        guard text.sentences.contains(where: saysMore) else { return nil }
        return ListForm.systems.unread(
          "a text beside the list of systems that may say more than its rows", text,
          at: document.place(of: node),
          accepted:
            "say it in the table, under Depends on or Aliases, or on a page of its own below "
            + "content/systems; mend or remove a list that does not hold")
      }
    }
  }

  private func saysMore(_ sentence: String) -> Bool {
    let words = WordForm.words(sentence)
    let named = directory.mentions(in: words)
    if PeopleRemarks.speaksOfEnd(words) {
      let isOfList = words.contains {
        ["list", "table", "page", "rows", "row", "this"].contains($0)
      }
      if isOfList || named.isEmpty && words.count < 9 { return true }
    }
    if !named.isEmpty, words.contains(where: { $0.hasPrefix("freez") || $0 == "frozen" }) {
      return true
    }
    return named.indices.dropLast().contains { index in
      let (first, second) = (named[index], named[index + 1])
      let between = words[first.words.upperBound..<second.words.lowerBound]
      let isRow =
        between.isEmpty
        ? sentence.utf8.contains(UInt8(ascii: ",")) : between.allSatisfy(Self.ofRows.contains)
      return first.system != second.system && !isRow && !areRelated(first.system, second.system)
    }
  }

  /// The table says that one of them depends on the other.
  private func areRelated(_ first: String, _ second: String) -> Bool {
    directory.dependents(on: [first]).contains { WordForm.fold($0) == second }
      || directory.dependents(on: [second]).contains { WordForm.fold($0) == first }
  }

  /// What parts names that only stand in a row.
  private static let ofRows: Set<String> = ["and", "or", "the", "as", "well"]
}
