import Records
import SourceText
import TestSupport
import Testing

/// What a record says in a second place is read as well, and never passed over.
@Suite struct ContradictionTests {
  private static let head = "---\ntype: Normal\nrisk: Low\nsystems: [docs]\n---\n"
  private static let title = "## Change Request: A\n"

  static let contradictions = [
    // A second front matter.
    "---\ntype: Emergency\n---\n", "\n---\nsystems:\n  - rpc-gateway\n---\n",
    "\n---\noutcome: rejected\n---\n",
    // Second sections of one name, and two names in one.
    "### Type\n[x] Normal\n\n### Type\n[x] Emergency\n",
    "### Type\n[x] Normal\n\n### Type\n[x] Normal [x] Emergency\n",
    "### Type\n[x] Normal [x] Emergency\n\n### Type\n[x] Normal\n", "### Type\nNormal\nEmergency\n",
    "### Risk Level\nLow\n\n### Risk\nHigh\n", "### Risk Level\nLow, High\n",
    "### Risk Level\nLow\n\nHigh\n", "### Type\nNormal (Emergency)\n",
    "## Change Request: Another one\n",
    // Other systems.
    "### Impact Assessment\n- **Systems affected:**\n  - docs\n  - rpc-gateway\n",
    "### Impact Assessment\n- **Systems affected:** docs\n- **Systems affected:** rpc-gateway\n",
    "### Impact Assessment\n- **Systems affected:** docs (rpc-gateway)\n",
    "### Impact Assessment\n- **Systems affected:** docs<br>rpc-gateway\n",
    "### Impact Assessment\n- **Systems affected:** docs,\n  rpc-gateway\n",
    "### Impact\n**Systems affected:** docs\n\n### Impact Assessment\n**Systems affected:** api\n",
    // An end.
    "### Outcome\nRejected by the board.\n", "**Status:** cancelled\n", "### Decision\nOn hold.\n",
    "### Status of the change\nWithdrawn\n", "**Decision:** not approved\n",
    "### Outcome\nFailed\n", "### Outcome\nsuccessful\n", "- Status: Cancelled\n",
    "### Summary\nText.\n\n**Status:** rejected\n", "| Status | rejected |\n|---|---|\n| A | b |\n",
    "**Status:** pending approval\n",
  ]

  static let harmless = [
    "", "### Type\n[x] Normal\n", "### Type\nNormal (as agreed)\n",
    "### Risk Level\nLow: no outage\n",
    "### Impact Assessment\n- **Systems affected:** docs, six pages in two languages\n",
    "### Impact Assessment\n- **Systems affected:** docs (the pages)\n",
    "### Impact Assessment\n- **Systems affected:**\n  - docs\n", "***\n\nSome text.\n",
    "### Outcome\nAll pages were rebuilt.\n", "**Status:** ready\n",
    "---\n\nA line: with a colon.\n",
    "### Risk Assessment\nNothing depends on it.\n\n### Risk Level\nLow\n",
  ]

  @Test(arguments: contradictions)
  func areReported(_ text: String) throws {
    let change = try readSampleChange(Self.head + Self.title + "Words.\n\n" + text)
    #expect(!change.problems.isEmpty)
  }

  @Test(arguments: harmless)
  func areNotSeenWhereThereAreNone(_ text: String) throws {
    let change = try readSampleChange(Self.head + Self.title + "Words.\n\n" + text)
    #expect(change.problems.isEmpty)
  }

  @Test(arguments: [
    "status: rejected", "decision: declined", "status: failed", "cancelled: true", "on_hold: yes",
    "phase: rejected",
  ])
  func areSeenInKeysThatNobodyReads(_ key: String) throws {
    let change = try readSampleChange("---\ntype: Normal\n\(key)\n---\n" + Self.title)
    #expect(!change.problems.isEmpty)
    let ended = try readSampleChange(
      "---\ntype: Normal\n\(key)\noutcome: rejected\n---\n" + Self.title)
    #expect(!ended.problems.contains { $0.kind.isAbout("outcome") })
  }
}

extension ReadingProblem.Kind {
  fileprivate func isAbout(_ key: String) -> Bool {
    if case .unreadableValue(let written, _, _) = self { written == key } else { false }
  }
}
