import Records
import SourceText
import TestSupport
import Testing

/// What a record says of the commits and deployments that it is for, and of other systems.
@Suite struct DeliveryTests {
  private func change(_ keys: String) throws -> Change {
    try readSampleChange("---\ntype: Normal\n\(keys)\n---\n## Change Request: A\n")
  }

  @Test func areRead() throws {
    let change = try change(
      """
      delivers:
        - {repository: example/rpc, pull_request: 12, commits: [4f2a91c0d3b7], deployments: d-7}
        - artifact: registry.example/rpc@sha256:0a1b
      external: [OPS-7, "https://tracker.example/OPS-7"]
      """)
    #expect(change.problems.isEmpty, "\(change.problems.map(\.kind))")
    #expect(
      change.deliveries.map(\.texts) == [
        ["example/rpc", "pull request 12", "commit 4f2a91c0d3b7", "deployment d-7"],
        ["registry.example/rpc@sha256:0a1b"],
      ])
    #expect(change.external.map(\.value) == ["OPS-7", "https://tracker.example/OPS-7"])
  }

  @Test(arguments: [
    "delivers:\n  - {}", "delivers:\n  - {commits: [4f2a]}", "delivers:\n  - {commits: main}",
    "delivers:\n  - {branch: main}", "delivers: example/rpc",
  ])
  func whatIsNoneIsAProblem(_ keys: String) throws {
    #expect(!(try change(keys)).problems.isEmpty)
  }
}
