import Foundation
import TestSupport
import Testing

@Suite struct CheckTests {
  @Test func isSilentAndCleanOnCleanRecords() throws {
    let folder = try BuildTests.site()
    let run = try Program.run(["check"], in: folder.url)
    #expect(run.status == 0, "\(run.output)\(run.diagnostics)")
  }

  @Test func failsOnABreachAndNamesPlaceRowAndMend() throws {
    let folder = try BuildTests.site()
    let broken = BuildTests.record.split(separator: "\"@reader\"").joined(separator: "\"@author\"")
    try folder.write(broken, to: "content/changes/CHG-2026-0001.md")
    let run = try Program.run(["check", "content/changes/CHG-2026-0001.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.output.contains("content/changes/CHG-2026-0001.md:8:27: breach[CB304]"), "\(run.output)")
    #expect(run.output.contains("help:"))
    let other = try Program.run(["check", "content/changes/CHG-2026-0002.md"], in: folder.url)
    #expect(other.status == 0)
    let never = try Program.run(["check", "--fail-on", "never"], in: folder.url)
    #expect(never.status == 0)
  }

  @Test func writesFindingsAsJSON() throws {
    let folder = try BuildTests.site()
    let broken = BuildTests.record.split(separator: "outcome: successful").joined(
      separator: "outcome: odd")
    try folder.write(broken, to: "content/changes/CHG-2026-0001.md")
    let run = try Program.run(["check", "--format", "json"], in: folder.url)
    #expect(run.status == 1)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(document?["schema"] as? String == "changebook.findings/2")
    let findings = document?["findings"] as? [[String: Any]]
    #expect(findings?.first?["code"] as? String == "CB104")
    #expect(findings?.first?["record"] as? String == "CHG-2026-0001")
  }

  @Test func cannotWriteToAFullDevice() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let folder = try BuildTests.site()
    let run = try Program.run(["policy"], in: folder.url, output: full)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("cannot write the output"))
  }
}
