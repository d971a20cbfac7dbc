import Foundation
import TestSupport
import Testing

/// Text as people write it, on the pages of a whole site.
@Suite struct WrittenTextTests {
  /// A picture of one pixel.
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
    + [0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0]

  private static let text = """
    # How to

    <a name="Start-here"></a>[a](my%20page.md) [b](../changes/CHG-2026-0002.md#Rollback-plan)
    [c](sub/) [d](./sub?x=1#DEEP) [e](#start-here) [f](../changes/CHG-2026-0002.md#testing-evidence)
    [g](../incidents/INC-2026-001.md#what-we-saw) [h](../policy/POL-TEST-001.md) [i](big%20picture.PNG)

    [j](../changes/) [k](/content/freezes/summit.md#why) [l](../policy)

    | A |
    |---|
    | a<br>b[^1] |

    > [!WARNING]
    > Careful: CHG-2026-0001, INC-2026-001 and CHG-2026-9999.

    <details>
    <summary>More</summary>

    ![A plan](big%20picture.PNG) ![Far](https://example.org/a.png)

    </details>

    [^1]: The note, with `CHG-2026-0001`.
    """

  private static func site() throws -> TemporaryFolder {
    let folder = try BuildTests.site()
    try folder.write(text, to: "content/guide/how.md")
    try folder.write("# My page\n", to: "content/guide/my page.md")
    try folder.write(
      "# Sub\n\n## Deep\n\n[up](../how.md#START-HERE)\n", to: "content/guide/sub/README.md")
    try folder.write(
      "---\nid: INC-2026-001\nseverity: low\nsystems: [web]\nstarted: 2026-03-01T00:00Z\nresolved: 2026-03-01T01:00Z\n---\n# Down\n\n## What we saw\n\nCHG-2026-0003[^n]\n\n[^n]: Note\n",
      to: "content/incidents/INC-2026-001.md")
    try folder.write(
      """
      ---
      name: Summit
      from: 2026-06-09T00:00Z
      to: 2026-06-12T00:00Z
      systems: [all]
      ---
      # Summit

      ## Why

      [here](#why)
      """, to: "content/freezes/summit.md")
    let plan =
      "\n### Rollback plan\n1. Back to CHG-2026-0001[^r]\n\n[^r]: With [care](CHG-2026-0003.md#rollback-plan)."
    for id in ["CHG-2026-0002", "CHG-2026-0003"] {
      let record = BuildTests.record.split(separator: "CHG-2026-0001").joined(separator: id)
      try folder.write(record + plan + "\n", to: "content/changes/\(id).md")
    }
    try Data(png).write(to: folder.url.appending(path: "content/guide/big picture.PNG"))
    return folder
  }

  @Test func isWholeOnItsPages() throws {
    let folder = try Self.site()
    let built = try Program.run(
      ["build", "--output", "site", "--as-of", "2026-04-15T12:00Z"], in: folder.url)
    #expect(built.status == 0, "\(built.diagnostics)")
    let files = try folder.files(below: "site")
    #expect(PageInvariants.faults(in: files) == [])
    let page = String(decoding: try #require(files["guide/how.html"]), as: UTF8.self)
    for part in [
      "href=\"../changes/CHG-2026-0002.html#text-rollback-plan\"", "href=\"#text-Start-here\"",
      "href=\"sub/README.html#text-deep\"", "href=\"../changes/CHG-2026-0002.html#evidence\"",
      "href=\"../incidents/INC-2026-001.html#text-what-we-saw\"", "a<br>b<sup",
      "href=\"../changes/index.html\"", "href=\"../calendar/freezes/summit.html#text-why\"",
      "href=\"../policy/index.html\"",
      "href=\"../changes/CHG-2026-0001.html\">CHG-2026-0001</a>", "<code>CHG-2026-0001</code>",
      "href=\"../incidents/INC-2026-001.html\">INC-2026-001</a>", "and CHG-2026-9999.",
      "<summary>More</summary>", "alert-warning", "width=\"40\" height=\"30\"",
      "src=\"../images/guide/big~20picture.png\"", "href=\"https://example.org/a.png\"",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(files["images/guide/big~20picture.png"] == Self.png)
    let record = String(decoding: try #require(files["changes/CHG-2026-0002.html"]), as: UTF8.self)
    #expect(record.contains("CHG-2026-0003.html#text-rollback-plan\">care"))
    #expect(!record.contains("[^r]"))
    let checked = try Program.run(["check", "--as-of", "2026-04-15T12:00Z"], in: folder.url)
    #expect(!checked.output.contains("CB801"), "\(checked.output)")
  }

  @Test func isReportedWhereItLeadsNowhere() throws {
    let folder = try BuildTests.site()
    let faults = [
      ("![a](nope.png)", "no such file"), ("![a](text.png)", "not an image"),
      ("![a](../../changebook.png)", "not in the content folder"), ("![a](big.png)", "bytes"),
      ("![a](active.svg)", "<script>"), ("![a](link.png)", "symbolic link"),
      ("![a](.hidden.png)", "not in the content folder"), ("[a](nope%20page.md)", "leads nowhere"),
      ("[a](sub/)", "leads nowhere"), ("[a](#nope)", "leads nowhere"),
      ("![a](//evil.example/a.png)", "not published"), ("![a](javascript:x)", "not published"),
    ]
    try folder.write(
      "# A\n\n" + faults.map { "\($0.0)\n" }.joined(), to: "content/guide/a.md")
    try folder.write("a", to: "content/guide/text.png")
    try folder.write("<svg><script>x</script></svg>", to: "content/guide/active.svg")
    for path in ["changebook.png", "content/guide/.hidden.png", "content/guide/b.png"] {
      try Data(Self.png).write(to: folder.url.appending(path: path))
    }
    try Data(Self.png + [UInt8](repeating: 0, count: 5 << 20)).write(
      to: folder.url.appending(path: "content/guide/big.png"))
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "content/guide/link.png"),
      withDestinationURL: folder.url.appending(path: "content/guide/b.png"))
    let checked = try Program.run(["check", "--as-of", "2026-04-15T12:00Z"], in: folder.url)
    let lines = checked.output.split(separator: "\n")
    for (index, fault) in faults.enumerated() {
      #expect(
        lines.contains { $0.contains("guide/a.md:\(index + 3):") && $0.contains(fault.1) },
        "\(fault): \(checked.output)")
    }
    let built = try Program.run(
      ["build", "--output", "site", "--as-of", "2026-04-15T12:00Z"], in: folder.url)
    #expect(built.status == 0)
    let files = try folder.files(below: "site")
    #expect(!files.keys.contains { $0.hasPrefix("images/") })
    #expect(PageInvariants.faults(in: files) == [])
  }
}
