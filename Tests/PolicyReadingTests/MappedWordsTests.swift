import Chronology
import Configuration
import Findings
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// A policy in words that nobody knows reads by their mapping as the policy in words that are known.
@Suite struct MappedWordsTests {
  /// Heads, and rows of which all but the first cell is looked at.
  private static let tables: [(key: String, heads: [String], rows: [[String]])] = [
    (
      "change types", ["Type", "Approval", "Lead Time"],
      [
        ["Alpha", "Pre-approved", "None"], ["Beta", "CAB + CTO", "5 business days"],
        ["Gamma", "Emergency CAB", "Immediate"], ["Delta", "Two peers", "48 hours"],
      ]
    ),
    (
      "required information", ["Field", "Required For"],
      [["Summary", "All"], ["Rollback Plan", "Beta, Gamma"]]
    ),
    (
      "windows", ["Window", "Time"],
      [["Night", "02:00-05:00"], ["Week", "Tue-Thu 10:00-15:00"], ["Always", "24/7"]]
    ),
    (
      "freezes", ["Period", "Duration", "Changes Allowed"],
      [["Year end", "Dec 20 - Jan 5", "Emergency only"], ["Fair", "2026-05-04", "None"]]
    ),
    (
      "targets", ["Metric", "Target"],
      [["Change success rate", ">95%"], ["Rollback rate", "< 5%"]]
    ),
  ]

  private static let scripts = ["ämter", "変更", "изменение", "değişiklik", "βαθμός"]

  /// The policy, written with other words for some cells and heads, and settings that map them.
  private static func written(
    _ random: inout SplitMix, omitting omitted: Int? = nil
  ) -> (policy: String, settings: String, words: [String]) {
    var (lines, values, tables): ([String], [String], [String]) = (["# P", ""], [], [])
    var words: [String] = []
    func word(_ random: inout SplitMix) -> String {
      "\(scripts[random.below(scripts.count)]) \(["x", "y", "z"][random.below(3)])\(words.count + values.count)"
    }
    for table in Self.tables {
      var columns: [String] = []
      let heads = table.heads.map { head -> String in
        guard random.below(2) == 0 else { return head }
        let other = "\(word(&random)) \(columns.count)"
        columns.append("      \(head): \(other)")
        return other
      }
      if !columns.isEmpty { tables += ["  \(table.key):", "    columns:"] + columns }
      lines.append("| " + heads.joined(separator: " | ") + " |")
      lines.append("|" + String(repeating: "---|", count: heads.count))
      for row in table.rows {
        let cells = row.enumerated().map { index, cell -> String in
          guard index > 0, random.below(3) > 0 else { return cell }
          let other = word(&random)
          if words.count != omitted { values.append("  \(other): \"\(cell)\"") }
          words.append(other)
          return random.below(2) == 0 ? other : other.uppercased()
        }
        lines.append("| " + cells.joined(separator: " | ") + " |")
      }
      lines.append("")
    }
    let settings =
      (tables.isEmpty ? [] : ["tables:"] + tables) + (values.isEmpty ? [] : ["values:"] + values)
    return (lines.joined(separator: "\n"), settings.joined(separator: "\n") + "\n", words)
  }

  private static func read(_ policy: String, _ settings: String) -> Policy {
    readPolicy(
      SourceFile(path: "content/policy/p.md", text: policy),
      settings: readSettings(SourceFile(path: "changebook.yml", text: settings)))
  }

  /// What was understood, without places and excerpts.
  private static func facts(_ policy: Policy) -> String {
    var facts = policy.types.map {
      "\($0.name): \($0.approval.words), \($0.leadTime?.words ?? "-")"
    }
    facts += policy.requiredFields.map { "\($0.name): \($0.kind) \($0.requiredFor)" }
    facts += policy.windows.map { "\($0.name): \($0.time.words)" }
    facts += policy.freezes.map { "\($0.name): \($0.duration.words), \($0.allowed.words)" }
    facts += policy.targets.map { "\($0.metric): \($0.words)" }
    return facts.joined(separator: "\n")
  }

  @Test func readAsTheWordsThatTheyMean() {
    var random = SplitMix(seed: 13)
    let plain = Self.read(Self.plain, "")
    let expected = Self.facts(plain)
    #expect(plain.types.count == 4 && plain.windows.count == 3 && plain.freezes.count == 2)
    for round in 0..<60 {
      let (policy, settings, _) = Self.written(&random)
      let reading = Self.read(policy, settings)
      let found = Self.facts(reading)
      #expect(found == expected, "round \(round)\n\(policy)\n\(settings)")
    }
  }

  private static var plain: String {
    var lines = ["# P", ""]
    for table in tables {
      lines.append("| " + table.heads.joined(separator: " | ") + " |")
      lines.append("|" + String(repeating: "---|", count: table.heads.count))
      lines += table.rows.map { "| " + $0.joined(separator: " | ") + " |" } + [""]
    }
    return lines.joined(separator: "\n")
  }

  /// Whatever word is left out, its cell is named.
  @Test func withoutOneTheCellIsADoubt() {
    for seed in 0..<40 {
      var random = SplitMix(seed: UInt64(seed))
      let count = Self.written(&random).words.count
      guard count > 0 else { continue }
      let omitted = seed % count
      random = SplitMix(seed: UInt64(seed))
      let (policy, settings, words) = Self.written(&random, omitting: omitted)
      let problems = Self.read(policy, settings).problems.filter { problem in
        switch problem.kind {
        case .cellNotUnderstood, .nameUndefined:
          MappedWords.form(problem.place.text).contains(MappedWords.form(words[omitted]))
        default: false
        }
      }
      // Any name may be that of an approver.
      let isApprover = WordForm.fold(Self.facts(Self.read(policy, settings))).contains(
        WordForm.fold(words[omitted]))
      #expect(!problems.isEmpty || isApprover, "\(words[omitted])\n\(policy)\n\(settings)")
    }
  }

