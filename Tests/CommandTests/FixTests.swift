import Foundation
import TestSupport
import Testing

/// `changebook check --fix`.
@Suite struct FixTests {
  private static let path = "content/changes/CHG-2026-0001.md"
  private static let asOf = ["--as-of", "2026-03-20T00:00Z"]

  private static func record(_ front: String, _ body: String = "") -> String {
    "---\nid: CHG-2026-0001\n\(front)---\n## Change Request: A change\n\(body)"
  }

  private func check(_ site: GateSite, _ arguments: [String]) throws -> Program.Run {
    try Program.run(["check"] + arguments + Self.asOf, in: site.folder.url)
  }

  private func text(_ site: GateSite) throws -> String {
    // A byte order mark is kept.
    String(
      decoding: try Data(contentsOf: site.folder.url.appending(path: Self.path)), as: UTF8.self)
  }

  @Test(arguments: [
    ("typ: Normal\n", "type: Normal\n"),
    ("'requestr': \"@ann\"\n", "requester: \"@ann\"\n"),
    ("type: Norml # soon\n", "type: Normal # soon\n"),
    ("type: 'Norml'\n", "type: 'Normal'\n"),
    ("risk: Hihg\n", "risk: High\n"),
    ("outcome: succesful\n", "outcome: successful\n"),
    ("requester: @ann\n", "requester: \"@ann\"\n"),
    ("title: One: two\nowner: @bob # hers\n", "title: \"One: two\"\nowner: \"@bob\" # hers\n"),
    (
      "approvals:\n  - {role: cab, by: @cab, at: 2026-03-02T09:15Z}\n",
      "approvals:\n  - {role: cab, by: \"@cab\", at: 2026-03-02T09:15Z}\n"
    ),
  ])
  func whatMendsItselfIsMendedInItsPlace(_ wrong: String, _ right: String) throws {
    for end in ["\n", "\r\n"] {
      let site = try GateSite()
      try site.folder.write(
        "\u{FEFF}" + Self.record(wrong).replacing("\n", with: end), to: Self.path)
      let ran = try check(site, ["--fix"])
      #expect(ran.output.contains("mended \(Self.path):"), "\(ran.output)")
      let mended = "\u{FEFF}" + Self.record(right).replacing("\n", with: end)
      let once = try text(site)
      #expect(once.utf8.starts(with: mended.utf8), "\(once)")
      let again = try check(site, ["--fix"])
      #expect(!again.output.contains("mended"))
      #expect(try text(site) == once)
    }
  }

  @Test(arguments: [
    ("### Sumary\nText\n", "### Summary\nText\n"),
    ("###Summary\n\nText\n", "### Summary\n\nText\n"),
    ("###\u{A0}Summary\n\nText\n", "### Summary\n\nText\n"),
  ])
  func headingsAreMended(_ wrong: String, _ right: String) throws {
    let site = try GateSite([Self.path: Self.record("type: Standard\nrisk: Low\n", wrong)])
    _ = try check(site, ["--fix"])
    #expect(try text(site).hasPrefix(Self.record("type: Standard\nrisk: Low\n", right)))
  }

  @Test func missingSectionsAreAddedEmpty() throws {
    let site = try GateSite([Self.path: Self.record("type: Normal\nrisk: Low\n", "### Summary\nA")])
    let ran = try check(site, ["--fix"])
    #expect(ran.status == 1 && ran.output.contains("Justification is empty"))
    let text = try text(site)
    #expect(
      text.contains(
        "### Summary\nA\n\n### Justification\n<!-- Why it happens -->\n\n### Impact\n"))
    #expect(text.contains("\n### Rollback Plan\n"))
    #expect(!ran.output.contains("is missing"))
  }

  @Test(arguments: [
    "aprovals:\n  - {role: cab, by: \"@cab\", at: 2026-03-02T09:15Z}\n",
    "approvals:\n  - {rol: cab, by: \"@cab\", at: 2026-03-02T09:15Z}\n",
    "approvals:\n  - {role: cabb, by: \"@cab\", at: 2026-03-02T09:15Z}\n",
    "requested: 2026-03-02T09:15\n", "requested: soon\n", "type: Something\n",
  ])
  func factsAndApprovalsAreNeverMade(_ front: String) throws {
    let site = try GateSite([Self.path: Self.record(front)])
    _ = try check(site, ["--fix"])
    #expect(try text(site).hasPrefix(Self.record(front)))
  }

  @Test func aLogOfSARIFHasTheEdits() throws {
    let site = try GateSite([Self.path: Self.record("typ: Normal\n")])
    let before = try text(site)
    let ran = try check(site, ["--format", "sarif"])
    #expect(ran.output.contains("\"fixes\"") && ran.output.contains("\"insertedContent\""))
    #expect(ran.output.contains("\"text\": \"type\""))
    #expect(try text(site) == before)
  }
}
