import Chronology
import PolicyReading

extension ChangeType.LeadTime {
  /// When a change may start that was requested at an instant; nil where a vote decides it.
  package func earliestStart(after requested: Instant, in zone: Zone) -> Instant? {
    let day = zone.wallTime(at: requested).day
    switch self {
    case .immediate, .sameDay: return requested
    case .days(let count): return max(requested, zone.start(of: day.adding(days: count)))
    case .businessDays(let count):
      return max(requested, zone.start(of: day.adding(businessDays: count)))
    case .seconds(let count): return requested + count
    case .votingPeriod: return nil
    }
  }
}

extension CivilDay {
  var isBusinessDay: Bool { weekday != .saturday && weekday != .sunday }

  /// The day on which that many days from Monday to Friday have passed.
  func adding(businessDays count: Int) -> CivilDay {
    // Each five of them are a week.
    var day = adding(days: count / 5 * 7)
    var rest = count % 5
    if rest == 0, count > 0 {
      while !day.isBusinessDay { day = day.adding(days: -1) }
    }
    while rest > 0 {
      day = day.adding(days: 1)
      if day.isBusinessDay { rest -= 1 }
    }
    return day
  }
}
