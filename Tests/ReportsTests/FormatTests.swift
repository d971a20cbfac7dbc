import Chronology
import Documents
import Figures
import Foundation
import Interchange
import TestSupport
import Testing

@testable import Reports

/// The formats outside the site.
struct FormatTests {
  private static let hostile =
    "1 < 2 <script | `*_[a](javascript:x)_*` \u{202E}شبكة 👩‍💻 \"quoted\" & more"

  private func march(_ title: String? = nil, asOf: String = HandWorkedRecords.asOf) throws
    -> PeriodReport
  {
    let changes =
      title.map {
        editedRecords("CHG-2026-0104", "Raise the batch size of the indexer", with: $0)
      } ?? HandWorkedRecords.changes
    return try ReportSample(changes: changes, asOf: asOf).report(.month, "2026-03")
  }

  private func lines(_ report: PeriodReport) -> [String] {
    renderReportText(report).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  // MARK: Text

  @Test func textGivesValueVerdictIntervalAndBounds() throws {
    let lines = lines(try march())
    #expect(lines[0] == "March 2026: Monthly report for leadership")
    #expect(lines[1] == "1 Mar 2026 to 31 Mar 2026, UTC")
    // Wilson's interval for 7 of 10 is 39.7 to 89.2%; with one unknown outcome 7 or 8 of 11.
    #expect(lines.contains("Change success rate     70.0%, 7 of 10"))
    #expect(lines.contains("                        target >95%: missed, clear"))
    #expect(lines.contains("                        the 95% interval runs from 39.7% to 89.2%"))
    #expect(
      lines.contains(
        "                        between 63.6% and 72.7%, whichever way the 1 unknown outcome falls"
      ))
  }

  /// Worked out by hand beside the figures.
  @Test func textSaysWhatWasWorkedOut() throws {
    let lines = lines(try march())
    for line in [
      "Change success rate     70.0%, 7 of 10",
      "Emergency change rate   18.2%, 2 of 11",
      "Mean time to deploy     1 h 32 min, mean of 5 changes",
      "Rollback rate           10.0%, 1 of 10",
      "Supporting metrics",
      "  Change failure rate                             30.0%, 3 of 10",
      "  Rework rate                                     20.0%, 2 of 10",
      "  Deployment frequency                            10 deployments, 3 a week",
      "  Lead time from request to deployment            6 d 7 h, mean of 10 changes",
      "  Wait for approval                               4 d 19 h, mean of 7 changes",
      "  Wait from approval to start                     25 min, mean of 7 changes",
      "  Work from start to deployment                   56 min 25 s, mean of 7 changes",
      "  Mean time to deploy, open windows only          1 h 12 min, mean of 5 changes",
      "  Time to restore service                         1 h 30 min, median of 1 incident",
      "  Changes inside a window                         66.7%, 4 of 6",
      "  Changes in a freeze                             9.1%, 1 of 11",
      "  Required information complete as it stands now  90.0%, 9 of 10",
      "  Changes complete enough to count                83.3%, 10 of 12",
      "  Changes without manual approval                 18.2%, 2 of 11",
      "  Breaches waived                                 16.7%, 1 of 6 breaches",
      "  Emergency reviews in time                       50.0%, 1 of 2",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test func textListsWhatIsNotCounted() throws {
    let lines = lines(try march())
    #expect(lines.contains("Excluded from Mean time to deploy"))
    #expect(
      lines.contains("  2 pre-approved, no approval to wait for: CHG-2026-0106, CHG-2026-0107"))
    #expect(lines.contains("  1 with errors: CHG-2026-0113"))
    #expect(lines.last == "" && lines.dropLast().last != "")
  }

  @Test func textMarksAPeriodThatHasNotEnded() throws {
    #expect(lines(try march(asOf: "2026-03-31T23:59Z")).contains { $0.hasPrefix("Provisional:") })
    #expect(!lines(try march()).contains { $0.hasPrefix("Provisional") })
  }

  @Test func textDoesNotPassOnControlCharacters() throws {
    let text = renderReportText(try march("\u{1B}[2Jgone\u{202E}"))
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
    #expect(renderReportText(try march("🧯👩‍💻 محول")).contains("🧯👩‍💻 محول"))
  }

  @Test func textBreaksLongWordsAndLines() throws {
    let text = renderReportText(try march(String(repeating: "long", count: 75)))
    for line in text.split(separator: "\n") where line.contains("longlong") {
      #expect(line.unicodeScalars.count <= 100)
    }
    #expect(wrapped("aa bb cc", width: 5) == ["aa bb", "cc"])
    #expect(wrapped("abcdefg", width: 3) == ["abc", "def", "g"])
    #expect(wrapped("", width: 3) == [""])
  }

  // MARK: Markdown

  @Test func markdownShowsEveryTextAsItself() {
    #expect(escapeMarkdown("a|b*c_d`e[f]<g>\\") == "a\\|b\\*c\\_d\\`e\\[f\\]\\<g\\>\\\\")
    #expect(!escapeMarkdown("two\nlines").contains("\n"))
    #expect(escapeMarkdown("by @runtime-lead, or @") == "by `@runtime-lead`, or @")
    #expect(escapeMarkdown("$x$ &amp; ~~no~~") == "\\$x\\$ \\&amp; \\~\\~no\\~\\~")
  }

  @Test func markdownTablesKeepTheirColumns() throws {
    let text = renderReportMarkdown(
      try ReportSample(
        changes: editedRecords("CHG-2026-0101", "Rotate the keys of the gateway", with: "a | b")
      )
      .report(.week, "2026-W11"))
    let row = try #require(text.split(separator: "\n").first { $0.contains("CHG-2026-0101") })
    #expect(row.contains("a \\| b"))
    #expect(!text.contains("]("))
  }

  @Test func markdownLeadsIntoTheSiteWhereItsAddressIsKnown() throws {
    let text = renderReportMarkdown(try march()) { link in
      if case .change(let id) = link { "https://example.org/\(id)/>" } else { nil }
    }
    #expect(text.contains("[CHG-2026-0104](<https://example.org/CHG-2026-0104/%3E>)"))
  }

  // MARK: HTML

  @Test func mailHasNoScriptAndNothingToFetch() throws {
    let page = String(
      decoding: renderReportMail(try march(Self.hostile), site: "A <site>"), as: UTF8.self)
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("url("))
    #expect(!page.contains("<link") && !page.contains("<svg") && !page.contains("href="))
    #expect(page.contains("A &lt;site&gt;"))
    #expect(page.contains("1 &lt; 2 &lt;script"))
    #expect(page.contains("@media (prefers-color-scheme: dark)"))
  }

