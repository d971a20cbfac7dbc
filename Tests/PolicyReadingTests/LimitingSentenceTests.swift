import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// Sentences of policies in every place of a document: those that limit changes are named, and no
/// others.
@Suite struct LimitingSentenceTests {
  /// Where a sentence can stand.
  enum Spot: CaseIterable {
    case introduction, scope, list, numberedList, quote, note, cell, appendix, belowWindows,
      belowFreezes

    func document(_ sentence: String) -> String {
      switch self {
      case .introduction: SentencePolicy.text(label: "\n\(sentence)")
      case .scope: SentencePolicy.text(label: "\n## Scope\n\nAll services.\n\n\(sentence)")
      case .list: SentencePolicy.text(end: "Also:\n\n- Keep the log.\n- \(sentence)\n")
      case .numberedList: SentencePolicy.text(end: "1. Keep the log.\n2. \(sentence)\n")
      case .quote: SentencePolicy.text(end: "> \(sentence)\n")
      case .note: SentencePolicy.text(end: "See the note.[^1]\n\n[^1]: \(sentence)\n")
      case .cell:
        SentencePolicy.text(
          end: "| Team | Remark |\n|---|---|\n| Sales | \(sentence) |\n| Support | None |\n")
      case .appendix: SentencePolicy.text(end: "## Appendix A\n\n\(sentence)\n")
      case .belowWindows: SentencePolicy.text(underWindows: sentence)
      case .belowFreezes: SentencePolicy.text(underFreezes: sentence)
      }
    }
  }

  private func texts(_ document: String) -> [String] { SentencePolicy.unread(document).map(\.text) }

  @Test(arguments: Spot.allCases)
  func namesWhatLimits(_ spot: Spot) {
    for sentence in PolicySentences.limiting {
      #expect(!texts(spot.document(sentence)).isEmpty, "\(sentence)")
    }
  }

  @Test(arguments: Spot.allCases)
  func leavesAloneWhatDoesNot(_ spot: Spot) {
    let isBelowRows = spot == .belowWindows || spot == .belowFreezes
    let others = isBelowRows ? [] : PolicySentences.harmlessElsewhere
    for sentence in PolicySentences.harmless + others {
      #expect(texts(spot.document(sentence)).joined(separator: "\n") == "", "\(sentence)")
    }
  }

  /// Among sentences that limit nothing, one that does is named, and it alone.
  @Test func findsOneAmongMany() {
    var random = TestSupport.SplitMix(seed: 710)
    for _ in 0..<60 {
      var sentences = (0..<4).map { _ in
        PolicySentences.harmless[random.below(PolicySentences.harmless.count)]
      }
      let limit = PolicySentences.limiting[random.below(PolicySentences.limiting.count)]
      sentences.insert(limit, at: random.below(5))
      let lines = sentences.map { "- \($0)" }.joined(separator: "\n")
      #expect(texts(SentencePolicy.text(end: lines)).count == 1, "\(limit)")
    }
  }

  @Test(arguments: [
    "## During an incident\n\nDeployments are paused.",
    "When an incident is declared:\n\n- Deployments are paused.\n- The lead is called.",
    "| Trigger | What happens |\n|---|---|\n| The budget is spent | Deployments are frozen. |",
  ])
  func leavesAloneWhatHoldsInSomeCase(_ text: String) {
    #expect(texts(SentencePolicy.text(end: text)) == [])
  }
}
