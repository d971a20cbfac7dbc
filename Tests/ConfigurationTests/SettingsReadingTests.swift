import Chronology
import Configuration
import Findings
import SourceText
import Testing

@Suite struct SettingsReadingTests {
  private func read(_ text: String) -> Settings {
    readSettings(SourceFile(path: "changebook.yml", text: text))
  }

  @Test(
    arguments: [
      "{tolerance: often}", "{tolerance: 8 days}", "{exclude: [{reason: So it is}]}",
      "{exclude: [{by: robot}]}", "{exclude: [{by: robot, reason: \"\"}]}", "{prodction: [x]}",
      "{exclude: [{bye: robot, reason: So it is}]}", "{exclude: robot}",
    ])
  func deploymentsThatSayNothingAreProblems(text: String) {
    let settings = read("deployments: \(text)")
    #expect(settings.problems.count == 1)
    #expect(settings.deployments.exclusions.isEmpty)
    #expect(settings.deployments.tolerance == 3600)
  }

  @Test func readsEveryKey() {
    let settings = read(
      """
      title: Changes of the RPC team
      base_url: https://changes.example.org/book/
      policy: content/policy/POL-CM-001.md
      zone: Europe/Zurich
      confidence: 0.99
      rules: {CB401: warning, cb604: off}
      terms:
        "Significant changes": {types: [Normal, Runtime Upgrade], risks: High, categories: []}
      tables:
        windows:
          heading: "Betriebsfenster"
          columns: {window: "Slot", time: "Hours"}
        freezes: {columns: {period: When}}
      calendar: {horizon: 6}

      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.title == "Changes of the RPC team")
    #expect(settings.baseURL == "https://changes.example.org/book")
    #expect(settings.policy == "content/policy/POL-CM-001.md")
    #expect(settings.zone == Zone(named: "Europe/Zurich"))
    #expect(settings.confidence == 0.99)
    #expect(settings.calendarHorizon == 6)
    #expect(settings.severities == [RuleCode(401): .warning, RuleCode(604): nil])
    #expect(settings.severityPlaces.map(\.value) == [RuleCode(401), RuleCode(604)])
    #expect(settings.severityPlaces.last?.place.text == "cb604")
    #expect(settings.terms.map(\.term) == ["Significant changes"])
    #expect(settings.terms.first?.types == ["Normal", "Runtime Upgrade"])
    #expect(settings.terms.first?.risks == ["High"])
    #expect(settings.terms.first?.categories == [])
    #expect(settings.tableNames.map(\.table) == ["windows", "freezes"])
    #expect(settings.tableNames.first?.heading == "Betriebsfenster")
    #expect(settings.tableNames.first?.columns.map(\.column) == ["window", "time"])
    #expect(settings.tableNames.first?.columns.map(\.written) == ["Slot", "Hours"])
    #expect(settings.tableNames.last?.columns.first?.place?.text == "period")
  }

  @Test(arguments: ["", "# nothing set\n", "title:\nrules:\nterms: {}\n"])
  func keepsDefaultsForWhatIsNotSaid(text: String) {
    let settings = read(text)
    #expect(settings.problems.isEmpty)
    #expect(settings.title == Settings().title)
    #expect(settings.zone == nil)
    #expect(settings.confidence == 0.95)
    #expect(settings.calendarHorizon == 12)
    #expect(settings.severities.isEmpty)
  }

  @Test func suggestsKeysAtEveryLevel() {
    let settings = read(
      """
      titel: x
      terms: {"Significant changes": {typs: [Normal]}}
      tables: {windows: {headings: x, columns: {}}}

      """)
    let suggestions = settings.problems.map { problem -> String? in
      if case .unknownKey(_, let suggestion, _) = problem.kind { suggestion } else { nil }
    }
    #expect(suggestions == ["title", "types", "heading"])
    #expect(settings.problems.map(\.place.text) == ["titel", "typs", "headings"])
  }

  @Test(arguments: [
    "zone: Europe/Zurrich", "zone: [UTC]", "confidence: 1", "confidence: 95", "confidence: nan",
    "confidence: 0x1p-1", "confidence: 0", "confidence: 0.9999999999999999",
    "confidence: 0.49", "confidence: 1e-300", "base_url: example.org", "base_url: 'https://'",
    "base_url: 'https:///x'", "base_url: 'https://a b'", "base_url: 'javascript:alert(1)'",
    "base_url: 'https://example.org/?q'", "policy: ../policy.md", "policy: /etc/passwd",
    "policy: a//b.md", "title: {a: b}", "title: ''", "rules: [CB401]", "terms: Normal",
    "rules: {CB401: fatal}", "rules: {CB41: off}", "rules: {B401: off}", "terms: {x: [Normal]}",
    "tables: {windows: Slot}", "tables: {windows: {columns: [Slot]}}",
    "tables: {windows: {columns: {time: [Hours]}}}", "- title", "windows: some", "zone: BST",
    "freezes: 3",
  ])
  func saysWhatIsAcceptedInsteadOfABadValue(text: String) {
    let problems = read(text + "\n").problems
    #expect(problems.count == 1)
    guard case .unreadableValue(_, _, let expected)? = problems.first?.kind else {
      Issue.record("another problem than a value: \(problems)")
      return
    }
    #expect(!expected.isEmpty)
  }

  @Test func saysThatThereAreNoWindowsOrFreezes() {
    let settings = read("windows: none\nfreezes: None\n")
    #expect(settings.problems.isEmpty)
    #expect(settings.answersWindows?.text == "none")
    #expect(settings.answersFreezes?.text == "None")
    #expect(read("freezes: [x]\n").problems.count == 1)
    #expect(read("windows: some\n").answersWindows == nil)
  }

  @Test(arguments: ["BST", "CST", "NST"])
  func refusesAnAbbreviationOfSeveralPlaces(_ name: String) {
    let settings = read("zone: \(name)\n")
    #expect(settings.zone == nil)
    guard case .unreadableValue("zone", name, let expected)? = settings.problems.first?.kind else {
      Issue.record("\(settings.problems)")
      return
    }
    #expect(expected.contains("\(name) may be"))
  }

  @Test func takesAnAbbreviationAndSaysWhatItMeans() {
    let settings = read("zone: PST\n")
    #expect(settings.zone?.name == "Etc/GMT+8")
    #expect(
      settings.problems.map(\.kind) == [
        .zoneAbbreviation(
          "PST", zone: "Etc/GMT+8", place: "America/Los_Angeles", isFixed: true)
      ])
  }

  @Test func reportsACodeThatIsGivenTwice() {
    let settings = read("rules: {CB401: off, cb401: error}\n")
    #expect(settings.problems.map(\.kind) == [.duplicateKey("cb401")])
    #expect(settings.severities == [RuleCode(401): nil])
  }

  @Test func reportsAllProblemsAtOnce() {
    let settings = read("zone: Mars\ntitle: &a x\nrules: {CB401: loud, nonsense: off}\nfoo: 1\n")
    #expect(settings.problems.count == 5)
    #expect(settings.title == "x")
  }

  @Test func readsNothingOfAFileWithASyntaxError() {
    let settings = read("title: x\nzone: [\n")
    #expect(settings.problems.count == 1)
    #expect(settings.title == Settings().title)
  }

  @Test func keepsTheExemptionsFromConflictsWithTheirPlaces() {
    let settings = read("conflicts: {exempt: [Standard, documentation]}\n")
    #expect(settings.conflictExemptions.map(\.value) == ["Standard", "documentation"])
    #expect(settings.conflictExemptions.map(\.place.start.column) == [22, 32])
    #expect(settings.problems.isEmpty)
    let one = read("conflicts: {exempt: Standard}\n")
    #expect(one.conflictExemptions.map(\.value) == ["Standard"])
    for text in ["conflicts: [Standard]", "conflicts: {exemt: [Standard]}", "conflict: {}"] {
      #expect(read(text + "\n").problems.count == 1, "\(text)")
    }
  }
}
