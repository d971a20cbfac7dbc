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

  /// A list that is read as it stands needs no settings; of one that is not read as a whole all windows are stated or none.
  @Test func aListIsStatedAsAWholeOrNotAtAll() {
    let text = """
      # P

      ## Deployment windows

      - Night: 02:00-05:00
      - Day: 10:00-12:00
      """
    #expect(!Self.suggestion(text + "\n").contains("windows:\n"))
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

  /// A head with a word more, or misspelt, is proposed as what it was, and read so when the proposal is taken over.
  @Test(arguments: 1...24) func renamedHeadsAreReadByWhatIsSuggested(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let heads = [
      "Approval", "Lead Time", "Criteria", "Conditions", "Required For", "Reviewers Required",
      "Time (UTC)",
      "Duration", "Changes Allowed", "Target", "Requirement", "Implementation",
    ]
    var text = SamplePolicy.text
    for head in heads where random.below(3) == 0 {
      let words = head.split(separator: " ").map(String.init)
      let first = words[0]
      let cut = first.index(first.startIndex, offsetBy: 2 + random.below(max(1, first.count - 3)))
      let misspelt = String(first[..<cut]) + String(first[first.index(after: cut)...])
      let renamed =
        random.below(2) == 0
        ? "Our \(head)" : ([misspelt] + words.dropFirst()).joined(separator: " ")
      text = text.replacing("| \(head) |", with: "| \(renamed) |")
    }
    let file = SourceFile(path: "content/policy/p.md", text: text)
    let read = readPolicy(file, settings: Settings())
    let suggested = suggestSettings(for: read, settings: Settings())
    let policy = readPolicy(
      file, settings: readSettings(SourceFile(path: "changebook.yml", text: suggested)))
    let original = readPolicy(
      SourceFile(path: "content/policy/p.md", text: SamplePolicy.text), settings: Settings())
    #expect(Facts(policy) == Facts(original), "\(text)\n\(suggested)")
  }

  /// What tables of a policy say.
  private struct Facts: Equatable {
    let lines: [String]

    init(_ policy: Policy) {
      lines =
        policy.types.map { "\($0.name) \($0.approval) \(String(describing: $0.leadTime))" }
        + policy.risks.map { "\($0.name) \($0.criteria)" }
        + policy.preApproved.map { "\($0.name) \($0.conditions)" }
        + policy.requiredFields.map { "\($0.name) \($0.requiredFor)" }
        + policy.reviewMatrix.map { "\($0.category) \($0.words) \($0.securityReview)" }
        + policy.windows.map { "\($0.name) \($0.time) \($0.purpose)" }
        + policy.freezes.map { "\($0.name) \($0.duration) \($0.allowed)" }
        + policy.targets.map { "\($0.metric) \($0.words)" }
        + policy.controls.map { "\($0.standard) \($0.requirement) \($0.implementation)" }
    }
  }

  /// `Day` is when a window is open, and its times are called windows: read as it stands, and not suggested.
  @Test func aTableThatIsReadNeedsNoSettings() {
    let text = """
      # Change policy

      ## Maintenance windows

      | Day | Window | Type |
      |---|---|---|
      | Sunday | 06:00-12:00 | Normal |
      | Wednesday | 06:00-08:00 | Normal |
      """
    let policy = SentencePolicy.policy(text)
    #expect(policy.windows.map(\.timeText) == ["Sunday 06:00-12:00", "Wednesday 06:00-08:00"])
    #expect(!TableSuggestion.all(for: policy).contains { $0.key == .windows })
  }

  /// Under a heading that announces nothing `Day` is what a window is called and when it is open: both are written, always in
  /// one order.
  @Test func aColumnOfTwoMeaningsIsWrittenInOneOrder() {
    let text = """
      # Change policy

      ## Wartungsfenster

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
