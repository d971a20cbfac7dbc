import Chronology
import Records
import SourceText
import TestSupport
import Testing

@Suite struct StatedFieldTests {
  private struct Field {
    let label: String
    let value: String
  }

  /// The ways in which people write fields.
  private enum Shape: CaseIterable {
    case table, tableWithoutHead, lines, paragraphs, list, plainList, oneRow, form, numberedHeadings

    func write(_ fields: [Field]) -> String {
      switch self {
      case .table:
        "| Field | Value |\n|---|---|\n" + each(fields) { "| \($0.label) | \($0.value) |\n" }
      case .tableWithoutHead:
        "| | |\n|---|---|\n" + each(fields) { "| **\($0.label)** | \($0.value) |\n" }
      case .lines: each(fields) { "**\($0.label):** \($0.value)\n" }
      case .paragraphs: each(fields) { "**\($0.label)**: \($0.value)\n\n" }
      case .list: each(fields) { "- **\($0.label):** \($0.value)\n" }
      case .plainList: each(fields) { "* \($0.label): \($0.value)\n" }
      case .oneRow:
        each(fields) { "| \($0.label) " } + "|\n" + each(fields) { _ in "|---" } + "|\n"
          + each(fields) { "| \($0.value) " } + "|\n"
      case .form: each(fields) { "### \($0.label)\n\n\($0.value)\n\n" }
      case .numberedHeadings: each(fields) { "## 3. \($0.label)\n\n\($0.value)\n\n" }
      }
    }

    private func each(_ fields: [Field], _ text: (Field) -> String) -> String {
      fields.map(text).joined()
    }
  }

  private func anyField(
    _ labels: [String], _ value: String, _ random: inout SplitMix
  ) -> Field {
    Field(label: labels.randomElement(using: &random) ?? labels[0], value: value)
  }

  @Test func readsFieldsInEveryShape() throws {
    var random = SplitMix(seed: 41)
    for shape in Shape.allCases {
      for _ in 0..<12 {
        var fields = [
          anyField(["Change Type", "Type", "Type of change"], "Normal", &random),
          anyField(["Risk Level", "Risk"], "High", &random),
          anyField(["Requested by", "Requester"], "@ann", &random),
          anyField(["Affected systems", "Systems affected"], "web, db", &random),
          anyField(["Planned start", "Scheduled start"], "2026-03-09T14:00Z", &random),
          anyField(["Planned end", "Scheduled end"], "2026-03-09T15:00Z", &random),
        ]
        fields.shuffle(using: &random)
        let text =
          "# Rotate certificates\n\n" + shape.write(fields) + "\n## Summary\n\nNew ones.\n"
        let change = try readSampleChange(text)
        #expect(change.type?.value == "Normal", "\(text)")
        #expect(change.risk?.value == "High", "\(text)")
        #expect(change.requester?.value == "@ann", "\(text)")
        #expect(change.systems.map(\.value) == ["web", "db"], "\(text)")
        let start = change.scheduled?.value.start.rfc3339
        #expect(start == "2026-03-09T14:00:00Z", "\(text)")
        #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))\n\(text)")
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
