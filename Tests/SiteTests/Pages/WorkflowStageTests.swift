import Chronology
import Records
import TestSupport
import Testing

@testable import Site

@Suite struct WorkflowStageTests {
  private func stage(_ text: String, asOf: String = "2026-04-15T12:00Z") throws -> String {
    let site = try RenderedSite(changes: [text], asOf: asOf)
    let page = site["changes/index.html"]
    return page.range("data-stage=\"", "\"")
  }

  @Test func followsWhatIsOnRecord() throws {
    let normal = SampleRecords.normal
    #expect(try stage(normal.text) == "closed")
    #expect(try stage(normal.without("closed").text) == "verifying")
    #expect(try stage(normal.without("closed", "deployed", "outcome").text) == "in progress")
    let waiting = normal.without("closed", "deployed", "outcome", "started")
    #expect(try stage(waiting.text) == "scheduled")
    #expect(try stage(waiting.without("scheduled").text) == "approved")
  }

  @Test func aRollbackSaysMoreThanTheClosing() throws {
    let text = SampleRecords.normal.replacing(
      with: "---\noutcome: rolled-back\nrollback: {at: 2026-03-09T03:00Z}\n---\n"
    ).text
    #expect(try stage(text) == "rolled back")
  }

  @Test func whatLiesAheadHasNotHappened() throws {
    let text = SampleRecords.normal.without("outcome").text
    #expect(try stage(text, asOf: "2026-01-20T00:00Z") == "scheduled")
  }
}
