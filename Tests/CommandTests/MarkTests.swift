import Foundation
import TestSupport
import Testing

/// `changebook mark`.
@Suite struct MarkTests {
  private static let path = "content/changes/CHG-2026-0001.md"

  private static func record(_ facts: String) -> String {
    """
    ---
    # Kept as it is
    id:   CHG-2026-0001
    type: Normal
    risk: Low
    requester: '@ann'
    requested: 2026-03-01T09:00Z
    \(facts)---
    ## Change Request: A change
    """
  }

  private func mark(
    _ arguments: [String], in site: GateSite, asOf: String = "2026-03-20T00:00Z"
  ) throws -> Program.Run {
    try Program.run(
      ["mark", "CHG-2026-0001"] + arguments + ["--as-of", asOf], in: site.folder.url)
  }

  private func bytes(_ site: GateSite) throws -> [UInt8] {
    Array(try Data(contentsOf: site.folder.url.appending(path: Self.path)))
  }

  private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split(separator: 0x0A) }

  /// Whether lines are all there, in order, with others between them.
  private func isSubsequence(_ lines: [ArraySlice<UInt8>], of others: [ArraySlice<UInt8>]) -> Bool {
    var rest = others[...]
    for line in lines {
      guard let index = rest.firstIndex(of: line) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }

  /// The way of a change from its request to its end.
  private static let way: [[String]] = [
    ["reviewed", "--by", "@bob", "--at", "2026-03-02T10:00Z"],
    ["approved", "--by", "@cab", "--at", "2026-03-03T10:00Z"],
    ["scheduled", "--at", "2026-03-09T02:00Z/2026-03-09T04:00Z"],
    ["started", "--at", "2026-03-09T02:05Z", "--by", "@cy"],
    ["deployed", "--at", "2026-03-09T02:40Z"],
    ["closed", "--at", "2026-03-10T09:00Z", "--outcome", "successful"],
    ["review-held", "--at", "2026-03-11T09:00Z", "--by", "@dan", "--reason", "It went: well"],
  ]

  @Test(arguments: ["\n", "\r\n"], [false, true])
  func everyStepEditsItsKeysAlone(_ end: String, _ hasMark: Bool) throws {
    let site = try GateSite()
    let text = (hasMark ? "\u{FEFF}" : "") + Self.record("").replacing("\n", with: end)
    try site.folder.write(text, to: Self.path)
    var before = try bytes(site)
    for step in Self.way {
      let ran = try mark(step, in: site)
      #expect(ran.status == 0 && ran.output == Self.path + "\n", "\(step) \(ran.diagnostics)")
      let after = try bytes(site)
      #expect(isSubsequence(lines(before), of: lines(after)), "\(step)")
      let text = String(decoding: after, as: UTF8.self)
      #expect(
        end == "\n"
          || text.unicodeScalars.count { $0 == "\n" }
            == text.unicodeScalars.count { $0 == "\r" }
      )
      // The same again changes nothing.
      let again = try mark(step, in: site)
      #expect(again.status == 0 && again.output.isEmpty)
      #expect(try bytes(site) == after)
      before = after
    }
    let shown = String(decoding: before, as: UTF8.self)
    #expect(shown.contains("id:   CHG-2026-0001") && shown.contains("# Kept as it is"))
    #expect(shown.contains("by: '@bob'") && shown.contains("implementer: '@cy'"))
    let check = try Program.run(
      ["check", "--format", "json", "--as-of", "2026-03-20T00:00Z"], in: site.folder.url)
    #expect(!check.output.contains("\"severity\": \"error\""))
  }

  @Test(arguments: [
    ("", ["started"], "is requested: it starts when it is approved"),
    ("", ["deployed"], "is requested: it has not started"),
    ("", ["closed", "--outcome", "successful"], "is requested: it has not started"),
    ("", ["rolled-back"], "is requested: it has not started"),
    ("started: 2026-03-09T02:05Z\n", ["cancelled"], "is in progress: it has started"),
    ("started: 2026-03-09T02:05Z\n", ["approved", "--by", "@cab"], "is in progress: it started"),
    (
      "started: 2026-03-09T02:05Z\n", ["started", "--at", "2026-03-09T02:06Z"],
      "`started` is 2026-03-09T02:05Z already"
    ),
    (
      "started: 2026-03-09T02:05Z\n", ["deployed", "--at", "2026-03-09T02:04Z"],
      "is before it was started"
    ),
    (
      "started: 2026-03-09T02:05Z\noutcome: failed\nclosed: 2026-03-09T05:00Z\n",
      ["rolled-back"], "its outcome is failed already"
    ),
    ("", ["resolved"], "only incidents are resolved"),
  ])
  func whatTheStageDoesNotAllowIsRefused(
    _ facts: String, _ step: [String], _ words: String
  ) throws {
    let site = try GateSite([Self.path: Self.record(facts)])
    let before = try bytes(site)
    let ran = try mark(step, in: site)
    #expect(ran.status == 2 && ran.diagnostics.contains(words), "\(ran.diagnostics)")
    #expect(try bytes(site) == before)
  }

  @Test(arguments: [
    (["aproved", "--by", "@cab"], "did you mean approved?"),
    (["approved"], "--by is needed"),
    (["started", "--outcome", "failed"], "--outcome says nothing about `started`"),
    (["approved", "--by", "@cab", "--role", "cabb"], "did you mean cab?"),
    (["approved", "--by", "@cab", "--at", "2026-04-01T00:00Z"], "lies ahead"),
    (["scheduled", "--at", "2026-03-09"], "is not a planned time"),
  ])
  func wrongUsageNamesWhatIsWrong(_ step: [String], _ words: String) throws {
    let site = try GateSite([Self.path: Self.record("")])
    let before = try bytes(site)
    let ran = try mark(step, in: site)
    #expect(ran.status == 64 && ran.diagnostics.contains(words), "\(ran.diagnostics)")
    #expect(try bytes(site) == before)
  }

  @Test func rightsOfTheFileStay() throws {
    let site = try GateSite([Self.path: Self.record("")])
    let file = site.folder.url.appending(path: Self.path).path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(try mark(["reviewed", "--by", "@bob"], in: site).status == 0)
    let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(rights == 0o640)
  }

  @Test func whyItWasCalledOffStandsInItsText() throws {
    let site = try GateSite([Self.path: Self.record("")])
    #expect(try mark(["cancelled", "--reason", "*Not* needed"], in: site).status == 0)
    let text = String(decoding: try bytes(site), as: UTF8.self)
    #expect(text.contains("outcome: cancelled\n"))
    #expect(text.hasSuffix("## Outcome\n\n\\*Not\\* needed\n"))
  }
}
