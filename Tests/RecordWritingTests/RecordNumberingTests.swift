import RecordWriting
import Records
import SourceText
import Testing

/// Ids that come next.
@Suite struct RecordNumberingTests {
  @Test(arguments: [
    (["CHG-2026-0042", "CHG-2026-0007"], 2026, "CHG-2026-0043"),
    (["CHG-2025-0042"], 2026, "CHG-2026-0001"),
    (["CHG0030521"], 2026, "CHG0030522"),
    (["CHG-9"], 2026, "CHG-10"),
    (["A-1", "B-1", "B-2"], 2026, "B-3"),
    (["CHG-2026-999"], 2026, "CHG-2026-1000"),
    (["CR-MM-01.1"], 2026, "CR-MM-01.2"),
    ([], 2027, "CHG-2027-0001"),
  ])
  func goesOnInTheScheme(_ ids: [String], _ year: Int, _ next: String) {
    #expect(RecordNumbering.next(.change, after: ids, used: Set(ids), year: year) == next)
  }

  @Test func idsThatAreTakenByOthersArePassedOver() {
    let next = RecordNumbering.next(
      .change, after: ["CHG-2026-0001"], used: ["CHG-2026-0001", "CHG-2026-0002"], year: 2026)
    #expect(next == "CHG-2026-0003")
  }

  @Test(arguments: [
    ("CHG-####-####", "CHG-2026-0001"), ("OPS-#*", "OPS-001"), ("C####", "C0001"),
    ("CR-@@-#*", nil as String?),
  ])
  func thePatternOfTheSettingsIsTaken(_ pattern: String, _ next: String?) {
    let place = Place(SourceFile(path: "changebook.yml", text: pattern), SourceRange(0, 1))
    #expect(
      RecordNumbering.next(
        .change, after: [], used: [], year: 2026, patterns: [Located(pattern, place)]) == next)
  }

  @Test func numbersThatAreTooLargeEndTheScheme() {
    let id = "CHG-" + String(repeating: "9", count: 40)
    #expect(
      RecordNumbering.next(.change, after: [id], used: [id], year: 2026) == "CHG-2026-0001")
  }
}
