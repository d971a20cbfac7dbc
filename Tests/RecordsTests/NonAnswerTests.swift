import Records
import SourceText
import TestSupport
import Testing

@Suite struct NonAnswerTests {
  /// Texts that somebody wrote in place of an answer, before they are dressed up.
  static let unfinished = [
    "TBD", "TBC", "TBA", "TODO", "FIXME", "Pending", "To be determined", "to be confirmed",
    "To be decided", "Yet to be determined", "xxx", "XX", "?", "???", "Placeholder",
    "[Describe rollback]", "[describe, step by step: how?]", "{{rollback}}", "{rollback plan}",
    "${ROLLBACK}", "<placeholder>", "<describe the rollback>", "<<rollback>>", "[date] [time]",
    "TODO: write this down", "TBD by the platform team", "TBD - waiting for the vendor",
    "To be determined later", "Pending: two approvals", "pending approval", "Not yet decided",
    "Lorem ipsum dolor sit amet", "work in progress", "ＴＢＤ", "T\u{200B}BD", "TBD…", "？",
  ]
  static let void = [
    "N/A", "n/a", "NA", "n.a.", "Not applicable", "N/A for this change", "N/A - N/A", "-", "—",
    "–", "…", "...", "***", "• — •", "No response", "_No response_", "Not specified", "!", "\"\"",
  ]
  static let nothing = ["None", "none", "No", "Nil", "Nothing", "none yet", "[none]"]

  static let answers = [
    "N/A: the change cannot be undone, see the runbook", "N/A (standard change)",
    "None expected", "None: the service stays up", "No downtime", "No: it is read at start",
    "Pending requests are drained first.", "Pending transactions stay in the queue",
    "TODO comments are removed from the settings.", "To be safe, a node is kept back.",
    "To do this we drain the node first.", "Nothing but the gateway", "Not the gateway",
    "To be confirmed is only the date; the steps are below.", "Todo list service is restarted",
    "TBD branches are merged each day", "x", "1", "42", "0", "✅", "OK", "yes", "Ann", "@ann",
    "ann@example.com", "<ann@example.com>", "<https://example.org>", "[x] Normal", "[ ] Normal",
    "[runbook](https://example.org)", "[runbook][1]", "[1]: https://example.org", "[^1]", "[1]",
    "{\"a\": 1}", "Deploy [service] again", "<br>", "<details>", "</details>",
    "<a name=\"x\">", "kubectl get pods", "`n/a` is written by the form", "なし", "无",
    "Unknown error is retried", "Names are kept", "test", "WIP limits in the queue are raised",
    "Undo the edit", "Placeholders are replaced", "Xxxtra", "NA cluster is drained",
  ]

