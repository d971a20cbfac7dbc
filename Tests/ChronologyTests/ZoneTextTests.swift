import Chronology
import Foundation
import Testing

@Suite struct ZoneTextTests {
  @Test(arguments: [
    ("UTC", "UTC"), ("gmt", "UTC"), ("(Europe/Zurich)", "Europe/Zurich"), ("UTC+2", "Etc/GMT-2"),
    ("GMT-05:00", "Etc/GMT+5"), ("UTC\u{2212}3", "Etc/GMT+3"), ("ET", "America/New_York"),
    ("Eastern Time", "America/New_York"), ("JST", "Asia/Tokyo"), ("EST5EDT", "EST5EDT"),
  ])
  func reads(_ text: String, _ name: String) {
    #expect(ZoneText.read(text) == Zone(named: name).map { .zone($0) })
  }

  @Test(arguments: [
    "", "only", "local", "Mars/Olympus", "UTC+25", "UTC+5:30", "GMT+0530", "UTC+", "XYZ", "+02:00",
  ])
  func refuses(_ text: String) {
    #expect(ZoneText.read(text) == nil)
  }

  @Test(arguments: [
    "BST", "AST", "NST", "IST", "CST", "ART", "AMT", "GST", "SST", "ECT", "WST", "BRT", "ist",
  ])
  func namesWhatAnAbbreviationOfSeveralPlacesMayBe(_ text: String) throws {
    guard case .ambiguous(let names)? = ZoneText.read(text) else {
      Issue.record("\(text) is taken")
      return
    }
    #expect(names.count > 1)
    for name in names { #expect(Zone(named: name) != nil, "\(name)") }
    #expect(ZoneText.accepted(insteadOf: text, among: names).contains(names[0]))
  }

  /// Foundation would take each of these for some place without a word.
  @Test func noAbbreviationIsTakenThatIsNotOurs() {
    for name in TimeZone.abbreviationDictionary.keys where !["UTC", "GMT", "Z"].contains(name) {
      #expect(Zone(named: name) == nil, "\(name)")
      if case .zone(let zone)? = ZoneText.read(name) {
        let places = [
          "Pacific/Honolulu", "Europe/Moscow", "Asia/Tokyo", "Asia/Seoul",
          "Asia/Hong_Kong", "Asia/Singapore",
        ]
        #expect(places.contains(zone.name), "\(name) is \(zone.name)")
      }
    }
  }

  @Test(arguments: [
    ("EST", "Etc/GMT+5", "America/New_York", true),
    ("PST", "Etc/GMT+8", "America/Los_Angeles", true),
    ("cet", "Europe/Brussels", "Europe/Brussels", false),
    ("AEST", "Australia/Brisbane", "Australia/Sydney", true),
  ])
  func saysWhatAnAbbreviationLeavesOpen(
    _ text: String, _ zone: String, _ place: String, _ isFixed: Bool
  ) {
    guard case .abbreviation(let read, let abbreviation)? = ZoneText.read(text) else {
      Issue.record("\(text)")
      return
    }
    #expect(read.name == zone)
    #expect(abbreviation.place == place)
    #expect(abbreviation.isFixed == isFixed)
    #expect(Zone(named: place) != nil)
  }
}

@Suite struct RoundedEndTests {
  @Test(arguments: [
    ("2026-03-02T09:15:30.001Z", "2026-03-02T09:15:31Z"),
    ("2026-03-02T09:15:30.000Z", "2026-03-02T09:15:30Z"),
    ("2026-12-31T23:59:59.9Z", "2027-01-01T00:00:00Z"),
    ("2026-03-02T09:15Z", "2026-03-02T09:15:00Z"),
  ])
  func anEndIsRoundedUp(_ text: String, _ end: String) {
    #expect(InstantText.read(text, in: .utc)?.end.rfc3339 == end)
  }

  @Test(arguments: [
    ("2026-03-02T09:00:00.9Z/2026-03-02T10:00:00.1Z", "09:00:00Z", "10:00:01Z"),
    ("2026-03-02T09:00:00.9Z/PT1H", "09:00:00Z", "10:00:01Z"),
    ("PT1H/2026-03-02T10:00:00.1Z", "09:00:00Z", "10:00:01Z"),
    ("2026-03-02T09:00:00.0Z/10:00:00.00", "09:00:00Z", "10:00:00Z"),
  ])
  func anIntervalLosesNothing(_ text: String, _ start: String, _ end: String) throws {
    let interval = try #require(IntervalText.read(text, in: .utc)).interval
    #expect(interval.start.rfc3339.hasSuffix(start))
    #expect(interval.end.rfc3339.hasSuffix(end))
  }
}
