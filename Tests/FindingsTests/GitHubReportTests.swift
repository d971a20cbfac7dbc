import Findings
import SourceText
import TestSupport
import Testing

@Suite struct GitHubReportTests {
  private let findings = [
    SampleFindings.warning, SampleFindings.breach, SampleFindings.waived, SampleFindings.error,
  ]

  @Test func annotatesTheMostSevereFirst() {
    let file = "file=content/changes/CHG-1.md"
    #expect(
      SampleFindings.text(renderGitHub(findings)) == """
        ::error \(file),line=3,endLine=3,col=11,endColumn=11,title=CB104::100%25 wrong: a,b%0Aand more
        ::error \(file),line=2,endLine=2,col=25,endColumn=37,title=CB302::1 technical reviewer, \
        the policy requires 2%0Acontent/policy/P.md:3: Application code | 2 | No (§6.1)%0A\
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
    let lines = SampleFindings.text(renderStepSummary(findings, limit: 1 << 20)).split(
      separator: "\n")
    #expect(lines.count == 7)
    #expect(lines.first == "### changebook: 1 error, 1 breach (1 waived), 1 warning")
    #expect(
      lines[3] == "| error | CB104 | content/changes/CHG-1.md\\:3 | 100% wrong\\: a,b<br>and more |"
    )
    #expect(lines[6].contains("because a &lt;fixed&gt; date"))
  }

  @Test(arguments: ["sub", "/docs/changes/", "a b/c:d"])
  func startsPathsAtTheRepositorysRoot(folder: String) {
    let site = RepositoryFolder(folder)
    let path = folder.split(separator: "/").joined(separator: "/") + "/content/changes/CHG-1.md"
    let property = path.split(separator: ":").joined(separator: "%3A")
    let lines = SampleFindings.text(renderGitHub(findings, site: site)).split(separator: "\n")
    #expect(lines.count == findings.count)
    for line in lines { #expect(line.contains(" file=\(property),line="), "\(line)") }
    let breach = lines.first { $0.contains("CB302") }
    let prefix = path.dropLast("content/changes/CHG-1.md".count)
    #expect(breach?.contains("%0A\(prefix)content/policy/P.md:3: ") == true)
    let summary = SampleFindings.text(renderStepSummary(findings, site: site, limit: 1 << 20))
    let cell = path.split(separator: ":").joined(separator: "\\:")
    #expect(summary.split(separator: "\n").count { $0.contains("| \(cell)\\:") } == 4)
  }

  @Test func givesEveryTextOneLineWithoutControls() {
    var random = SplitMix(seed: 11)
    for _ in 0..<300 {
      let text = HostileText.random(&random)
      let file = SourceFile(path: HostileText.random(&random) + ".md", text: "x")
      var finding = Finding(
        RuleCode(104), .breach, text, help: HostileText.random(&random), at: Place(startOf: file))
      if Bool.random(using: &random) {
        finding.waiver = AcceptedWaiver(
          by: HostileText.random(&random), at: "", reason: HostileText.random(&random))
      }
      let bytes = renderGitHub([finding])
      #expect(bytes.count { $0 == 0x0A } == 1 && bytes.last == 0x0A)
      #expect(HostileText.controls(in: bytes.dropLast(), except: "\t") == [])
      let line = SampleFindings.text(bytes)
      // The first two colons begin the command, the next two end its properties.
      let properties = line.dropFirst(2).split(separator: "::", maxSplits: 1)[0]
      #expect(properties.split(separator: ",").count == 6, "\(properties)")
      let summary = renderStepSummary([finding], limit: 1 << 20)
      #expect(summary.count { $0 == 0x0A } == 5)
      #expect(HostileText.controls(in: summary[...], except: "\n") == [])
    }
  }

  @Test func keepsASummaryToItsLimitAndCountsTheRest() throws {
    var random = SplitMix(seed: 12)
    let samples = [
      SampleFindings.error, SampleFindings.breach, SampleFindings.warning, SampleFindings.waived,
    ]
    for count in [0, 1, 2, 40] {
      let many = (0..<count).map { _ in samples.randomElement(using: &random) ?? samples[0] }
      let whole = SampleFindings.text(renderStepSummary(many, limit: 1 << 20))
      for limit in stride(from: -50, to: whole.utf8.count + 250, by: 7) {
        let text = SampleFindings.text(renderStepSummary(many, limit: limit))
        #expect(text.utf8.count <= max(0, limit))
        let rows = text.split(separator: "\n").count { $0.contains("| CB") }
        guard text != whole, !text.isEmpty else { continue }
        #expect(text.hasPrefix(whole.split(separator: "\n")[0]))
        let left = count - rows
        let remark = "\n\(left) more \(left == 1 ? "finding has" : "findings have") no room here;"
        #expect(left > 0 && text.contains(remark), "\(limit) of \(whole.utf8.count)")
        #expect(whole.hasPrefix(text[..<(try #require(text.firstRange(of: remark)).lowerBound)]))
      }
      #expect(renderStepSummary(many, limit: whole.utf8.count + 200) == Array(whole.utf8))
    }
  }
}
