import Chronology
import Testing

@Suite struct InstantTextTests {
  @Test(arguments: [
    ("2026-03-02T09:15Z", "2026-03-02T09:15:00Z"),
    ("2026-03-02T09:15:30Z", "2026-03-02T09:15:30Z"),
    ("2026-03-02t09:15:30z", "2026-03-02T09:15:30Z"),
    ("2026-03-02 09:15:30.999Z", "2026-03-02T09:15:30Z"),
    ("2026-03-02T00:15+02:00", "2026-03-01T22:15:00Z"),
    ("2026-12-31T23:30-05:45", "2027-01-01T05:15:00Z"),
    ("2026-03-02T09:15+0200", "2026-03-02T07:15:00Z"),
    ("2026-03-02T09:15-05", "2026-03-02T14:15:00Z"),
    ("2026-03-02T09:15-00:00", "2026-03-02T09:15:00Z"),
    ("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50Z"),
    ("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27Z"),
    ("2024-02-29T00:00Z", "2024-02-29T00:00:00Z"),
    ("0001-01-01T00:00Z", "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
  ])
  func readsRFC3339(text: String, instant: String) {
    let reading = InstantText.read(text, in: .utc)
    #expect(reading?.instant.rfc3339 == instant)
    #expect(reading?.zoneAssumed == false)
  }

  @Test(arguments: [
    "", "2026-03-02", "2026-03-02T", "2026-03-02T09", "2026-03-02T0915Z", "2026-03-02T24:01Z",
    "2026-03-02T24:00:00.5Z", "26-03-02T09:15Z", "2026-02-29T00:00Z", "2026-13-01T00:00Z",
    "2026-04-31T00:00Z", "2026-03-02T25:00Z", "2026-03-02T09:60Z", "1990-12-31T23:59:60Z",
    "2026-03-02T09:15:30.Z", "2026-03-02T09:15+24:00",
    "2026-03-02T09:15+02:60", "2026-03-02T09:15+2", "2026-03-02T09:15+02:", "2026-03-02T09:15ZZ",
    "2026-03-02T09:15:3Z", "+2026-03-02T09:15Z", "２026-03-02T09:15Z",
    "2026-03-02T09:15\u{2212}05:00",
    "yesterday", "1772442900",
  ])
  func refusesWhatIsNoInstant(text: String) {
    #expect(InstantText.read(text, in: .utc) == nil)
  }

  @Test func assumesAZoneWhereNoneIsWrittenAndSaysSo() throws {
    let zone = try #require(Zone(named: "Europe/Zurich"))
    let reading = try #require(InstantText.read("2026-07-02T09:15", in: zone))
    #expect(reading.instant.rfc3339 == "2026-07-02T07:15:00Z")
    #expect(reading.zoneAssumed)
  }

  @Test func readsADateAndNothingMore() {
    #expect(InstantText.readDay("2026-03-02")?.description == "2026-03-02")
    #expect(InstantText.readDay("2026-03-02T00:00Z") == nil)
    #expect(InstantText.readDay("2026-02-30") == nil)
  }
}
