import Markdown
import SourceText
import Testing

@Suite struct UnsafeMarkupTests {
  /// Destinations as Markdown writes them. None may become an address.
  static let unsafe: [String] = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "<javascript:alert(1)>", "java&#10;script:x",
    "java&#x09;script:x", "java&NewLine;script:x", "java&Tab;script:x", "&#1;javascript:x",
    "&#106;avascript:x", "&#x6A;avascript:x", "javascript&colon;x", "javascript&#58;x",
    "&amp;#106;avascript:x", "javascript&amp;colon;x", "%6aavascript:x", "%6Aavascript%3Ax",
    "javascript%3Aalert(1)", "javascript%253Ax", "<java script:x>", "<&#32;javascript:x>",
    "vbscript:x", "data:text/html,x", "data:image/svg+xml;base64,x", "DATA:,x",
    "file:///etc/passwd",
    "ftp://a.example", "blob:x", "about:blank", "view-source:x", "xmpp:a@b.c", "urn:x", "x:y", ":x",
    "//evil.example", "/\\\\evil.example", "\\\\\\\\evil.example", "/%5Cevil.example",
    "%2f%2fevil.example",
    "//", "/&#9;/evil.example", "&#47;/evil.example", "http:evil", "http:/evil", "https:///evil",
    "http://", "https://#", "https:\\\\\\\\evil", "mailto:", "mailto:a@b.c%0Abcc:d",
    "&#xFF4A;avascript:x",
    "\u{200B}javascript:x", "\u{A0}javascript:x", "%00javascript:x", "a%0Ab", "&#8238;javascript:x",
  ]

  @Test(arguments: unsafe)
  func publishesNoAddressOf(destination: String) throws {
    for text in [
      "[a *b*](\(destination))", "![a b](\(destination))", "[a b]\n\n[a b]: \(destination)",
    ] {
      let rendered = renderHTML(markdown(text), options: HTMLOptions())
      let html = rendered.html.text
      checkTags(html)
      #expect(!html.contains("<a") && !html.contains("<img"))
      // Where Markdown itself makes no link of it, it is text and there is nothing to report.
      guard markdown(text).nodes.contains(where: \.kind.isLink) else { continue }
      let problem = try #require(rendered.problems.first)
      guard case .unsafeLink = problem.kind else {
        Issue.record("\(problem.kind)")
        continue
      }
      #expect(problem.place.start.line == 1)
      #expect(html == "<p>a b</p>\n" || html == "<p>a <em>b</em></p>\n")
    }
  }

  static let safe: [(String, LinkDestination.Kind)] = [
    ("https://example.org", .web), ("HTTP://example.org:80/a?b#c", .web), ("a.md", .relative),
    ("../changes/CHG-2026-0042.md#plan", .relative), ("/policy/", .relative), ("?q=a:b", .relative),
    ("a/b:c", .relative), ("#a:b", .fragment), ("#4.1;&x;", .fragment),
    ("mailto:ops@a.example", .mail),
    ("a%20b.md", .relative), ("größe.md", .relative), ("a?b&c;d", .relative),
    ("https://example.org/a%0Ab", .web), (".", .relative), ("a b", .relative),
  ]

  @Test(arguments: safe)
  func allows(destination: String, kind: LinkDestination.Kind) throws {
    #expect(try #require(LinkDestination(destination)).kind == kind)
  }

  @Test func writesWhatNoAddressHoldsWithPercentSigns() throws {
    let destination = try #require(LinkDestination("a b\"<>`{|}^%20ü'&.md"))
    #expect(destination.address == "a%20b%22%3C%3E%60%7B%7C%7D%5E%20ü'&.md")
  }

  /// Markup in every place where a record's text goes.
  static let markup: [String] = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "a <iframe src=\"x\"></iframe>", "<a href=\"javascript:x\">y</a>", "<!-- <b> -->", "<?php x ?>",
    "<![CDATA[<b>]]>", "`<b onclick=x>`", "```<b>\n<script>\n```", "    <script>\n",
    "# <b>\" onclick=\"x",
    "[a](b \"\\\" onclick=\\\"x\")", "[a](b 'x\" y=\"z')", "![\" onerror=\"x](a.png)",
    "![a](b.png '\"><script>')", "[a](<b\" onclick=\"x>)", "[a](b'c)", "[<b>\"](a)",
    "```x\" onclick=\"y\nz\n```", "| <b> | \" |\n|---|---|\n| <script> | ' |", "- [x] <b>",
    "http://a.example/\"onclick=\"x", "http://a.example/<script>", "www.a.example/'b",
    "<https://a.example/\"b>", "&lt;script&gt;", "\\<script>", "**<b>**", "<p/style=x>",
    "</p></div>",
    "# a\" b='c'><script>\n\n| a |\n|---|\n", "<b\n>c", "<scr<script>ipt>",
  ]

  @Test(arguments: markup)
  func keepsMarkupOfARecordOutOfThePage(text: String) {
    checkTags(renderHTML(markdown(text), options: HTMLOptions(idPrefix: "r-")).html.text)
  }

  @Test func escapesEveryAttribute() {
    let nasty = "\"'<>&\u{1}"
    var writer = HTMLWriter()
    writer.open("a", ["href": nasty, "title": nil, "class": ""])
    writer.text(nasty)
    writer.text(utf8: nasty.utf8.lazy.map { $0 })
    writer.close("a")
    let escaped = "&quot;&#39;&lt;&gt;&amp;\u{FFFD}"
    #expect(writer.finish().text == "<a href=\"\(escaped)\" class>\(escaped)\(escaped)</a>")
  }
}

extension MarkdownNode.Kind {
  fileprivate var isLink: Bool {
    switch self {
    case .link, .image: true
    default: false
    }
  }
}
