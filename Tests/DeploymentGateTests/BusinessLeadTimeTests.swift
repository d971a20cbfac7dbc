import Chronology
import Configuration
import DeploymentGate
import Findings
import Records
import Rules
import SourceText
import TestSupport
import Testing

/// Lead times in business days, against days that are counted one by one: what the rule finds and what
/// `next` proposes are the same.
@Suite struct BusinessLeadTimeTests {
  private static let policy = """
    # Policy

    | Type | Approval | Lead Time |
    |---|---|---|
    | Normal | None | COUNT business days |

    | Window | Time |
    |---|---|
    | Always | 24/7 |

    | Freeze | Duration | Changes Allowed |
    |---|---|---|
    | Leap day | Feb 29 | None |
    """

  private struct Sample {
    let count: Int
    /// Empty for a site without lists.
    let holidays: [CivilDay]
    let requested: CivilDay
    let start: CivilDay

    init(_ seed: Int) {
      var random = SplitMix(seed: UInt64(seed))
      count = random.below(12)
      requested = CivilDay(daysSinceEpoch: 20_300 + random.below(700))
      start = requested.adding(days: random.below(24))
      holidays =
        seed % 4 == 0
        ? [] : (0..<30).map { _ in CivilDay(daysSinceEpoch: 20_089 + random.below(730)) }
    }

    /// Nil where no list has the year.
    func isBusinessDay(_ day: CivilDay) -> Bool? {
      if day.weekday.rawValue > 5 { return false }
      if holidays.isEmpty { return true }
      if holidays.contains(day) { return false }
      return holidays.contains { $0.year == day.year } ? true : nil
    }

    /// The day on which that many have passed, where those that nobody knows count or do not.
    func day(counting unknown: Bool) -> CivilDay? {
      var (left, day) = (count, requested)
      for _ in 0..<300 where left > 0 {
        day = day.adding(days: 1)
        if isBusinessDay(day) ?? unknown { left -= 1 }
      }
      return left == 0 ? day : nil
    }

    func register(started: Bool) throws -> Register {
      let record = """
        ---
        id: CHG-2026-0001
        type: Normal
        systems: [web]
        requester: "@ann"
        implementer: "@bob"
        requested: \(requested)T12:00Z
        \(started ? "started: \(start)T13:00Z" : "title: A change")
        ---
        """
      let list = "| Date |\n|---|\n" + holidays.map { "| \($0) |\n" }.joined()
      let files = [
        SourceFile(
          path: "content/policy/p.md",
          text: BusinessLeadTimeTests.policy.replacing("COUNT", with: "\(count)")),
        SourceFile(path: "content/changes/CHG-2026-0001.md", text: record),
      ]
      return try readRegister(
        SourceTree(
          files: files
            + (holidays.isEmpty ? [] : [SourceFile(path: "content/holidays/here.md", text: list)])),
        settings: Settings(), jobs: .one)
    }
  }

  @Test(arguments: 0..<60)
  func theRuleAndTheNextSlotCountTheSameDays(_ seed: Int) throws {
    let sample = Sample(seed)
    let (earliest, certain) = (sample.day(counting: true), sample.day(counting: false))
    let asOf = Zone.utc.start(of: sample.requested) + 12 * 3600
    let found = check(
      try sample.register(started: true), asOf: asOf + 86_400 * 60, jobs: Jobs(1)
    ).filter { $0.code.number == 401 }
    let isTooShort = try sample.start < #require(earliest)
    let mayBeTooShort = certain.map { sample.start < $0 } ?? true
    #expect(
      found.map(\.severity) == (isTooShort ? [.breach] : mayBeTooShort ? [.warning] : []),
      "\(sample)")

    let register = try sample.register(started: false)
    let next = NextSlots(
      try #require(register.changes.first), by: RegisterGate(register), from: asOf, seconds: 3600,
      count: 1)
    let start = next.slots.first.map { Zone.utc.wallTime(at: $0.interval.start).day }
    let leap = CivilDay(year: 2028, month: 2, day: 29)
    if certain != leap { #expect(start == certain, "\(sample): \(next.obstacles.map(\.text))") }
    if certain == nil {
      #expect(next.isUnknown)
      #expect(next.obstacles.contains { $0.text.contains("holidays") })
    }
  }
}
