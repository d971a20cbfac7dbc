import Chronology
import Testing

@Suite struct DurationTextTests {
  @Test(
    arguments: [
      ("45m", 2700), ("2h", 7200), ("1h30m", 5400), ("PT45M", 2700), ("PT1H30M", 5400),
      ("90 min", 5400), ("2 days", 172_800), ("1 d 2 h 3 min 4 s", 93_784), ("P1DT2H", 93_600),
      ("P1W", 604_800), ("1w", 604_800), ("pt2h", 7200), ("0m", 0), ("48 Hours", 172_800),
      ("90s", 90), ("9999999w", 9_999_999 * 604_800),
    ] as [(String, Int64)])
  func readsDurations(text: String, seconds: Int64) {
    #expect(DurationText.read(text) == seconds)
  }

  @Test(arguments: [
    "", "P", "PT", "45", "h", "1m30", "30m1h", "1h1h", "1.5h", "-1h", "P1M", "P1Y", "PT1D", "P1H",
    "1 month", "12345678s", "1h,30m", "P1DT", "PT1HT1M", " 45m", "４５m", "1 hour and a half",
  ])
  func refusesWhatIsNoDuration(text: String) {
    #expect(DurationText.read(text) == nil)
  }

  @Test(
    arguments: [
      (0, "0 s"), (45, "45 s"), (59, "59 s"), (60, "1 min"), (95, "1 min 35 s"),
      (5700, "1 h 35 min"),
      (3600, "1 h"), (3659, "1 h"), (7199, "1 h 59 min"), (183_600, "2 d 3 h"), (172_800, "2 d"),
      (86_400 * 400 + 59, "400 d"), (-5400, "\u{2212}1 h 30 min"), (-1, "\u{2212}1 s"),
      (.min, "\u{2212}106751991167300 d 15 h"),
    ] as [(Int64, String)])
  func describesTheTwoLargestUnits(seconds: Int64, text: String) {
    #expect(DurationText.describe(seconds: seconds) == text)
  }

  @Test func readsWhatItDescribes() {
    for seconds in [1, 60, 61, 3600, 3660, 86_400, 90_000] as [Int64] {
      #expect(DurationText.read(DurationText.describe(seconds: seconds)) == seconds)
    }
  }
}
