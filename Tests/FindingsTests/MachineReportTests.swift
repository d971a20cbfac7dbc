import Findings
import Foundation
import FoundationXML
import SourceText
import Testing

@Suite struct MachineReportTests {
  private let findings = [
    SampleFindings.warning, SampleFindings.breach, SampleFindings.waived, SampleFindings.error,
  ]

  @Test func writesFindingsAsJSON() {
    #expect(
      SampleFindings.text(renderJSON([SampleFindings.breach, SampleFindings.waived])) == """
        {
          "counts": {
            "breach": 1,
            "error": 0,
            "note": 0,
            "waived": 1,
            "warning": 0
          },
          "findings": [
            {
              "code": "CB302",
              "column": 25,
              "endColumn": 38,
              "endLine": 2,
              "file": "content/changes/CHG-1.md",
              "help": "add a second one",
              "line": 2,
              "message": "1 technical reviewer, the policy asks for 2",
              "policy": {
                "clause": "6.1",
                "file": "content/policy/P.md",
                "line": 3
              },
              "record": "CHG-1",
              "severity": "breach",
              "waived": null
            },
            {
              "code": "CB401",
              "column": 7,
              "endColumn": 16,
              "endLine": 2,
              "file": "content/changes/CHG-1.md",
              "help": null,
              "line": 2,
              "message": "lead time too short",
              "policy": null,
              "record": "CHG-1",
              "severity": "breach",
              "waived": {
                "at": "2026-03-05T10:00:00Z",
                "by": "@cto",
                "reason": "a <fixed> date"
              }
            }
          ],
          "schema": "changebook.findings/1"
        }

        """)
  }

  @Test func annotatesTheMostSevereFirst() {
    let file = "file=content/changes/CHG-1.md"
    #expect(
      SampleFindings.text(renderGitHub(findings)) == """
        ::error \(file),line=3,endLine=3,col=11,endColumn=11,title=CB104::100%25 wrong: a,b%0Aand more
        ::error \(file),line=2,endLine=2,col=25,endColumn=37,title=CB302::1 technical reviewer, \
        the policy asks for 2%0Acontent/policy/P.md:3: Application code | 2 | No (§6.1)%0A\
        help: add a second one
        ::warning \(file),line=1,endLine=1,col=4,endColumn=12,title=CB109::nearly a section
        ::notice \(file),line=2,endLine=2,col=7,endColumn=15,title=CB401::lead time too short%0A\
        waived by @cto at 2026-03-05T10:00:00Z because a <fixed> date

        """)
  }

  @Test func escapesAnAnnotationsProperties() {
    let file = SourceFile(path: "a,b:c%.md", text: "x\ny")
    let finding = Finding(RuleCode(104), .error, "m", at: Place(file, SourceRange(0, 3)))
    #expect(
      SampleFindings.text(renderGitHub([finding]))
        == "::error file=a%2Cb%3Ac%25.md,line=1,endLine=2,col=1,title=CB104::m\n")
  }

  @Test func summarisesAStepAsATableOfText() {
    let lines = SampleFindings.text(renderStepSummary(findings)).split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines.first == "### changebook: 1 error, 1 breach (1 waived), 1 warning")
    #expect(
      lines[3] == "| error | CB104 | content/changes/CHG-1.md\\:3 | 100% wrong\\: a,b<br>and more |"
    )
    #expect(lines[6].contains("because a &lt;fixed&gt; date"))
  }

  @Test func writesSARIFWithALocationForEveryResult() throws {
    let rules = [302, 104].map {
      ReportedRule(code: RuleCode($0), title: "title \($0)", help: "help \($0)")
    }
    let odd = SourceFile(path: "content/a b%é.md", text: "")
    let refused = Finding(RuleCode(110), .error, "too large", at: Place(startOf: odd))
    let bytes = renderSARIF(findings + [refused], rules: rules, version: "1.2.3")
    let log = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["version"] as? String == "1.2.3")
    let ids = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
    #expect(ids == ["CB104", "CB302"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(
      results.map { $0["level"] as? String } == ["warning", "error", "error", "error", "error"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [nil, 1, nil, 0, nil])
    #expect(results.map { $0["suppressions"] != nil } == [false, false, true, false, false])
    let places = try results.map { result in
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      return try #require(location["physicalLocation"] as? [String: [String: Any]])
    }
    #expect(places.map { $0["region"]?["startLine"] as? Int } == [1, 2, 2, 3, 1])
    #expect(places.map { $0["region"]?["endColumn"] as? Int } == [13, 38, 16, 12, 1])
    #expect(places.last?["artifactLocation"]?["uri"] as? String == "content/a%20b%25%C3%A9.md")
  }

  @Test func writesJUnitWithASuiteAFile() throws {
    let hostile = SourceFile(path: "b\"<&.md", text: "x")
    let finding = Finding(
      RuleCode(101), .error, "a\u{0}\u{1B}]]>\u{FFFF}<b>", at: Place(startOf: hostile))
    let document = try XMLDocument(data: Data(renderJUnit(findings + [finding])))
    let root = try #require(document.rootElement())
    #expect(root.attribute(forName: "tests")?.stringValue == "5")
    #expect(root.attribute(forName: "failures")?.stringValue == "3")
    #expect(root.attribute(forName: "skipped")?.stringValue == "1")
    let suites = root.elements(forName: "testsuite")
    #expect(
      suites.map { $0.attribute(forName: "name")?.stringValue } == [
        "content/changes/CHG-1.md", "b\"<&.md",
      ])
    let cases = suites[0].elements(forName: "testcase")
    #expect(cases.map { $0.elements(forName: "failure").count } == [0, 1, 0, 1])
    #expect(cases.map { $0.elements(forName: "skipped").count } == [0, 0, 1, 0])
    #expect(cases.map { $0.elements(forName: "system-out").count } == [1, 0, 0, 0])
    let failure = suites[1].elements(forName: "testcase").first?.elements(forName: "failure").first
    #expect(
      failure?.attribute(forName: "message")?.stringValue == "a\u{FFFD}\u{FFFD}]]>\u{FFFD}<b>")
  }

  @Test func hasOnePassingCaseWithoutFindings() throws {
    let document = try XMLDocument(data: Data(renderJUnit([])))
    #expect(document.rootElement()?.attribute(forName: "tests")?.stringValue == "1")
    #expect(try document.nodes(forXPath: "//testcase").count == 1)
    #expect(try document.nodes(forXPath: "//failure").isEmpty)
  }
}