  @Test func mailBalancesItsTags() throws {
    let page = renderReportMail(try march(Self.hostile), site: "Site")
    var open: [String] = []
    for tag in MarkupScanner.tags(of: page) {
      switch tag.form {
      case .opening: open.append(tag.name)
      case .closing: #expect(open.popLast() == tag.name)
      case .void: break
      }
    }
    #expect(open.isEmpty)
  }

  // MARK: JSON

  @Test func jsonKeepsItsKeysAndAddsWhatIsNew() throws {
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(PeriodReport.document.json(march(Self.hostile))))
        as? [String: Any])
    #expect(report["schema"] as? String == "changebook.report/2")
    #expect(report["as_of"] as? String == "2026-04-15T00:00:00Z")
    let period = try #require(report["period"] as? [String: Any])
    #expect(period["label"] as? String == "2026-03")
    #expect(period["provisional"] as? Bool == false)
    let exceptions = try #require(report["exceptions"] as? [[String: Any]])
    #expect(
      exceptions.first { $0["id"] as? String == "CHG-2026-0105" }?["trigger"] as? String
        == "Latency")
    #expect(report["audience"] as? String == "leadership")
    #expect((report["headlines"] as? [String: Any])?.count == 4)
    #expect(report["restatement"] is NSNull)
    #expect((report["figures"] as? [String: Any])?["change_success_rate"] != nil)
  }

  // MARK: Commentary

  @Test func theAuthorsWordsStandInEveryFormat() throws {
    let text =
      "# What we learnt\n\nTwo *lessons*, see [the record](../changes/2026/CHG-2026-0104.md).\n"
    let report = try ReportSample(others: ["content/reports/2026-03.md": text])
      .report(.month, "2026-03")
    #expect(report.sections.contains { $0.heading == "Commentary: What we learnt" })
    #expect(renderReportText(report).contains("Two lessons, see the record."))
    #expect(renderReportMarkdown(report).contains("> Two lessons, see the record."))
    let mail = String(decoding: renderReportMail(report, site: "Site"), as: UTF8.self)
    #expect(mail.contains("<em>lessons</em>") && !mail.contains("href="))
  }

  @Test func aPageThatNamesNoPeriodIsNoCommentary() throws {
    let sample = try ReportSample(others: [
      "content/reports/2026-3.md": "# Text", "content/reports/about.md": "# Text",
      "content/reports/2026-W54.md": "# Text",
    ])
    #expect(sample.reports.commentariesOnRecord.isEmpty)
  }
}
