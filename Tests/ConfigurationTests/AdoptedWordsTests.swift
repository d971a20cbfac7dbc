import Configuration
import SourceText
import Testing

/// What the settings say of another organisation's words.
@Suite struct AdoptedWordsTests {
  private func read(_ text: String) -> Settings {
    readSettings(SourceFile(path: "changebook.yml", text: text))
  }

  @Test func readsEveryKey() {
    let settings = read(
      """
      values: {Keine: None, "5 Tage": 5 days, Strich: "-"}
      roles: {Beirat: cab}
      types: {Eilig: Emergency, Klein: standard}
      fields: {Kosten: number}
      ids: [CHG-####-####, "INC-#*"]
      records:
        keys: {risk_value: risk, start_date: scheduled.from}
        values: {Erledigt: successful, Offen: ""}
        ignore: [tags, layout]

      """)
    #expect(settings.problems.isEmpty)
    #expect(settings.words.values.map(\.written.value) == ["Keine", "5 Tage", "Strich"])
    #expect(settings.words.values.map(\.meaning.value) == ["None", "5 days", "-"])
    #expect(settings.words.roles.map(\.meaning.value) == ["cab"])
    #expect(settings.words.types.map(\.kind) == [.emergency, .standard])
    #expect(settings.words.fields.map(\.written.place.text) == ["Kosten"])
    #expect(settings.idPatterns.map(\.value) == ["CHG-####-####", "INC-#*"])
    #expect(settings.words.recordKeys.map(\.meaning.value) == ["risk", "scheduled.from"])
    // What is no answer in a record is nothing there.
    #expect(settings.words.recordValues.map(\.meaning.value) == ["successful", ""])
    #expect(settings.words.ignoredKeys.map(\.value) == ["tags", "layout"])
  }

  /// What is not filled in yet, or means nothing, is said so.
  @Test(arguments: [
    "values:\n  Keine:", "roles:\n  Beirat: ~", "fields:\n  Kosten: [number]", "types:\n  Eilig:",
    "types: {Eilig: quick}", "values: [Keine]", "values: Keine", "records: {keys: {a: }}",
    "values: {Keine: \"\"}", "values: {Keine: \" \"}", "values: {Keine: \"\\u200B\"}",
    "values: {\"\": No}",
    "roles: {Beirat: \"\"}", "fields: {Kosten: \"\"}", "records: {keys: {a: \"\"}}",
    "records: [keys]", "ids: CHG", "ids: 'chg-#'", "ids: 'CHG-*'", "ids: 'CHG-# #'", "types: fast",
  ])
  func refusesWhatMeansNothing(_ text: String) {
    let problems = read(text).problems
    #expect(!problems.isEmpty)
    for problem in problems {
      guard case .unreadableValue = problem.kind else {
        Issue.record("\(problem.kind)")
        continue
      }
    }
  }

  @Test(arguments: [
    ("value: {a: b}", "values"), ("role: {a: cab}", "roles"), ("type: {a: normal}", "types"),
    ("field: {a: number}", "fields"), ("record: {}", "records"), ("id: CHG-#", "ids"),
    ("records: {key: {a: b}}", "keys"), ("records: {ignored: [a]}", "ignore"),
  ])
  func saysWhatAMisspeltKeyMeant(_ text: String, _ meant: String) {
    let suggestions = read(text).problems.compactMap { problem -> String? in
      if case .unknownKey(_, let suggestion, _) = problem.kind { return suggestion }
      return nil
    }
    #expect(suggestions == [meant])
  }
}
