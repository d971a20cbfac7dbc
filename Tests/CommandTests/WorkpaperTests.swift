import Foundation
import TestSupport
import Testing

/// Workpapers have a tick only for what was tested.
@Suite struct WorkpaperTests {
  /// What may be wrong with a record, and what its workpaper then says.
  private enum Fault: CaseIterable {
    case none, untested, anonymous, own, unreadable, undated, nobody

    var record: ExampleRecord {
      switch self {
      case .none: SampleRecords.normal
      case .untested: SampleRecords.normal.withoutSections("Testing Evidence")
      case .anonymous: SampleRecords.normal.without("requester")
      case .own:
        SampleRecords.normal.replacing(with: "---\nrequester: \"@runtime-lead\"\n---")
      case .unreadable: SampleRecords.normal.replacing(with: "---\nclosed: yesterday\n---")
      case .undated:
        SampleRecords.normal.replacing(
          with: """
            ---
            approvals:
              - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
              - {role: technical, by: "@rpc-reviewer"}
              - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
            ---
            """)
      case .nobody: SampleRecords.normal.without("approvals")
      }
    }

    /// The attributes that are told by the record alone.
    var expected: [String: String] {
      switch self {
      case .none: ["b": "met", "d": "met", "e": "met"]
      case .untested: ["b": "met", "d": "met", "e": "missed"]
      case .anonymous, .undated, .nobody: ["b": "met", "d": "open", "e": "met"]
      case .own: ["b": "met", "d": "missed", "e": "met"]
      case .unreadable:
        ["a": "missed", "b": "open", "c": "open", "d": "open", "e": "open", "f": "open"]
      }
    }
  }

  private func pack(_ repository: TestRepository, _ more: String...) throws -> [String: [String]] {
    let output = repository.folder.url.appending(path: "pack-\(UUID().uuidString)").path
    let run = try Program.run(
      [
        "audit", "--root", repository.root, "--as-of", "2026-05-01T00:00Z", "--output", output,
      ] + (more.isEmpty ? ["--quarter", "2026-Q1"] : more),
      in: repository.folder.url,
      environment: ["HOME": repository.root, "PATH": "/usr/bin:/bin"])
    #expect(run.status == 0, "\(run.diagnostics)")
    let text = try String(
      contentsOf: URL(filePath: output).appending(path: "sample.csv"), encoding: .utf8)
    return Dictionary(
      text.split(separator: "\r\n").dropFirst().map { row in
        let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return (fields[0], Array(fields.suffix(8)))
      }, uniquingKeysWith: { first, _ in first })
  }

  private func verdict(_ row: [String]?, _ letter: String) -> String? {
    ["a", "b", "c", "d", "e", "f", "g", "h"].firstIndex(of: letter).flatMap { row?[$0] }
  }

  @Test(arguments: 0..<4)
  func whatNobodyCouldTestHasNoTick(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let repository = try TestRepository()
    var faults: [String: Fault] = [:]
    for number in 1...10 {
      let id = "CHG-2026-00\(number + 10)"
      let fault = Fault.allCases[(number + random.below(7)) % Fault.allCases.count]
      faults[id] = fault
      try repository.write(
        fault.record.replacing(with: "---\nid: \(id)\n---").text, to: "content/changes/\(id).md")
    }
    let rows = try pack(repository)
    #expect(rows.count == faults.count)
    for (id, fault) in faults.sorted(by: { $0.key < $1.key }) {
      for (letter, expected) in fault.expected.sorted(by: { $0.key < $1.key }) {
        #expect(verdict(rows[id], letter) == expected, "\(fault) \(letter)")
      }
      // Nothing is committed, and there is no log.
      #expect(verdict(rows[id], "g") == "open")
      #expect(verdict(rows[id], "h") == "open")
    }
  }

  /// H asks git, whether the settings let rules go by it, and whether the record is there.
  @Test func keptAsItWasApproved() throws {
    let repository = try TestRepository()
    let (id, other) = ("CHG-2026-0042", "CHG-2026-0043")
    let asked = SampleRecords.normal.without("started", "deployed", "outcome", "closed")
    try repository.write(asked.without("approvals").text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    let first = "  - {role: technical, by: \"@runtime-lead\", at: 2026-03-04T10:00Z}"
    try repository.write(asked.replacing(with: "---\napprovals:\n\(first)\n---").text)
    try repository.commit("Approve", by: "lead", at: "2026-03-04T10:05:00Z")
    try repository.write(asked.text)
    try repository.commit("Approve", by: "reviewer", at: "2026-03-06T13:05:00Z")
    try repository.write(SampleRecords.normal.text)
    try repository.commit("Close", by: "oncall", at: "2026-03-09T12:00:00Z")
    try repository.write(
      SampleRecords.normal.replacing(with: "---\nid: \(other)\n---").text,
      to: "content/changes/\(other).md")
    let rows = try pack(repository)
    #expect(verdict(rows[id], "h") == "met")
    #expect(verdict(rows[other], "h") == "open")
    for use in ["shown", "off"] {
      try repository.write("history: \(use)\n", to: "changebook.yml")
      let rows = try pack(repository)
      #expect(verdict(rows[id], "h") == "open", "\(use)")
    }
  }

  /// A deployment on the other side of the period's end is the change's own.
  @Test func deployedAcrossTheEndOfThePeriod() throws {
    let repository = try TestRepository()
    for (id, deployed) in [("CHG-2026-0042", "01T00:10Z"), ("CHG-2026-0043", "05T00:10Z")] {
      try repository.write(
        SampleRecords.normal.replacing(
          with: "---\nid: \(id)\nstarted: 2026-03-31T23:00Z\ndeployed: 2026-04-\(deployed)\n---"
        ).without("closed").text, to: "content/changes/\(id).md")
    }
    try repository.write(
      """
      {"id": "1", "environment": "production", "record": "CHG-2026-0042", "finished": "2026-03-31T23:55Z"}
      {"id": "2", "environment": "staging", "finished": "2026-04-20T00:00Z"}

      """, to: "content/deployments/a.jsonl")
    let rows = try pack(repository, "--month", "2026-04")
    #expect(verdict(rows["CHG-2026-0042"], "g") == "met")
    #expect(verdict(rows["CHG-2026-0043"], "g") == "missed")
  }
}