  @Test func signsTellTextsApart() {
    let policy = Self.read(
      "| Metric | Target |\n|---|---|\n| Change success rate | < so |\n| Rollback rate | > so |\n",
      "values: {\"< so\": \">95%\"}\n")
    #expect(policy.targets.map(\.text) == [">95%"])
  }

  @Test(arguments: [
    ("Beirat", "Beirat", "approval of the CAB"),
    ("Beirat + Leitung", "Beirat", "approval: Beirat + Leitung"),
    ("2 Beirat", "nobody", "approval: 2 Beirat"),
  ])
  func rolesAreThoseOfTheSettings(_ cell: String, _ name: String, _ words: String) {
    let policy = Self.read(
      "| Type | Approval | Lead Time |\n|---|---|---|\n| A | \(cell) | None |\n",
      "roles: {\(name): cab}\n")
    #expect(policy.types.map(\.approval.words) == [words])
    if name == "Beirat", case .roles(let rule)? = policy.types.first?.approval {
      #expect(rule.approvers.map(\.kind) == [.advisoryBoard, .role("leitung")])
    }
  }

  @Test func typesAreWhatTheSettingsSay() {
    let text =
      "| Type | Approval | Lead Time |\n|---|---|---|\n| Eilig | CTO | None |\n| Normal | CAB | None |\n"
      + "| Klein | None | None |\n| Urgent | CAB | None |\n"
    let policy = Self.read(text, "types: {eilig: emergency, Klein: standard, Urgent: normal}\n")
    #expect(policy.types.map(\.isEmergency) == [true, false, false, false])
    #expect(policy.types.map(\.isStandard) == [false, false, true, false])
    let unmapped = Self.read(text, "")
    #expect(unmapped.types.map(\.isEmergency) == [false, false, false, true])
  }

  @Test func typesCanBeStated() {
    let policy = Self.read(
      "# P\n\nAll of it is prose.\n",
      """
      types:
        - {type: Klein, is: standard, approval: None, lead time: None, clause: "2"}
        - {name: Gross, approval: CAB, lead time: 5 days}
        - {name: Eilig, is: emergency, approval: CTO, lead time: Immediate}

      """)
    #expect(policy.types.map(\.name) == ["Klein", "Gross", "Eilig"])
    #expect(policy.types.map(\.isEmergency) == [false, false, true])
    #expect(policy.types[0].reference.clause == "2")
    #expect(
      !policy.problems.contains {
        if case .tableAbsent("change types", _) = $0.kind { true } else { false }
      })
  }

  @Test(arguments: [
    "types:\n  - {name: A, is: speedy, approval: CAB, lead time: None}",
    "types:\n  - {name: A, approval: CAB}", "types:\n  - {name: A, approval: CAB, lead time: soon}",
    "types:\n  - {approval: CAB, lead time: None}",
    "types:\n  - {name: A, approval: CAB, lead time: None, mood: calm}",
  ])
  func statedTypesAreDoubtsWhereTheyAreNotUnderstood(_ settings: String) {
    let policy = Self.read("# P\n", settings)
    #expect(
      policy.problems.contains {
        if case .cellNotUnderstood("change types", _, _, _) = $0.kind { true } else { false }
      })
  }

  @Test func statedTypesContradictATable() {
    let policy = Self.read(
      "| Type | Approval | Lead Time |\n|---|---|---|\n| A | CAB | None |\n",
      "types:\n  - {name: B, approval: None, lead time: None}\n")
    #expect(policy.types.map(\.name) == ["A"])
    #expect(
      policy.problems.contains {
        if case .unread(.authorisation, "the setting", _, _) = $0.kind { true } else { false }
      })
  }

  @Test func fieldsAreKnownOnesOrHaveValues() {
    let policy = Self.read(
      "| Field | Required For |\n|---|---|\n| Rückfall | All |\n| Kosten | All |\n| Frei | All |\n",
      "fields: {Rückfall: Rollback Plan, Kosten: number, Frei: numbre}\n")
    #expect(
      policy.requiredFields.map(\.kind) == [.rollbackPlan, .section("Kosten"), .section("Frei")])
    #expect(policy.requiredFields.map(\.values) == [.text, .number, .text])
    let problems = policy.problems.compactMap { problem -> String? in
      if case .unreadableValue(_, let text, let expected) = problem.kind {
        return expected.contains("perhaps `number`") ? text : nil
      }
      return nil
    }
    #expect(problems == ["numbre"])
  }

  @Test func linesAndLabelsAreMappedToo() {
    let policy = Self.read(
      """
      # P

      **Gültig ab:** ab März
      **Besitzer:** Ute

      ## 8

      Alles wird zehn Jahre aufgehoben.
      """,
      """
      values:
        Gültig ab: Effective Date
        ab März: 2026-03-01
        Besitzer: Owner
        Alles wird zehn Jahre aufgehoben.: Records are kept for 10 years.

      """)
    #expect(policy.metadata.effective?.value == CivilDay(year: 2026, month: 3, day: 1))
    #expect(policy.metadata.owner?.value == "Ute")
    #expect(policy.retention?.value.months == 120)
    #expect(policy.retention?.reference.excerpt == "Alles wird zehn Jahre aufgehoben.")
  }
}
