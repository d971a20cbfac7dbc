import Chronology
import Foundation
import PolicyReading
import Records
import Testing

@testable import Figures

/// Whatever the records are, figures are numbers or say that there are none.
struct BadInputTests {
  /// A text, JSON, CSV and derivations of a month; nothing in them may look like a failed
  /// computation.
  private func everything(
    _ changes: [SampleChange], month label: String = "2026-03", unreadable: Set<String> = []
  ) throws -> String {
    let register = try sampleRegister(changes)
    let index = FiguresIndex(register, unreadable: unreadable, asOf: at("2026-04-15T00:00Z"))
    let period = try #require(Period(.month, labelled: label, in: .utc))
    let figures = index.measure(period)
    let json = figuresJSON(figures)
    _ = try JSONSerialization.jsonObject(with: Data(json))
    var texts = [figuresText(figures), String(decoding: json, as: UTF8.self)]
    for definition in FigureCatalogue.definitions {
      texts.append(
        String(decoding: renderFigureCSV(definition, [figures]), as: UTF8.self))
      texts.append(
        renderDerivationText(try #require(index.derive(definition.key, of: period))))
      let series = try #require(FigureSeries(definition, in: [figures]))
      texts.append(headline(of: series).text)
    }
    texts.append(verdictParagraph(of: figures, in: index.measureAll(.month)))
    return texts.joined(separator: "\n")
  }

  private func isSane(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return !words.contains("nan") && !words.contains("inf") && !words.contains("infinity")
  }

  @Test func nothingAtAll() throws {
    let text = try everything([])
    #expect(isSane(text))
    #expect(!text.contains("0%,") && !text.contains("100%,"))
    #expect(text.contains("k = 0, n = 0: nothing is counted, so there is no rate"))
    #expect(text.contains("No change belongs to the period."))
    #expect(text.contains("No incident belongs to the period."))
  }

  @Test func oneRecord() throws {
    let text = try everything([
      .deployed("C-1", "2026-03-02T09:00Z", approved: ["2026-03-02T08:00Z"])
    ])
    #expect(isSane(text))
    #expect(text.contains("Change success rate 100%, 1 of 1"))
    #expect(text.contains("mean of 1 change"))
    #expect(text.contains("it ends at 100% exactly, since k = n"))
    #expect(text.contains("sum = 3600 s"))
  }

  @Test func allUnknown() throws {
    let changes = (1...3).map { number in
      var change = SampleChange("C-\(number)")
      change.deployed = "2026-03-02T09:00Z"
      return change
    }
    let text = try everything(changes)
    #expect(isSane(text))
    #expect(text.contains(", from 0% to 100%"))
    #expect(text.contains("Three changes have no recorded outcome although it is due"))
  }

  @Test func allExcluded() throws {
    let changes = (1...3).map { SampleChange.deployed("C-\($0)", "2026-03-02T09:00Z") }
    let text = try everything(changes, unreadable: ["C-1", "C-2", "C-3"])
    #expect(isSane(text))
    #expect(text.contains("no data in March 2026, three changes excluded"))
    #expect(text.contains("Three records have errors and are excluded."))
  }

  @Test(arguments: ["1970-01", "2025-12", "2026-12", "2199-12"])
  func monthsOutsideTheRecords(label: String) throws {
    let text = try everything([.deployed("C-1", "2026-03-02T09:00Z")], month: label)
    #expect(isSane(text))
    #expect(text.contains("There is no data for"))
    #expect(text.contains("Deployment frequency"))
    #expect(!text.contains("0 deployments"))
  }

  @Test func timesThatRunBackwards() throws {
    var change = SampleChange.deployed(
      "C-1", "2026-03-02T09:00Z", approved: ["2026-03-02T10:00Z"])
    change.requested = "2026-03-03T09:00Z"
    change.started = "2026-03-04T09:00Z"
    let text = try everything([change])
    #expect(isSane(text))
    #expect(text.contains("requested after the deployment: the time would be negative"))
    #expect(text.contains("ended before the start"))
    #expect(!(0...9).contains { text.contains("−\($0)") || text.contains(" -\($0)") })
  }

  @Test func namesThatWouldBreakALine() throws {
    var change = SampleChange.deployed("C-1", "2026-03-02T09:00Z", .failed)
    change.title =
      "<script>alert(1)</script> | \"a,b\"\n=1+1 \u{202E}\u{2066}محول\u{200F} 🧯🚨 "
      + String(repeating: "long ", count: 60)
    let text = try everything([change])
    #expect(isSane(text))
    let lines = text.split(separator: "\n")
    // One line of the report and one of each derivation that names it.
    #expect(
      lines.filter { $0.contains("محول") }.allSatisfy { $0.contains("C-1") || $0.contains("title") }
    )
    #expect(!text.contains("\u{202E}") || text.contains(#""title": "#))
  }

  @Test func aHundredThousandChangesInAMonth() throws {
    let changes = (0..<100_000).map { number in
      var change = SampleChange.deployed(
        "C-\(100_000 + number)", "2026-03-\(twoDigits(number % 28 + 1))T09:00Z",
        number % 4 == 0 ? .failed : .successful,
        approved: ["2026-03-\(twoDigits(number % 28 + 1))T08:00Z"])
      change.requested = "2026-03-01T08:00Z"
      change.systems = ["s\(number % 50)"]
      return change
    }
    let index = FiguresIndex(
      try sampleRegister(changes), unreadable: [], asOf: at("2026-04-15T00:00Z"))
    let march = try #require(Period(.month, labelled: "2026-03", in: .utc))
    let figures = index.measure(march)
    #expect(try figures.rateFigure("change_success_rate").share == Ratio(75_000, 100_000))
    #expect(try figures.timeToDeploy().summary?.total == 3600 * 100_000)
    let paragraph = verdictParagraph(of: figures, in: index.measureAll(.month))
    #expect(
      paragraph.contains("change success rate (75.0%, 75000 of 100000; 25000 failed; target >95%)"))
    #expect(paragraph.contains("The evidence is clear for all three rates."))
    #expect(figuresText(figures).contains("100000 deployments"))
    let systems = index.bySystem()
    #expect(systems.names.count == 50)
    #expect(
      systems.measureAll(.month, of: "s0")[0].rate("change_success_rate")?.share
        == Ratio(1000, 2000))
    let whole = Interval(start: at("2026-03-01T00:00Z"), end: at("2026-04-01T00:00Z"))
    #expect(index.breakdown(of: "change_success_rate", by: .system, over: whole).count == 50)
  }

  @Test func numbersForPeopleAreShort() {
    #expect(formatNumber(0) == "0")
    #expect(formatNumber(0.04) == "<0.1")
    #expect(formatNumber(2.258) == "2.3")
    #expect(formatNumber(13.96) == "14")
    #expect(fixed(0.694_56) == "0.6946")
    #expect(fixed(-1.5, places: 1) == "−1.5")
    #expect(fixed(0.000_01) == "0.0000")
  }
}
