import Chronology
import Foundation
import PolicyReading
import Records
import Testing

@testable import Figures

/// A second before the end of a period and its first second are in different periods, in zones with
/// summer time too: against the calendar of Foundation, which knows nothing of ours.
struct PeriodEdgeTests {
  /// Clocks change at night, at midnight, by half an hour, in the south; on a first of a month or not.
  private static let zones = [
    "Europe/Berlin", "America/New_York", "America/Santiago", "Africa/Cairo", "Australia/Lord_Howe",
    "Asia/Beirut", "America/Asuncion", "Pacific/Auckland", "UTC",
  ]

  private func starts(_ kind: Period.Kind, in zone: TimeZone) -> [Instant] {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = zone
    let unit: Calendar.Component =
      switch kind {
      case .week: .weekOfYear
      case .month, .quarter: .month
      case .year: .year
      }
    let step = kind == .quarter ? 3 : 1
    let count = [.week: 60, .month: 24, .quarter: 8, .year: 3][kind] ?? 0
    let first = DateComponents(
      calendar: calendar, timeZone: zone, year: 2023, month: 1, day: kind == .week ? 2 : 1)
    guard let date = calendar.date(from: first) else { return [] }
    return (1...count).compactMap { number in
      calendar.date(byAdding: unit, value: step * number, to: date).map {
        // The first instant of that day, which is not always midnight.
        Instant(secondsSinceEpoch: Int64(calendar.startOfDay(for: $0).timeIntervalSince1970))
      }
    }
  }

  @Test(arguments: zones)
  func aSecondPartsTwoPeriods(name: String) throws {
    let zone = try #require(Zone(named: name))
    let timeZone = try #require(TimeZone(identifier: name))
    for kind in Period.Kind.allCases {
      let edges = starts(kind, in: timeZone)
      #expect(!edges.isEmpty)
      let changes = edges.enumerated().flatMap { number, edge in
        [(-1, "before"), (0, "at"), (1, "after")].map { offset, word in
          SampleChange.deployed(
            "C-\(100 + number)-\(word)", (edge + Int64(offset)).rfc3339,
            number % 2 == 0 ? .failed : .successful)
        }
      }
      let register = try sampleRegister(changes, policies: [samplePolicy(zone: zone)])
      let periods = FiguresIndex(register, unreadable: [], asOf: at("2026-06-01T00:00Z"))
        .measureAll(kind)
      for (number, edge) in edges.enumerated() {
        for key in ["change_success_rate", "emergency_change_rate", "deployment_frequency"] {
          func holder(_ word: String) -> Instant? {
            let held = periods.filter {
              $0[key: key]?.countedIDs.contains("C-\(100 + number)-\(word)") ?? false
            }
            return held.count == 1 ? held[0].period.interval.start : nil
          }
          #expect(holder("at") == edge, "\(name), \(kind), \(edge.rfc3339)")
          #expect(holder("after") == edge)
          #expect(holder("before").map { $0 < edge } ?? false)
        }
      }
    }
  }
}
