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
              "end_column": 38,
              "end_line": 2,
              "file": "content/changes/CHG-1.md",
              "help": "add a second one",
              "line": 2,
              "message": "1 technical reviewer, the policy requires 2",
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
              "end_column": 16,
              "end_line": 2,
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
          "schema": "changebook.findings/2"
        }

        """)
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

  @Test func startsJUnitsPathsAtTheRepositorysRoot() throws {
    let bytes = renderJUnit(findings, site: RepositoryFolder("/a/b/"))
    let document = try XMLDocument(data: Data(bytes))
    let path = "a/b/content/changes/CHG-1.md"
    let suites = try document.nodes(forXPath: "/testsuites/testsuite/@name")
    #expect(suites.map(\.stringValue) == [path])
    for name in ["file", "classname"] {
      let values = try document.nodes(forXPath: "//testcase/@\(name)").map(\.stringValue)
      #expect(values == Array(repeating: path, count: findings.count))
    }
  }

  @Test func hasOnePassingCaseWithoutFindings() throws {
    let document = try XMLDocument(data: Data(renderJUnit([])))
    #expect(document.rootElement()?.attribute(forName: "tests")?.stringValue == "1")
    #expect(try document.nodes(forXPath: "//testcase").count == 1)
    #expect(try document.nodes(forXPath: "//failure").isEmpty)
  }
}
