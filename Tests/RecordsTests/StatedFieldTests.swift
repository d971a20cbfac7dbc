import Chronology
import Records
import SourceText
import TestSupport
import Testing

@Suite struct StatedFieldTests {
  /// The ways in which people write fields.
  private static let shapes: [(String, ([(String, String)]) -> String)] = [
    ("table", { "| Field | Value |\n|---|---|\n" + $0.map { "| \($0) | \($1) |\n" }.joined() }),
    (
      "table without a head",
      { "| | |\n|---|---|\n" + $0.map { "| **\($0)** | \($1) |\n" }.joined() }
    ),
    ("lines", { $0.map { "**\($0):** \($1)\n" }.joined() }),
    ("paragraphs", { $0.map { "**\($0)**: \($1)\n\n" }.joined() }),
    ("list", { $0.map { "- **\($0):** \($1)\n" }.joined() }),
    ("plain list", { $0.map { "* \($0): \($1)\n" }.joined() }),
    (
      "one row",
      { fields in
        "| " + fields.map(\.0).joined(separator: " | ") + " |\n|"
          + fields.map { _ in "---|" }.joined() + "\n| "
          + fields.map(\.1).joined(separator: " | ") + " |\n"
      }
    ),
    ("forms", { $0.map { "### \($0)\n\n\($1)\n\n" }.joined() }),
    (
      "numbered headings",
      { $0.enumerated().map { "## \($0 + 1). \($1.0)\n\n\($1.1)\n\n" }.joined() }
    ),
  ]

  @Test func readsFieldsInEveryShape() throws {
    var random = SplitMix(seed: 41)
    for (name, write) in Self.shapes {
      for _ in 0..<12 {
        let fields = [
          (
            ["Change Type", "Type", "Type of change"].randomElement(using: &random) ?? "", "Normal"
          ),
          (["Risk Level", "Risk"].randomElement(using: &random) ?? "", "High"),
          (["Requested by", "Requester"].randomElement(using: &random) ?? "", "@ann"),
          (
            ["Affected systems", "Systems affected"].randomElement(using: &random) ?? "", "web, db"
          ),
          (
            ["Planned start", "Scheduled start"].randomElement(using: &random) ?? "",
            "2026-03-09T14:00Z"
          ), ("Planned end", "2026-03-09T15:00Z"),
        ].shuffled(using: &random)
        let text = "# Rotate certificates\n\n" + write(fields) + "\n## Summary\n\nNew ones.\n"
        let change = try readSampleChange(text)
        #expect(change.type?.value == "Normal", "\(name)\n\(text)")
        #expect(change.risk?.value == "High", "\(name)\n\(text)")
        #expect(change.requester?.value == "@ann", "\(name)\n\(text)")
        #expect(change.systems.map(\.value) == ["web", "db"], "\(name)\n\(text)")
        #expect(change.scheduled?.value.start.rfc3339 == "2026-03-09T14:00:00Z", "\(name)\n\(text)")
        #expect(change.problems.isEmpty, "\(name): \(change.problems.map(\.kind))\n\(text)")
      }
    }
  }

  @Test(arguments: [
    "Sometimes", "[Normal]", "~~Normal~~", "Normal / Emergency", "TBD", "_No response_", "",
    "[ ] Normal [ ] Emergency", "[x] Normal [x] Emergency",
  ])
  func takesNoTypeThatIsNone(_ value: String) throws {
    let change = try readSampleChange("# A\n\n**Type:** \(value)\n\n## Summary\n\nNew ones.\n")
    #expect(change.type == nil)
  }

  @Test func whatCannotBeReadIsAProblem() throws {
    for text in [
      "# A\n\n**Type:** Sometimes\n\n## Summary\n\nX.\n",
      "# A\n\n**Type:** Normal\n**Change Type:** Emergency\n\n## Summary\n\nX.\n",
      "# A\n\n**Type:** Normal\n\n### Type\n[x] Emergency\n",
      "# A\n\n**Type:** Normal\n**Planned start:** soon\n**Planned end:** 2026-03-09T15:00Z\n",
    ] {
      let problems = try readSampleChange(text).problems
      #expect(
        problems.contains {
          switch $0.kind {
          case .unreadableValue, .disagreement: true
          default: false
          }
        }, "\(text)")
    }
  }

  @Test func fieldsAloneDescribeNothing() throws {
    #expect(try !readSampleChange("# A\n\n**Type:** Normal\n**Risk:** Low\n").isOpened)
    #expect(try readSampleChange("# A\n\n**Type:** Normal\n\nNew ones.\n").isOpened)
  }
}
