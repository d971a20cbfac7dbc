import Chronology
import PolicyReading
import Records
import Testing

@testable import Figures

/// The paragraph of a report, sentence by sentence.
struct VerdictParagraphTests {
  private func paragraph(
    _ changes: [SampleChange], month label: String = "2026-03", asOf: String = "2026-04-15T00:00Z",
    unreadable: Set<String> = [], policies: [Policy] = [samplePolicy()]
  ) throws -> String {
    let register = try sampleRegister(changes, policies: policies)
    let index = FiguresIndex(register, unreadable: unreadable, asOf: at(asOf))
    let period = try #require(Period(.month, labelled: label, in: .utc))
    return verdictParagraph(of: index.measure(period), in: index.measureAll(.month))
  }

  @Test func saysWhatWasMetAndMissedAndHowSureThatIs() throws {
    // 7 of 11 successful, 2 of 14 emergencies, 5520 s, 1 of 11 rolled back: see
    // `FiguresByHandTests`.
    #expect(
      try paragraph(SampleMarch.changes, unreadable: SampleMarch.unreadable)
        == "In March 2026, one of the policy's four targets was met and three were missed. "
        + "Missed: change success rate (63.6%, 7 of 11; 1 failed, 1 rolled back, 1 aborted after the "
        + "start and 1 successful with issues; target >95%), emergency change rate "
        + "(14.3%, 2 of 14; target <5%) and rollback rate (9.1%, 1 of 11; target <2%). "
        + "The evidence is clear for the change success rate; it is inconclusive for the emergency "
        + "change rate and the rollback rate: there are too few changes. "
        + "There is not enough history to call a trend. "
        + "Exceptions: 2 emergencies, 1 failed, 1 rolled back, 1 aborted after the start, "
        + "1 successful with issues. "
        + "One change has no recorded outcome although it is due, and could move these figures. "
        + "One record has errors and is excluded.")
  }

  @Test func aMonthWithoutAFaultIsSaidToBeOne() throws {
    let changes = (1...3).map {
      SampleChange.deployed("C-\($0)", "2026-03-0\($0)T09:00Z", approved: ["2026-03-01T08:00Z"])
    }
    #expect(
      try paragraph([changes[0]])
        == "In March 2026, all four targets of the policy were met. The evidence is inconclusive for "
        + "all three rates: there are too few changes. There is not enough history to call a "
        + "trend. No change failed, and none was an emergency.")
  }

  @Test func anEmptyMonthSaysThatThereIsNoData() throws {
    #expect(
      try paragraph([])
        == "There is no data for March 2026: no change that the targets judge ended. There is not "
        + "enough history to call a trend.")
  }

  @Test func aMonthToComeSaysThatThereIsNoData() throws {
    let text = try paragraph([.deployed("C-1", "2026-03-02T09:00Z")], month: "2026-08")
    #expect(text.hasPrefix("There is no data for August 2026: no change"))
    #expect(!text.contains("%"))
  }

  @Test func aPolicyWithoutTargetsJudgesNothing() throws {
    let text = try paragraph(
      [.deployed("C-1", "2026-03-02T09:00Z", .failed)], policies: [samplePolicy([])])
    #expect(
      text
        == "The policy sets no target for these figures. There is not enough history to call a "
        + "trend. Exceptions: 1 failed.")
  }

  @Test func theRunningMonthIsNotCompared() throws {
    let text = try paragraph(
      [.deployed("C-1", "2026-03-02T09:00Z", .failed)], asOf: "2026-03-20T00:00Z")
    #expect(
      text.hasPrefix(
        "So far in March 2026, two of the policy's four targets were met, one was missed "))
    #expect(text.contains("The month is not compared with earlier ones before it is over."))
  }

  /// A year of months with 40 changes each, of which so many fail.
  private func year(_ failures: [Int]) -> [SampleChange] {
    failures.enumerated().flatMap { month, failed in
      (0..<40).map { number in
        SampleChange.deployed(
          "C-\(month * 100 + number + 10_000)",
          "2025-\(twoDigits(month + 1))-\(twoDigits(number % 28 + 1))T09:00Z",
          number < failed ? .failed : .successful)
      }
    }
  }

  @Test func aSignalIsNamedAndNoiseIsNot() throws {
    // 6 of 40 fail each month, 20 in December.
    let bad = try paragraph(
      year([6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 20]), month: "2025-12", asOf: "2026-01-05T00:00Z")
    #expect(
      bad.contains(
        "moved beyond normal variation: change success rate, worse (20 of 40 in December 2025, "
          + "against 374 of 440 in the eleven months before)"))
    let usual = try paragraph(
      year([6, 5, 7, 6, 8, 6, 4, 6, 7, 6, 5, 7]), month: "2025-12", asOf: "2026-01-05T00:00Z")
    #expect(usual.contains("none moved beyond normal month-to-month variation."))
  }

  @Test func whatWouldHardlyShowIsSaid() throws {
    let text = try paragraph(
      year([2, 2, 1, 3, 2, 2, 1, 2, 2, 3, 2, 2]), month: "2025-12", asOf: "2026-01-05T00:00Z")
    #expect(
      text.contains(
        "With 40 changes in the month, the change success rate would have stood out on its own at 3"
      ))
    #expect(text.contains("or worse; smaller shifts take longer to show."))
  }

  @Test func theDifferenceOfTwoMonthsAloneIsNoSignal() throws {
    let text = try paragraph(
      year([0, 12]), month: "2025-02", asOf: "2025-03-05T00:00Z")
    #expect(text.contains("There is not enough history to call a trend."))
    #expect(!text.contains("beyond normal variation"))
  }
}