  /// In how many ways people write the same: marks, emphasis, case, blanks.
  private static func dressed(_ text: String, by random: inout SplitMix) -> String {
    let around = [
      ("", ""), ("**", "**"), ("_", "_"), ("`", "`"), ("(", ")"), ("\"", "\""), ("“", "”"),
      (" ", "\t"), ("- ", ""), ("> ", ""), ("\u{A0}", "\u{FEFF}"), ("", "."), ("", " !"),
      ("~~", "~~"), ("", ":"),
    ]
    var text = text
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let (before, after) = around.randomElement(using: &random) ?? ("", "")
      text = before + text + after
    }
    return text
  }

  @Test func knowsEveryKindHoweverItIsWritten() {
    var random = SplitMix(seed: 7)
    for (texts, kind) in [
      (Self.unfinished, NonAnswer.unfinished), (Self.void, .void), (Self.nothing, .nothing),
    ] {
      for text in texts {
        #expect(NonAnswer(text) == kind, "\(text)")
        guard text.contains(where: \.isLetter), !text.hasPrefix("[") else { continue }
        for _ in 0..<20 {
          let variant = Self.dressed(
            Bool.random(using: &random) ? text : text.uppercased(), by: &random)
          #expect(NonAnswer(variant) != nil, "\(variant)")
        }
      }
    }
  }

  @Test(arguments: answers)
  func takesWhatSaysSomethingForAnAnswer(text: String) {
    #expect(NonAnswer(text) == nil)
  }

  /// Phrases as the beginning of sentences: prose is never taken for one.
  @Test func takesProseForAnAnswer() {
    let beginnings = ["Pending", "Todo", "None", "No", "Nothing", "N/A", "To be", "Not", "X", "Na"]
    let ends = [
      "requests are drained before the node stops", "records of the queue are moved first",
      "traffic reaches the old gateway during the switch", "customer is asked to do anything",
    ]
    for beginning in beginnings {
      for end in ends { #expect(NonAnswer("\(beginning) \(end).") == nil, "\(beginning) \(end)") }
    }
  }

  @Test func saysNothingOfAnEmptyText() {
    for text in ["", " ", "\t\n"] { #expect(NonAnswer(text) == nil) }
  }

  // MARK: In records

  private func state(_ heading: String, _ text: String) throws -> RecordSection.State? {
    try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### \(heading)\n\n\(text)\n\n### Schedule\nSoon.\n"
    ).sections.dropFirst().first?.state
  }

  @Test(arguments: ["Rollback Plan", "Justification", "Impact Assessment", "Lessons Learned"])
  func makesASectionATemplates(heading: String) throws {
    for text in Self.unfinished + Self.void {
      for line in [text, "- \(text)", "1. \(text)", "**Effect:** \(text)"] {
        // A line of marks alone may be a rule or an underline of Markdown, and brackets its tags.
        guard !Self.void.contains(text) || text.contains(where: \.isLetter) else { continue }
        let state = try state(heading, line)
        #expect(state != .filled, "\(heading): \(line)")
      }
    }
  }

  @Test func keepsASectionThatOnlyHoldsSomethingVoidBesideAnAnswer() throws {
    #expect(
      try state("Impact Assessment", "- **Users affected:** none\n- **Downtime:** N/A") == .filled)
    #expect(
      try state("Impact Assessment", "- **Users affected:** N/A\n- **Downtime:** —") != .filled)
    #expect(try state("Impact Assessment", "None.") == .filled)
    #expect(try state("Rollback Plan", "None.") != .filled)
    #expect(try state("Rollback Plan", "N/A: it cannot be undone, see the runbook") == .filled)
    #expect(try state("Rollback Plan", "1. Restore the backup\n2. TBD") != .filled)
    #expect(try state("Justification", "[runbook]\n\n[runbook]: https://example.org") == .filled)
  }

  @Test func hidesCommentsFromEverySection() throws {
    for comment in ["<!-- Why? -->", "<!--\nWhy\nis it needed?\n-->", "<!-- a --><!-- b -->"] {
      #expect(try state("Justification", comment) == .empty, "\(comment)")
      #expect(try state("Justification", "\(comment)\n\nNodes run out.") == .filled)
      #expect(try state("Impact Assessment", "- **Users affected:** \(comment)") == .empty)
      #expect(try state("Impact Assessment", "- **Users:** \(comment) all") == .filled)
    }
    #expect(try state("Justification", "`<!-- x -->` is written by the form.") == .filled)
  }

  @Test func takesNoSuchTextFromFrontMatter() throws {
    for text in ["TBD", "\"?\"", "N/A", "none", "\"[name]\"", "To be confirmed", "\"—\""] {
      let change = try readSampleChange(
        "---\nrequester: \(text)\npost_mortem: \(text)\n---\n"
          + "## Change Request: A\n### Type\n[x] Normal\n")
      #expect(change.requester == nil && change.postMortem == nil, "\(text)")
      #expect(
        change.problems.map(\.kind).map { kind in
          if case .notAnswered(let key, _) = kind { key } else { "\(kind)" }
        } == ["requester", "post_mortem"], "\(text)")
    }
    let change = try readSampleChange(
      "---\ncaused_incidents: none\nreview: {notes: none}\n---\n# A\n## Type\n[x] Normal\n")
    #expect(change.causedIncidents.isEmpty && change.problems.isEmpty)
    #expect(change.review?.notes?.value == "none")
  }
}
