import Chronology
import Markdown
import PolicyReading
import SourceText

/// What the text below an incident's front matter may say beyond it: that it was over only later, that it is
/// not, or that the freeze after it was made longer. What happened in its course says none of it.
struct IncidentText {
  let end: Instant?
  let zone: Zone

  func problems(of document: MarkdownDocument) -> [ReadingProblem] {
    guard let end else { return [] }
    let later = LaterEnd(end: end, zone: zone)
    return document.nodes.indices.compactMap { node -> ReadingProblem? in
      switch document.nodes[node].kind {
      case .paragraph, .heading: break
      default: return nil
      }
      let sentences = document.plainText(of: node).sentences
      guard let sentence = sentences.first(where: { Self.goesOn($0, later) }) else { return nil }
      return ReadingProblem(
        .unreadableValue(
          key: "resolved", text: WordForm.trim(sentence),
          expected: "an end that the text does not move"),
        at: document.place(of: node))
    }
  }

  private static func goesOn(_ sentence: String, _ end: LaterEnd) -> Bool {
    let words = WordForm.words(sentence)
    // `Not resolved yet`, and nothing else: in a tale of what happened it is true of some moment.
    if words.allSatisfy({ ofState.contains($0) || GoingOn.isOfStill($0) }),
      GoingOn.isStill(words) || GoingOn.saysMore(words)
    {
      return true
    }
    if words.contains(where: { $0.hasPrefix("freez") || $0 == "frozen" }),
      end.extends(words, sentence)
    {
      return true
    }
    // `Resolved on 8 June, the report is due on 20 June`: each clause has its own day.
    return sentence.parts(atAnyOf: ",;").contains { clause in
      let words = WordForm.words(clause)
      return (words.contains(where: ofEnd.contains) || GoingOn.saysMore(words))
        && !Paperwork.isMeant(by: words.filter { !ofEnd.contains($0) })
        && WrittenDay.all(in: clause).contains(where: end.isBehind)
    }
  }

  private static let ofState: Set<String> = [
    "it", "this", "the", "incident", "outage", "problem", "is", "are", "not", "yet", "still",
    "fully",
    "and", "now",
  ]
  private static let ofEnd: Set<String> = [
    "resolved", "recovered", "restored", "recurred", "reopened", "relapsed", "lasted", "lasts",
    "continued", "unresolved", "ongoing",
  ]
}
