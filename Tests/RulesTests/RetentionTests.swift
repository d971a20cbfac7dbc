import Chronology
import PolicyReading
import Rules
import SourceText
import TestSupport
import Testing

/// When what has to be kept may go.
@Suite struct RetentionTests {
  /// Not before the same day so many months later is over, and no more than a few days after.
  @Test(arguments: 0..<60)
  func nothingGoesTooEarly(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let register = try #require(SamplePolicy.book())
    guard let retention = register.latest.retention?.value else { return }
    let instant = Instant(
      secondsSinceEpoch: 1_700_000_000 + Int64(random.below(200_000_000)))
    let end = try #require(retention.end(after: instant, in: .utc))
    let day = Zone.utc.wallTime(at: instant).day
    let first = try #require(CivilDay(year: day.year, month: day.month, day: 1))
    let same = Zone.utc.start(of: first.addingMonths(retention.months).adding(days: day.day - 1))
    #expect(end - same == 86_400)
    #expect(end > instant)
  }
}
