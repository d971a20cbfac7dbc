import Chronology
import Configuration
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

@testable import Calendar

/// The judgement of one interval against the sets that the same question has as its answer over
/// years.
@Suite struct ComplianceTests {
  private static let year = Interval(
    start: Instant(secondsSinceEpoch: 1_798_761_600),
    end: Instant(secondsSinceEpoch: 1_798_761_600 + 370 * 86_400))

  private static func calendar(
    _ rows: String, zone: String = "UTC", incidents: [Incident] = []
  ) -> DeploymentCalendar {
    let policy = readPolicy(
      SourceFile(
        path: FullPolicy.path,
        text: FullPolicy.text(
          replacingTableWith: "| Window | Time | Purpose |\n|---|---|---|\n\(rows)")),
      settings: Settings())
    var settings = Settings()
    settings.zone = Zone(named: zone)
    return DeploymentCalendar(policy, freezes: [], incidents: incidents, settings: settings)
  }

  private static func profile(
    _ calendar: DeploymentCalendar, systems: [String]? = ["rpc"]
  ) -> ChangeProfile {
    ChangeProfile(
      type: calendar.policy.types.first { $0.name == "Normal" }, risk: "Low", systems: systems)
  }

  static let rows = [
    "| A | 02:00-06:00 | Normal |\n| B | 14:00-18:00 | Normal |",
    "| A | 22:00-02:30 | Normal |\n| B | 02:30-03:00 | Normal |\n| C | 23:00-01:00 | Normal |",
    "| A | Mon-Fri 00:00-24:00 | Normal |\n| B | Sat 06:00-12:00 | Normal |",
    "| A | 00:00-12:00 | Normal |\n| B | 12:00-00:00 | Normal |",
    "| A | 24/7 | Normal |", "| A | 24/7 | Standard |",
  ]

  @Test(arguments: ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"], rows)
  func agreesWithTheWindowsOfAYear(zone: String, rows: String) {
    let calendar = Self.calendar(rows, zone: zone)
    let profile = Self.profile(calendar)
    let open = calendar.windowTime(for: profile, in: Self.year)
    var random = SplitMix(seed: 7)
    for _ in 0..<1500 {
      let start = Self.year.start + Int64(random.below(365 * 96)) * 900
      let interval = Interval(start: start, end: start + Int64(random.below(12)) * 3600)
      let found = calendar.judge(interval, of: profile)
      let around = open.interval(holding: start)
      #expect(found.startsOutside == (around == nil), "\(start.rfc3339)")
      let expected = around.flatMap { $0.end < interval.end ? $0.end : nil }
      #expect(found.ranPast == expected, "\(start.rfc3339)")
    }
  }

  @Test func findsTheFreezesOfAThousandIncidents() {
    var random = SplitMix(seed: 11)
    let names = ["rpc", "explorer", "Bridge Relay", "all"]
    let incidents = (0..<1000).map { number -> Incident in
      let start = Self.year.start + Int64(random.below(365 * 24)) * 3600
      let resolved =
        random.below(20) == 0
        ? "" : "resolved: \((start + Int64(random.below(72)) * 3600).rfc3339)\n"
      let systems = random.below(5) == 0 ? "" : "systems: [\(names[random.below(4)])]\n"
      return readIncident(
        SourceFile(
          path: "content/incidents/INC-2027-\(number).md",
          text: "---\nstarted: \(start.rfc3339)\n\(resolved)\(systems)---\n"), zone: .utc)
    }
    let calendar = Self.calendar("| A | 24/7 | Normal |", incidents: incidents)
    for systems in [["rpc"], ["bridge-relay", "rpc", "docs"], ["docs"], nil] {
      let profile = Self.profile(calendar, systems: systems)
      for _ in 0..<40 {
        let start = Self.year.start + Int64(random.below(365 * 24)) * 3600
        let interval = Interval(start: start, end: start + Int64(random.below(100)) * 3600)
        let around = interval.withItsInstant
        let expected = calendar.freezes.filter { freeze in
          freeze.stops(profile) == .yes && !freeze.occurrences(in: around).isEmpty
        }
        let found = calendar.judge(interval, of: profile).freezes.map(\.freeze.key)
        #expect(found == expected.map(\.key))
      }
    }
  }

  @Test(arguments: [
    ("Low", "02:30", true), ("High", "02:30", true), ("High", "14:30", true),
    ("Medium", "14:30", false), ("Critical", "14:30", true), ("Medium", "02:30", true),
  ])
  func readsSignificantChangesAsTheSettingsSay(risk: String, at time: String, isOpen: Bool) throws {
    var settings = Settings()
    settings.terms = [
      TermReading(term: "Significant changes", types: [], risks: ["Medium"], categories: [])
    ]
    let policy = readPolicy(
      SourceFile(path: FullPolicy.path, text: FullPolicy.text), settings: settings)
    let calendar = DeploymentCalendar(policy, freezes: [], incidents: [], settings: settings)
    let profile = ChangeProfile(
      type: policy.types.first { $0.name == "Normal" }, risk: risk, systems: ["rpc"])
    let start = try #require(InstantText.read("2027-03-09T\(time)Z", in: .utc)).instant
    let found = calendar.judge(Interval(start: start, end: start), of: profile)
    // The others may use the window of significant changes too, and not the other way round.
    #expect(found.startsOutside == !isOpen)
  }

  @Test func isNotKeptByAPlanOfAThousandYears() {
    let calendar = Self.calendar("| A | 00:00-12:00 | Normal |\n| B | 12:00-00:00 | Normal |")
    let found = calendar.judge(
      Interval(start: Self.year.start, end: .distantFuture), of: Self.profile(calendar))
    #expect(!found.startsOutside)
    #expect(found.ranPast == nil)
    #expect((3...5).contains(found.freezes.count))
  }

  @Test func tellsWhichIntervalsOverlapASpan() {
    var random = SplitMix(seed: 3)
    for count in [0, 1, 2, 3, 7, 8, 9, 100] {
      let intervals = (0..<count).map { key -> (interval: Interval, key: Int) in
        let start = Instant(secondsSinceEpoch: Int64(random.below(200)))
        return (Interval(start: start, end: start + Int64(random.below(30))), key)
      }
      let index = IntervalIndex(intervals)
      for _ in 0..<50 {
        let start = Instant(secondsSinceEpoch: Int64(random.below(220)))
        let span = Interval(start: start, end: start + Int64(random.below(20)))
        var found: [Int] = []
        index.overlapping(span) {
          found.append($0)
          return true
        }
        let expected = intervals.filter { $0.interval.overlaps(span) }
        #expect(found.sorted() == expected.map(\.key))
        var first: [Int] = []
        index.overlapping(span) {
          first.append($0)
          return first.count < 2
        }
        #expect(first == Array(found.prefix(2)))
      }
    }
  }
}
