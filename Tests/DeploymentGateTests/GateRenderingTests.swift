import Calendar
import Chronology
import Configuration
import DeploymentGate
import Findings
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

/// The gate's answer as text and as JSON.
@Suite struct GateRenderingTests {
  static func text(_ report: GateReport) -> String {
    String(decoding: renderGateText(report), as: UTF8.self)
  }

  static func json(_ report: GateReport) -> String {
    let policy = SourceFile(path: "content/policy/v1.md", text: "# A policy\n")
    let evidence = GateEvidence(
      program: "1.0", asOf: report.interval.start, revision: "4f2a91c00000", record: nil,
      policies: [readPolicy(policy, settings: Settings())], files: [policy])
    return String(
      decoding: renderGateJSON(GateAnswer(report: report, evidence: evidence)), as: UTF8.self)
  }

  @Test func writesEveryKeyOfTheDocument() throws {
    let report = try GateVersionTests.answer("2026-03-09T05:30Z", for: 2700)
    #expect(
      Self.json(report) == """
        {
          "as_of": "2026-03-09T05:30:00Z",
          "at": "2026-03-09T05:30:00Z",
          "because": [
            {
              "clause": "8.1",
              "end": "2026-03-09T06:00:00Z",
              "file": "content/policy/v1.md",
              "kind": "too-long",
              "line": 157,
              "name": "Low-traffic",
              "policy": {
                "clause": "8.1",
                "file": "content/policy/v1.md",
                "line": 157
              },
              "start": "2026-03-09T02:00:00Z",
              "text": "Low-traffic, 02:00-06:00: Significant changes; too short for 45 min, it closes at 06:00"
            }
          ],
          "categories": [],
          "change": null,
          "files": [
            {
              "path": "content/policy/v1.md",
              "sha256": "797504511390ec913e02eb0bcdcc667e310d2344b60f06481e51f37e33910975"
            }
          ],
          "for": 2700,
          "incidents": [],
          "next": {
            "end": "2026-03-10T04:00:00Z",
            "start": "2026-03-10T00:00:00Z",
            "window": "Night"
          },
          "policies": [
            {
              "effective": null,
              "file": "content/policy/v1.md",
              "id": null,
              "sha256": "797504511390ec913e02eb0bcdcc667e310d2344b60f06481e51f37e33910975",
              "version": null
            }
          ],
          "program": "1.0",
          "record": null,
          "revision": "4f2a91c00000",
          "risk": "High",
          "schema": "changebook.gate/2",
          "state": "closed",
          "systems": [
            "rpc"
          ],
          "type": "Normal",
          "until": "2026-03-09T06:00:00Z"
        }

        """)
  }

  @Test func writesNullForWhatDoesNotEndAndIsNotKnown() throws {
    let freeze = "---\nname: Open\nfrom: 2026-03-01T00:00Z\n---\n"
    let json = Self.json(try GateVersionTests.answer("2026-03-09T03:00Z", freezes: [freeze]))
    #expect(json.contains("\"end\": null"))
    #expect(json.contains("\"next\": null"))
    #expect(json.contains("\"until\": null"))
    let unknown = GateSubject(type: "Normal")
    #expect(
      Self.json(try GateVersionTests.answer("2026-03-09T15:00Z", subject: unknown))
        .contains("\"systems\": null"))
  }

  @Test func keepsNamesFromMovingTheCursor() throws {
    let freeze = "---\nname: \"Sum\\u001b[2Jmit\\u202e\"\nfrom: 2026-03-01T00:00Z\n---\n"
    let subject = GateSubject(type: "Normal", risk: "High", systems: ["rpc\u{1B}[31m\n"])
    let text = Self.text(
      try GateVersionTests.answer("2026-03-09T03:00Z", subject: subject, freezes: [freeze]))
    #expect(!text.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.split(separator: "\n").count <= 3)
  }

  @Test func coloursTheStateAlone() throws {
    let report = try GateVersionTests.answer("2026-03-09T03:00Z")
    let coloured = String(decoding: renderGateText(report, style: .coloured), as: UTF8.self)
    #expect(coloured == "\u{1B}[1;32mopen\u{1B}[0m" + Self.text(report).dropFirst(4))
  }

  @Test func writesTimesInTheZoneOfThePolicy() throws {
    let policy = readPolicy(
      SourceFile(
        path: "content/policy/p.md",
        text: FullPolicy.text.replacing("Time (UTC)", with: "Time (Europe/Zurich)")),
      settings: Settings())
    let book = CalendarBook(
      try #require(PolicyBook([policy])), freezes: [], incidents: [], settings: Settings())
    let start = try #require(InstantText.read("2026-07-09T03:59:30Z", in: .utc)).instant
    let report = GateQuestion(
      GateVersionTests.subject, over: Interval(start: start, end: start), by: book
    ).answer()
    let text = Self.text(report)
    #expect(text.hasPrefix("open  Normal, High risk, on rpc, at 2026-07-09 05:59:30 UTC+2\n"))
    #expect(text.hasSuffix("  closes   2026-07-09 06:00 UTC+2\n"))
  }
}
