import Markdown
import PolicyReading
import SourceText

/// Sentences beside a list of people that may take back what its rows say: `@ann left in May`, `the list
/// is a draft`.
struct PeopleRemarks {
  /// What the rows call people, folded.
  private let names: Set<String>

  init(_ people: [PeopleDirectory.Person]) {
    names = Set(
      people.flatMap { person in
        [person.identity.handle, person.identity.name, person.identity.email].compactMap(\.self)
          .map(WordForm.fold)
      }.filter { !$0.isEmpty })
  }

  func problems(of documents: [MarkdownDocument]) -> [ReadingProblem] {
    documents.flatMap(problems)
  }

  private func problems(of document: MarkdownDocument) -> [ReadingProblem] {
    var found: [ReadingProblem] = []
    var isUnderEnd = false
    for node in document.nodes.indices {
      switch document.nodes[node].kind {
      case .heading: isUnderEnd = StandingText.isOver(WordForm.fold(document.plainText(of: node)))
      case .paragraph:
        let text = document.plainText(of: node)
        let isDoubt = Self.sentences(of: text).contains { takesBack($0, isUnderEnd: isUnderEnd) }
        if isDoubt {
          found.append(
            ListForm.people.unread(
              "a text beside the list of people that may take back a row", text,
              at: document.place(of: node),
              accepted: "say it in the table, with a day under Until, or remove the row"))
        }
      default: break
      }
    }
    return found
  }

  private func takesBack(_ sentence: String, isUnderEnd: Bool) -> Bool {
    let words = WordForm.words(sentence)
    let isOver = StandingText.isOver(words.joined(separator: " "))
    if namesSomebody(words) {
      return isUnderEnd || isOver || ApprovalWords.fault(in: words) == .refused
        || words.contains(where: Self.limiting.contains)
    }
    return words.contains(where: Self.ofLists.contains)
      || sentence.holdsDay && words.contains(where: Self.limiting.contains)
  }

  private func namesSomebody(_ words: [String]) -> Bool {
    words.indices.contains { index in
      (1...4).contains { count in
        index + count <= words.count
          && names.contains(words[index..<index + count].joined(separator: " "))
      }
    }
  }

  private static func sentences(of text: String) -> [String] {
    text.split { ";!?\n".contains($0) }.flatMap { $0.split(separator: ". ") }.map(String.init)
  }

  private static let limiting: Set<String> = [
    "until", "till", "before", "end", "ends", "only", "except", "unless", "not", "never", "longer",
  ]
  private static let ofLists: Set<String> = [
    "draft", "obsolete", "outdated", "superseded", "nobody", "invalid", "provisional",
  ]
}
