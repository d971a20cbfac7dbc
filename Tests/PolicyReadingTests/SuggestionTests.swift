import Configuration
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// What `changebook policy --suggest` makes of parts of a policy.
@Suite struct SuggestionTests {
  /// Lead times and times in other languages come out as ones that are read.
  @Test(arguments: [
    ("arbeitstage", "business days"), ("jours ouvrés", "business days"), ("営業日", "business days"),
    ("tage", "days"), ("días", "days"), ("stunden", "hours"), ("時間", "hours"),
  ])
  func countsAreTranslated(_ unit: String, _ meaning: String) {
    var random = SplitMix(seed: 3)
    for _ in 0..<20 {
      let count = 1 + random.below(60)
      let gap = unit.first?.isASCII == true ? " " : ""
      for text in ["\(count)\(gap)\(unit)", "\(count)\(gap)\(unit.uppercased())"] {
        let translated = ForeignPhrases.translation(of: text)
        #expect(translated == "\(count) \(meaning)", "\(text)")
        #expect(LeadTimeText.read(translated ?? "") == LeadTimeText.read("\(count) \(meaning)"))
      }
    }
  }

  /// Half a translation is none, and what is English already is left alone.
  @Test(arguments: [
    "5 Arbeitstage nach Vereinbarung", "Nur Hausmeister", "5 days", "Immediate", "", "02:00-06:00",
    "Alle außer Montag",
  ])
  func whatIsNotKnownIsLeft(_ text: String) {
    #expect(ForeignPhrases.translation(of: text) == nil)
  }

  @Test(arguments: [
    "plain words", "5 days", "no", "a: b", "\"quoted\"", "back\\slash", "Ärger # x", "- item",
    "{a}", "変更", "true", "2026-01-01", "a, b", "tab\tinside",
  ])
  func scalarsAreReadBackAsTheyAre(_ text: String) {
    let settings = readSettings(
      SourceFile(
        path: "changebook.yml", text: "values:\n  \(yamlScalar(text + "x")): \(yamlScalar(text))\n")
    )
    #expect(settings.problems.isEmpty)
    #expect(
      settings.words.values.map(\.meaning.value) == [text.replacing("\t", with: " ")])
  }

  private static func suggestion(_ text: String) -> String {
    let policy = readPolicy(
      SourceFile(path: "content/policy/p.md", text: text), settings: Settings())
    return suggestSettings(for: policy, settings: Settings())
  }

  /// Of windows in sentences all are stated or none: what is listed stands for all of them.
  @Test func aListIsStatedAsAWholeOrNotAtAll() {
    let text = """
      # P

      ## Deployment windows

      - Night: 02:00-05:00
      - Day: 10:00-12:00
      """
    #expect(Self.suggestion(text).contains("\nwindows:\n"))
    for more in [
      "- Whenever it suits", "\n## Other\n\nNo changes are made on Fridays after 15:00.",
    ] {
      let found = Self.suggestion(text + "\n" + more + "\n")
      let doubts = readPolicy(
        SourceFile(path: "content/policy/p.md", text: text + "\n" + more + "\n"),
        settings: readSettings(SourceFile(path: "changebook.yml", text: found))
      ).problems.filter {
        if case .unread(let decides, _, _, _) = $0.kind { decides != .authorisation } else { false }
      }
      #expect(!doubts.isEmpty, "\(found)")
    }
  }

  /// Tables about other things are not taken for one of a policy.
  @Test(arguments: [
    "| Role | Responsibility |\n|---|---|\n| Manager | Runs it |",
    "| Branch | Deploys to |\n|---|---|\n| main | production |",
    "| Time | Topic |\n|---|---|\n| 10:00-10:15 | Welcome |",
    "| Contact | Phone |\n|---|---|\n| Desk | 123 |",
    "| Label | Meaning |\n|---|---|\n| bug | Something broke |",
    "| Begriff | Erklärung |\n|---|---|\n| CAB | Beirat |",
  ])
  func otherTablesAreLeft(_ table: String) {
    let found = Self.suggestion("# P\n\n## Annex\n\n\(table)\n")
    #expect(!found.contains("\ntables:"), "\(found)")
  }

  /// `Day` is what a window is called and when it is open: both are written, always in one order.
  @Test func aColumnOfTwoMeaningsIsWrittenInOneOrder() {
    let text = """
      # Change policy

      ## Maintenance windows

      | Day | Window | Type |
      |---|---|---|
      | Sunday | 06:00-12:00 | Normal |
      | Wednesday | 06:00-08:00 | Normal |
      """
    let suggested = TableSuggestion.all(for: SentencePolicy.policy(text))
    let columns = suggested.first { $0.key == .windows }?.columns ?? []
    #expect(columns.map(\.column) == [.window, .days, .time, .appliesTo])
    #expect(columns.map(\.index) == [0, 0, 1, 2])
  }
}
