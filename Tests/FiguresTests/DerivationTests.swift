import Chronology
import PolicyReading
import Records
import Testing

@testable import Figures

/// Derivations of the figures of `SampleMarch`.
struct DerivationTests {
  private func derive(_ key: String, of register: Register? = nil) throws -> Derivation {
    let index = FiguresIndex(
      try register ?? SampleMarch.register(), unreadable: SampleMarch.unreadable,
      asOf: at("2026-04-15T00:00Z"))
    let march = try #require(Period(.month, labelled: "2026-03", in: .utc))
    return try #require(index.derive(key, of: march))
  }

  private func lines(_ key: String) throws -> [String] {
    renderDerivationText(try derive(key)).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test func sayWhatEachRecordDid() throws {
    let records = try derive("change_success_rate").records
    #expect(records.map(\.id) == (1...17).filter { $0 != 14 }.map { "C-\(twoDigits($0))" })
    let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    #expect(byID["C-01"]?.role == .numerator)
    #expect(byID["C-04"]?.role == .denominator)
    #expect(byID["C-10"]?.role == .excluded(.cancelledBeforeStart))
    #expect(
      byID["C-04"]?.facts == [
        DerivationFact(label: "ended", value: .instant(at("2026-03-05T10:40Z"))),
        DerivationFact(label: "outcome", value: .words("failed")),
      ])
    #expect(byID["C-15"]?.title == "Raise the pool size")
    // What was read of a record that could not be read is not shown as known.
    #expect(byID["C-16"]?.facts == [])
  }

  @Test func writeOutWilsonsFormula() throws {
    // 7 of 11, z = 1.95996: z² = 3.84146; scale 1 + 3.84146/11 = 1.34922;
    // centre (0.63636 + 3.84146/22) / 1.34922 = 0.60107;
    // half 1.95996/1.34922 · √(0.63636 · 0.36364/11 + 3.84146/484) = 0.24727.
    #expect(
      try derive("change_success_rate").steps == [
        "k = 7, n = 11",
        "k / n = 0.6364 = 63.6%",
        "z = 1.9600 for 95%, z² = 3.8415",
        "centre = (k/n + z²/2n) / (1 + z²/n) = (0.6364 + 3.8415/22) / (1 + 3.8415/11) = 0.6011",
        "half = z / (1 + z²/n) · √(k/n · (1 − k/n)/n + z²/4n²) = "
          + "1.9600 / 1.3492 · √(0.6364 · 0.3636/11 + 3.8415/484) = 0.2473",
        "interval = 0.6011 ± 0.2473 = 35.4–84.8%",
        "with 1 unknown outcome on one side or the other: from 7/12 = 58.3% to 8/12 = 66.7%",
        "target >95%: 7/11 > 95/100 requires 7 · 100 = 700 > 95 · 11 = 1045: missed",
        "P(X < 7) + ½·P(X = 7) = 0.0008 of 11 with the chance 95/100; clear below 0.0250",
        "evidence: clear",
      ])
  }

  @Test func writeOutAMeanAndItsQuantiles() throws {
    #expect(
      try derive("mean_time_to_deploy").steps == [
        "n = 5",
        "sum = 5400 + 3600 + 9000 + 2400 + 7200 = 27600 s",
        "mean = 27600 / 5 = 5520.0 s = 1 h 32 min",
        "median = 1 h 30 min, the time at position 3 of 5",
        "target <2 hours (normal): sum < n · 7200 s requires 27600 < 36000: met",
      ])
  }

  @Test func manyTimesAreNotWrittenOut() throws {
    let changes = (20..<50).map {
      SampleChange.deployed("C-\($0)", "2026-03-02T09:00Z", approved: ["2026-03-02T08:00Z"])
    }
    let steps = try derive("mean_time_to_deploy", of: sampleRegister(changes)).steps
    #expect(steps[1] == "sum = 108000 s")
  }

  @Test func writeOutANumber() throws {
    // All but 10 to 14 and 17, and 16, which cannot be read, were deployed in March.
    #expect(
      try derive("deployment_frequency").steps == [
        "n = 10", "n · 7 / 30 days that have passed since the first recorded work = 2.33 a week",
      ])
  }

  @Test func textGathersRecordsByWhatTheyDid() throws {
    let lines = try lines("mean_time_to_deploy")
    #expect(lines[0] == "Mean time to deploy, March 2026")
    #expect(lines.contains("Value        1 h 32 min, mean of 5 changes"))
    #expect(lines.contains("Verdict      target <2 hours (normal): met"))
    #expect(lines.contains("Counted: 5"))
    #expect(
      lines.contains(
        "  C-01  no title; 1 h 30 min (5400 s); last approval 2 Mar 2026, 08:00 UTC; "
          + "deployed 2 Mar 2026, 09:30 UTC"))
    #expect(lines.contains("Excluded: 11"))
    #expect(
      lines.contains { $0.hasPrefix("  C-12  no title; no recorded deployment") })
    #expect(try self.lines("change_success_rate").contains("In the denominator only: 4"))
  }

  @Test func aFigureThatIsNoneHasNoDerivation() throws {
    let index = FiguresIndex(
      try SampleMarch.register(), unreadable: [], asOf: at("2026-04-15T00:00Z"))
    let march = try #require(Period(.month, labelled: "2026-03", in: .utc))
    #expect(index.derive("profit", of: march) == nil)
  }

  @Test func twoRecordsOfOneIDEachHaveALine() throws {
    let register = try sampleRegister([
      .deployed("C-16", "2026-03-02T09:00Z"), .deployed("C-16", "2026-03-03T09:00Z"),
    ])
    let records = try derive("change_success_rate", of: register).records
    #expect(records.map(\.role) == [.excluded(.unreadable), .excluded(.unreadable)])
  }
}
