import Records
import SourceText
import TestSupport
import Testing

@Suite struct RecordIDTests {
  @Test(arguments: [
    "CHG-2026-0042", "CHG0030521", "OPS2-1234", "CR-MM-01.1", "CR-011", "CHG-1", "A-1",
    "RFC-2026-03-0001",
  ])
  func takes(_ id: String) {
    #expect(RecordID.isValid(id))
  }

  @Test(arguments: [
    "", "CHG", "2026-01-18", "chg-2026-0042", "CHG-", "CHG-2026-", "V2", "API-V2", "CHG-1..2",
    "CHG-.1", "CHG-1.", "CHG_1", "CHG 1", "CHG-1/2", "../CHG-1", "CHÄ-1", "CHG-2026-text",
  ])
  func refuses(_ id: String) {
    #expect(!RecordID.isValid(id))
  }

  @Test func wordsMayStandBehindTheIDInAName() {
    var random = SplitMix(seed: 3)
    let ids = ["CHG-2026-0042", "CHG0030521", "OPS2-1234", "CR-MM-01.1"]
    let words = ["rotate", "certs", "v2", "b2b", "the", "new", "db", "Fix"]
    for _ in 0..<200 {
      let id = ids.randomElement(using: &random) ?? ids[0]
      let count = Int.random(in: 0...4, using: &random)
      let separator = ["-", "_", " "].randomElement(using: &random) ?? "-"
      let behind = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
      let stem = ([id] + behind).joined(separator: separator)
      #expect(RecordID.id(inName: stem) == id, "\(stem)")
    }
    #expect(RecordID.id(inName: "2026-01-18-text") == nil)
    #expect(RecordID.id(inName: "rotate-certs") == nil)
  }

  @Test func theBodysIDComesBeforeTheFilesName() throws {
    let text =
      "# Certs\n\n| Field | Value |\n|---|---|\n| Change ID | CHG0040007 |\n| Type | Normal |\n"
    let change = try readSampleChange(text, path: "content/changes/certs.md")
    #expect(change.id == "CHG0040007")
    #expect(change.problems.isEmpty, "\(change.problems)")
  }

  @Test func twoIDsOfOneRecordDisagree() throws {
    let text =
      "---\nid: CHG-2026-0001\n---\n# Certs\n\n**Change ID:** CHG-2026-0002\n\n**Type:** Normal\n"
    let change = try readSampleChange(text)
    #expect(change.id == "CHG-2026-0001")
    #expect(
      change.problems.contains {
        if case .disagreement("id", _, _, _) = $0.kind { true } else { false }
      })
  }
}
