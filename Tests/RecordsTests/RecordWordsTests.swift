import Chronology
import Configuration
import PolicyReading
import SourceText
import TestSupport
import Testing

@testable import Records

/// Records in the words of another system read by their mapping as records in ours.
@Suite struct RecordWordsTests {
  private static let facts: [(key: String, value: String)] = [
    ("title", "Rotate certificates"), ("type", "Normal"), ("risk", "High"),
    ("requester", "\"@ann\""), ("implementer", "\"@bo\""), ("systems", "[gateway, api]"),
    ("requested", "2026-03-02T09:15Z"), ("scheduled", "2026-03-09T02:00Z/2026-03-09T04:00Z"),
    ("started", "2026-03-09T02:05Z"), ("deployed", "2026-03-09T02:40Z"), ("outcome", "successful"),
  ]

  private static func change(
    _ text: String, _ settings: String = "", id: String = "CHG-2026-0042"
  ) throws -> Change {
    let settings = readSettings(SourceFile(path: "changebook.yml", text: settings))
    let policy = readPolicy(
      SourceFile(path: "content/policy/p.md", text: SamplePolicy.text), settings: settings)
    return readChange(
      SourceFile(path: "content/changes/\(id).md", text: text),
      policies: try #require(PolicyBook([policy])), settings: settings)
  }

  private static func summary(_ change: Change) -> String {
    [
      change.id, change.title?.value, change.type?.value, change.risk?.value,
      change.requester?.value, change.implementer?.value,
      change.systems.map(\.value).joined(separator: ","), change.requested?.value.rfc3339,
      change.scheduled.map { "\($0.value.start.rfc3339) \($0.value.end.rfc3339)" },
      change.started?.value.rfc3339, change.deployed?.value.rfc3339,
      change.outcome?.value.rawValue,
    ].map { $0 ?? "-" }.joined(separator: "|")
  }

  @Test func keysAndValuesReadAsThoseThatTheyMean() throws {
    let plain = "---\n" + Self.facts.map { "\($0.key): \($0.value)\n" }.joined() + "---\n# A\n"
    let expected = try Self.summary(Self.change(plain))
    var random = SplitMix(seed: 5)
    for round in 0..<60 {
      var (lines, keys, values): ([String], [String], [String]) = ([], [], [])
      for (index, fact) in Self.facts.enumerated() {
        var (key, value) = (fact.key, fact.value)
        if random.below(2) == 0 {
          key = "\(["feld", "alan_", "項目"][random.below(3)])\(index)"
          keys.append("    \(key): \(fact.key)")
        }
        if random.below(2) == 0, !value.hasPrefix("[") {
          value = "wort \(index)"
          values.append("    \(value): \(fact.value)")
        }
        lines.append("\(key): \(value)")
      }
      for index in lines.indices.reversed() { lines.swapAt(index, random.below(index + 1)) }
      let settings =
        "records:\n" + (["  keys:"] + keys + ["    none_of_it: owner"]).joined(separator: "\n")
        + "\n" + (["  values:"] + values + ["    nothing: \"\""]).joined(separator: "\n") + "\n"
      let change = try Self.change(
        "---\n" + lines.joined(separator: "\n") + "\n---\n# A\n", settings)
      let found = Self.summary(change)
      #expect(found == expected, "round \(round)\n\(lines.joined(separator: "\n"))\n\(settings)")
    }
  }

  @Test func labelsAndHeadingsOfTheBodyAreMappedToo() throws {
    for shape in 0..<3 {
      let facts = [("Art", "Normal"), ("Gefahr", "hoch"), ("Antragsteller", "@ann")]
      let body =
        switch shape {
        case 0: facts.map { "**\($0.0):** \($0.1)" }.joined(separator: "\n")
        case 1:
          "| Field | Value |\n|---|---|\n"
            + facts.map { "| \($0.0) | \($0.1) |" }
            .joined(separator: "\n")
        default: facts.map { "### \($0.0)\n\n\($0.1)" }.joined(separator: "\n\n")
        }
      let change = try Self.change(
        "# Titel\n\n\(body)\n\n## Rückweg\n\nZurück.\n",
        """
        records:
          keys: {Art: type, Gefahr: risk, Antragsteller: requester, Rückweg: Rollback Plan}
          values: {hoch: High}

        """)
      #expect(change.type?.value == "Normal", "\(shape)")
      #expect(change.risk?.value == "High", "\(shape)")
      #expect(change.requester?.value == "@ann", "\(shape)")
      #expect(change.sections.contains { $0.role == .rollbackPlan && $0.state == .filled })
    }
  }

  @Test func partsOfAKeyAreBroughtTogether() throws {
    let settings = "records: {keys: {from_date: scheduled.from, to_date: scheduled.to}}\n"
    let text = "from_date: 2026-03-09T02:00Z\nto_date: 2026-03-09T04:00Z\n"
    let change = try Self.change("---\n\(text)---\n# A\n", settings)
    #expect(change.scheduled?.value.seconds == 7200)
    let both = try Self.change(
      "---\n\(text)scheduled: 2026-03-10T02:00Z/2026-03-10T04:00Z\n---\n# A\n", settings)
    #expect(both.problems.contains { if case .duplicateKey = $0.kind { true } else { false } })
  }

  @Test func twoKeysOfOneMeaningHaveToAgree() throws {
    let settings = "records: {keys: {kind: type}}\n"
    let same = try Self.change("---\ntype: Normal\nkind: Normal\n---\n# A\n", settings)
    #expect(!same.problems.contains { if case .duplicateKey = $0.kind { true } else { false } })
    let other = try Self.change("---\ntype: Normal\nkind: Standard\n---\n# A\n", settings)
    #expect(other.problems.contains { if case .duplicateKey = $0.kind { true } else { false } })
  }

  @Test func ignoredKeysAreSilent() throws {
    let text = "---\ntype: Normal\nlayout: page\nsysid: 77\n---\n# A\n"
    func unread(_ settings: String) throws -> Int {
      try Self.change(text, settings).problems.count {
        if case .keyNotRead = $0.kind { true } else { false }
      }
    }
    #expect(try unread("") == 2)
    #expect(try unread("records: {ignore: [layout]}\n") == 1)
    #expect(try unread("records: {ignore: [Layout, sysid]}\n") == 0)
  }

  @Test func mappedRolesApproveAndOnlyThey() throws {
    let text =
      "---\ntype: Normal\napprovals:\n  - {role: Beirat, by: \"@cab\", at: 2026-03-01T10:00Z}\n---\n# A\n"
    let mapped = try Self.change(text, "roles: {Beirat: cab}\n")
    #expect(mapped.approvals.map(\.role.value) == [.advisoryBoard])
    #expect(try Self.change(text).approvals.isEmpty)
    let boxes = "---\ntype: Normal\n---\n# A\n\n## Approvals\n\n- [x] Freigabe Beirat: @cab\n"
    #expect(
      try Self.change(boxes, "roles: {Beirat: cab}\n").approvals.map(\.role.value)
        == [.advisoryBoard])
    // Of two roles in one label nobody knows which is meant.
    #expect(
      try Self.change(
        boxes.replacing("Freigabe Beirat", with: "Sicherheit statt Beirat"),
        "roles: {Beirat: cab, Sicherheit: security}\n"
      ).approvals.isEmpty)
  }

  @Test(arguments: [
    ("CHG-2026-0042", "CHG-####-####", "CHG-2026-0042"), ("CR-011-2026-move", "CR-###", "CR-011"),
    ("CHG0030521", "CHG#######", "CHG0030521"),
  ])
  func idsAreThoseOfThePattern(_ name: String, _ pattern: String, _ id: String) throws {
    let change = try Self.change("# A\n", "ids: \(pattern)\n", id: name)
    #expect(change.id == id)
    let other = try Self.change("---\nid: ZZZ-1\n---\n# A\n", "ids: \(pattern)\n", id: name)
    #expect(
      other.problems.contains {
        if case .unreadableValue("id", _, _) = $0.kind { true } else { false }
      })
  }

  /// A field of the policy's own has values of its kind, wherever it stands.
  @Test(arguments: [
    ("number", ["42", "1,200", "-3.5"], ["four", "", "4 or 5"]),
    ("instant", ["2026-03-02", "2026-03-02T09:15Z"], ["in March", "2026-13-02"]),
    ("link", ["https://example.org/1", "[a](https://example.org)"], ["example", "see the wiki"]),
    ("hash", ["0xdeadbeef", "sha256:0123456789abcdef"], ["deadbeeg", "abc"]),
    ("person", ["@ann", "ann@example.com"], ["?"]), ("text", ["anything"], []),
  ])
  func ownFieldsHaveValuesOfTheirKind(_ kind: String, _ good: [String], _ bad: [String]) throws {
    let settings = readSettings(
      SourceFile(path: "changebook.yml", text: "fields: {Extra: \(kind)}\n"))
    let policy = readPolicy(
      SourceFile(
        path: "content/policy/p.md",
        text: "| Type | Approval | Lead Time |\n|---|---|---|\n| Normal | CAB | None |\n\n"
          + "| Field | Required For |\n|---|---|\n| Extra | All |\n"), settings: settings)
    let book = try #require(PolicyBook([policy]))
    for (value, isGood) in good.map({ ($0, true) }) + bad.map({ ($0, false) }) where !value.isEmpty
    {
      let shapes = [
        "# A\n\n**Extra:** \(value)\n", "# A\n\n## Extra\n\n\(value)\n",
        "# A\n\n| Field | Value |\n|---|---|\n| Extra | \(value) |\n",
        "---\nextra: \"\(value)\"\n---\n# A\n",
      ]
      for shape in shapes where !(kind == "link" && value.hasPrefix("[") && shape.hasPrefix("---"))
      {
        let change = readChange(
          SourceFile(path: "content/changes/CHG-1.md", text: shape), policies: book,
          settings: settings)
        let misfits = change.problems.filter {
          if case .unreadableValue("Extra", _, _) = $0.kind { true } else { false }
        }
        let isSaid =
          change.fields.contains { $0.isNamed("Extra") && $0.isFilled }
          || change.sections.contains { $0.isNamed("Extra") && $0.state == .filled }
        #expect(misfits.isEmpty == (isGood || !isSaid), "\(value) in \(shape)")
      }
    }
  }
}
