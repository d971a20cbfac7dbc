import Findings
import Foundation
import Records
import Rules
import SourceText
import TestSupport
import Testing

@Suite struct CatalogueTests {
  @Test func listsEveryRuleOnceInTheOrderOfTheCodes() {
    let codes = RuleCatalogue.rules.map { $0.documentation.code }
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(
      codes.map(\.number) == [
        101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 201, 202, 203, 301, 302, 303, 304,
        305, 306, 307, 308, 309, 310, 311, 313, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410,
        411, 412, 501, 502, 503, 504, 505,
        601, 602, 603, 604, 605, 606, 607, 608,
        701, 702, 703, 705, 708, 709, 710, 711, 712, 713, 716, 717, 801, 802, 803,
        901,
      ])
  }

  @Test func findsARuleByItsCode() {
    #expect(RuleCatalogue.rule(RuleCode(302))?.documentation.title == "too few technical reviewers")
    #expect(RuleCatalogue.rule(RuleCode(999)) == nil)
  }

  /// Tests name the rule that they are about in the line above them.
  @Test func testsEveryRule() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    var tested: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.count == 2, words[0] == "///" { tested.insert(String(words[1])) }
      }
    }
    for rule in RuleCatalogue.rules {
      #expect(tested.contains(rule.documentation.code.description))
    }
  }

  @Test func documentsEveryRule() {
    for rule in RuleCatalogue.rules {
      let page = rule.documentation
      #expect(!page.title.isEmpty && !page.title.hasSuffix("."), "\(page.code)")
      #expect(page.explanation.utf8.count > 100, "\(page.code)")
      #expect(
        !page.wrong.isEmpty && !page.right.isEmpty && page.wrong != page.right, "\(page.code)")
    }
  }

  /// The examples of the documentation, each put into a complete record or policy.
  @Test(arguments: RuleCatalogue.rules.map { $0.documentation }.filter(isOfOneFile))
  func showsWhatItSaysInItsExamples(_ page: RuleDocumentation) throws {
    let wrong = try Set(findings(of: [file(with: page.wrong)]).map(\.code))
    #expect(wrong.contains(page.code))
    // A section of a misspelt name is missing under its right one.
    let others: Set<RuleCode> = page.code.number == 109 ? [RuleCode(201)] : []
    #expect(wrong.subtracting([page.code]) == others)
    let right = try findings(of: [file(with: page.right)])
    #expect(right.isEmpty, "\(right.map(\.message))")
  }

  /// In every example: some of them are of emergencies and of failures.
  private static let reviewed =
    "---\nreview: {at: 2026-03-10T08:00Z, by: \"@lead\", notes: No follow-up is needed}\n---"

  private func file(with example: String) -> SourceFile {
    if example.hasPrefix("|") {
      return SourceFile(
        path: FullPolicy.path, text: FullPolicy.text(replacingTableWith: example))
    }
    return SourceFile(
      path: "content/changes/CHG-2026-0042.md",
      text: SampleRecords.normal.replacing(with: Self.reviewed).replacing(with: example).text)
  }
}

/// Not about bytes, sizes, names of files, several files, commits or templates, which one excerpt of a
/// record cannot show.
private func isOfOneFile(_ page: RuleDocumentation) -> Bool {
  ![101, 105, 106, 110, 111, 310, 407, 411, 412, 503, 711, 802, 803].contains(page.code.number)
    && page.topic != .audit
}

extension RuleDocumentation: CustomTestStringConvertible {
  package var testDescription: String { code.description }
}
