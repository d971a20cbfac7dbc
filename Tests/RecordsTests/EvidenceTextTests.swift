import Records
import SourceText
import TestSupport
import Testing

@Suite struct EvidenceTextTests {
  private func levels(_ box: String) throws -> [String] {
    try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Testing Evidence\n- [x] \(box)\n"
    ).evidence.map(\.level.value)
  }

  @Test(arguments: [
    "Integration tests failed", "Integration tests: failed", "Integration tests: skipped",
    "Integration tests (skipped)", "Integration tests not run", "Integration tests: not run yet",
    "Integration tests – pending", "Integration tests: N/A", "Integration tests: none",
    "Integration tests: TODO", "Integration tests were not executed", "Integration: 2 failed",
    "Integration tests: 312 passed, 1 failed", "Integration tests pass: failed",
    "Integration tests pass - skipped", "~~Integration tests pass~~",
    "Integration tests didn't run",
    "Integration tests ❌", "Integration tests: will run on Monday", "Integration tests to be run",
    "Integration tests: in progress", "Integration tests: partially", "Integration tests failing",
    "no Integration tests were run",
    "Integration tests: failed on node 3",
  ])
  func isNoneWhereItSaysSo(_ box: String) throws { #expect(try levels(box).isEmpty) }

  @Test(arguments: [
    "Integration tests pass", "Integration tests: 0 failed", "Integration tests: no failures",
    "Integration tests: none failed", "Integration: failed over successfully",
    "Integration tests pass: failed logins are locked out",
    "Integration tests: 312 passed, 2 skipped",
    "Integration tests pass: with Redis killed under load", "Integration tests did not fail",
    "Integration tests: 96 of 96", "Integration tests pass (no test failed)",
    "Integration: ci/4711",
    "Integration tests: 0 of 312 tests failed", "Integration tests, without a failure",
  ])
  func isThereForWhatWasTested(_ box: String) throws { #expect(try levels(box).count == 1) }

  @Test(arguments: [
    ("failed", 0), ("pending", 0), ("\"n/a\"", 0), ("none", 0), ("\"\"", 0), ("ci/4711", 1),
    ("https://ci.example.org/failed/12", 1), ("not run", 0), ("\"0 failed\"", 1), ("todo", 0),
  ])
  func holdsForFrontMatter(_ value: String, _ count: Int) throws {
    let change = try readSampleChange(
      "---\nevidence: {integration: \(value)}\n---\n## Change Request: A\n### Type\n[x] Normal\n")
    #expect(change.evidence.count == count)
  }
}
