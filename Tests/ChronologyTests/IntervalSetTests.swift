import Chronology
import TestSupport
import Testing

/// Sets of intervals against plain sets of the whole seconds that they hold.
@Suite struct IntervalSetTests {
  private static let seconds = 0..<60

  private static func instant(_ second: Int) -> Instant {
    Instant(secondsSinceEpoch: Int64(second))
  }

  private static func random(_ numbers: inout SplitMix) -> [Interval] {
    (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
      let start = Int.random(in: seconds, using: &numbers)
      let length = Int.random(in: 0...12, using: &numbers)
      return Interval(start: instant(start), end: instant(min(60, start + length)))
    }
  }

  private static func members(_ intervals: [Interval]) -> Set<Int> {
    Set(seconds.filter { second in intervals.contains { $0.contains(instant(second)) } })
  }

  private static func check(_ set: IntervalSet, holds expected: Set<Int>, _ operation: String) {
    #expect(members(set.intervals) == expected, "\(operation)")
    for (earlier, later) in zip(set.intervals, set.intervals.dropFirst()) {
      #expect(earlier.end < later.start, "\(operation): neighbours touch or overlap")
    }
    #expect(set.intervals.allSatisfy { $0.seconds > 0 }, "\(operation): an empty interval")
    #expect(set.seconds == Int64(expected.count), "\(operation)")
  }

  @Test func agreesWithSetsOfSeconds() {
    var numbers = SplitMix(seed: 1)
    for _ in 0..<2000 {
      let (first, second) = (Self.random(&numbers), Self.random(&numbers))
      let (a, b) = (IntervalSet(first), IntervalSet(second))
      let (x, y) = (Self.members(first), Self.members(second))
      Self.check(a, holds: x, "normalising")
      Self.check(a.union(b), holds: x.union(y), "union")
      Self.check(a.intersection(b), holds: x.intersection(y), "intersection")
      Self.check(a.subtracting(b), holds: x.subtracting(y), "subtraction")
    }
  }

  @Test func answersForEveryInstantAndSpan() {
    var numbers = SplitMix(seed: 2)
    for _ in 0..<300 {
      let intervals = Self.random(&numbers)
      let set = IntervalSet(intervals)
      let members = Self.members(intervals)
      for second in Self.seconds {
        let instant = Self.instant(second)
        #expect(set.contains(instant) == members.contains(second))
        let isInside = members.contains(second)
        let change = (second + 1...60).first { members.contains($0) != isInside }
        #expect(set.transition(after: instant) == change.map(Self.instant))
        for length in [0, 1, 5] where second + length <= 60 {
          let span = Interval(start: instant, end: Self.instant(second + length))
          let held = length == 0 ? second..<second + 1 : second..<second + length
          #expect(set.covers(span) == held.allSatisfy(members.contains))
          #expect(set.overlaps(span) == held.contains(where: members.contains))
        }
        let fit = (second..<60).first { start in
          start + 3 <= 60 && (start..<start + 3).allSatisfy(members.contains)
        }
        #expect(set.first(lasting: 3, from: instant)?.start == fit.map(Self.instant))
      }
    }
  }

  @Test func joinsIntervalsThatTouch() {
    let set = IntervalSet([
      Interval(start: Self.instant(10), end: Self.instant(20)),
      Interval(start: Self.instant(0), end: Self.instant(10)),
    ])
    #expect(set.intervals == [Interval(start: Self.instant(0), end: Self.instant(20))])
  }
}
