import Findings
import SourceText
import TestSupport
import Testing

/// Known findings pass, new ones fail, and what is gone is said: over random listings.
@Suite struct FindingBaselineTests {
  /// Files of lines, and a finding on some of them.
  private struct Site {
    var files: [[String]]
    /// By file and line.
    var marks: [(file: Int, line: Int, code: Int, severity: Severity)] = []

    init(_ random: inout SplitMix) {
      files = (0..<4).map { file in
        // Lines that are alike, so that findings have to be counted.
        (0..<12).map { "line \($0 % 5) of \(file)" }
      }
      for file in files.indices {
        for line in files[file].indices where random.below(3) == 0 {
          marks.append(
            (file, line, [302, 401, 404][random.below(3)], Severity.allCases[random.below(4)]))
        }
      }
    }

    func findings() -> [Finding] {
      files.indices.flatMap { file -> [Finding] in
        let source = SourceFile(
          path: "content/changes/CHG-\(file).md", text: files[file].joined(separator: "\n"))
        return marks.filter { $0.file == file }.map { mark in
          Finding(
            RuleCode(mark.code), mark.severity, "\(mark.line) days late",
            at: Place(source, source.range(ofLine: mark.line + 1)), record: "CHG-\(file)")
        }
      }.sorted(by: Finding.inOrder)
    }

    /// Lines are put before others; nothing else is other.
    mutating func moveLines(_ random: inout SplitMix) {
      for file in files.indices {
        let place = random.below(files[file].count)
        files[file].insert(contentsOf: Array(repeating: "more", count: 3), at: place)
        for index in marks.indices where marks[index].file == file && marks[index].line >= place {
          marks[index].line += 3
        }
      }
    }
  }

  @Test func knowsFindingsAgainWhereLinesMove() throws {
    var random = SplitMix(seed: 301)
    for _ in 0..<60 {
      var site = Site(&random)
      let baseline = try FindingBaseline(FindingBaseline(of: site.findings()).json())
      site.moveLines(&random)
      let same = baseline.compare(site.findings())
      #expect(same.new.isEmpty && same.gone.isEmpty)
      #expect(same.known == site.marks.count)
      guard !site.marks.isEmpty else { continue }
      // One is mended: it is gone, and no other is new.
      let mended = site.marks.remove(at: random.below(site.marks.count))
      let fewer = baseline.compare(site.findings())
      #expect(fewer.new.isEmpty && fewer.gone.count == 1)
      #expect(fewer.gone.first?.code == "CB\(mended.code)")
      // One comes: it alone is new.
      site.files[mended.file].append("a line of its own")
      site.marks.append((mended.file, site.files[mended.file].count - 1, 999, .breach))
      let more = baseline.compare(site.findings())
      #expect(more.new.map(\.code.number) == [999])
    }
  }

  @Test func aFindingThatIsMoreSevereIsNew() {
    var random = SplitMix(seed: 302)
    for _ in 0..<40 {
      let site = Site(&random)
      var findings = site.findings()
      let baseline = FindingBaseline(of: findings)
      guard !findings.isEmpty else { continue }
      let index = random.below(findings.count)
      let before = findings[index].severity
      for severity in Severity.allCases {
        findings[index].severity = severity
        let comparison = baseline.compare(findings)
        #expect(comparison.new.count == (severity < before ? 1 : 0))
        #expect(comparison.gone.isEmpty)
      }
    }
  }

  @Test func whatAWaiverCoversIsNewWhenTheWaiverEnds() {
    var finding = SampleFindings.breach
    finding.waiver = AcceptedWaiver(by: "@a", at: "", reason: "r")
    let baseline = FindingBaseline(of: [finding])
    #expect(baseline.entries.isEmpty)
    #expect(baseline.compare([finding]).known == 0)
    finding.waiver = nil
    #expect(baseline.compare([finding]).new.count == 1)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"schema\": \"changebook.findings/2\", \"findings\": []}", "no",
  ])
  func refusesWhatIsNoList(text: String) {
    #expect(throws: BaselineFault.self) { try FindingBaseline(Array(text.utf8)) }
  }

  /// What came and what went, where lines are edited beside findings: by a count of what was done.
  @Test func tellsNewFromMended() {
    var random = SplitMix(seed: 303)
    for _ in 0..<60 {
      var site = Site(&random)
      let before = site.findings()
      site.moveLines(&random)
      // A line with a finding is edited, and the finding stays.
      if let mark = site.marks.first { site.files[mark.file][mark.line] += " edited" }
      let edited = FindingDifference(from: before, to: site.findings())
      #expect(edited.new.isEmpty && edited.mended.isEmpty)
      let gone = site.marks.count > 1 ? 1 : 0
      if gone == 1 { site.marks.removeLast() }
      site.files[0].append("new")
      site.marks.append((0, site.files[0].count - 1, 777, .warning))
      let other = FindingDifference(from: before, to: site.findings())
      #expect(other.new.map(\.code.number) == [777])
      #expect(other.mended.count == gone)
      let back = FindingDifference(from: site.findings(), to: before)
      #expect(back.mended.map(\.code.number) == [777] && back.new.count == gone)
    }
  }

  @Test func aSummaryHasTheWorstFirstAndCountsEverything() {
    var random = SplitMix(seed: 304)
    for _ in 0..<40 {
      var findings = Site(&random).findings()
      for index in findings.indices where random.below(4) == 0 {
        findings[index].waiver = AcceptedWaiver(by: "@a", at: "", reason: "r")
      }
      let rows = FindingSummary(findings).rows
      #expect(rows.map(\.severity) == rows.map(\.severity).sorted())
      #expect(rows.reduce(0) { $0 + $1.count + $1.waived } == findings.count)
      for (row, next) in zip(rows, rows.dropFirst()) where row.severity == next.severity {
        #expect(row.count >= next.count)
      }
      let text = SampleFindings.text(FindingSummary(findings).text { _ in "a rule" })
      #expect(text.split(separator: "\n").count == rows.count + 1)
    }
  }
}
