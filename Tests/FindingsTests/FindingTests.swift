import Findings
import SourceText
import Testing

@Suite struct FindingTests {
  @Test func ordersByPathThenPlaceThenCode() {
    let a = SourceFile(path: "a.md", text: "one two")
    let b = SourceFile(path: "b.md", text: "one")
    func finding(_ file: SourceFile, _ lower: Int, _ code: Int, _ message: String = "m") -> Finding
    {
      Finding(RuleCode(code), .error, message, at: Place(file, SourceRange(lower, lower + 1)))
    }
    let expected = [
      finding(a, 0, 104), finding(a, 0, 301, "l"), finding(a, 0, 301, "m"), finding(a, 4, 101),
      finding(b, 0, 101),
    ]
    let sorted = expected.reversed().sorted(by: Finding.inOrder)
    func key(_ finding: Finding) -> String {
      "\(finding.place.file.path) \(finding.place.range) \(finding.code) \(finding.message)"
    }
    #expect(sorted.map(key) == expected.map(key))
  }

  @Test(arguments: [("CB404", 404), ("cb101", 101)])
  func readsARulesCode(text: String, number: Int) {
    #expect(RuleCode(parsing: text) == RuleCode(number))
  }

  @Test(arguments: ["404", "CB4", "CB4040", "CB+12", "CB-99", "CB099", "XB404", "CB40é", ""])
  func refusesWhatIsNoCode(text: String) {
    #expect(RuleCode(parsing: text) == nil)
  }

  @Test func ordersSeveritiesFromErrorToNote() {
    #expect(Severity.allCases.shuffled().sorted() == [.error, .breach, .warning, .note])
  }
}
