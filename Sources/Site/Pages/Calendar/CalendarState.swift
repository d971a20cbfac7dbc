import Calendar
import Chronology
import PolicyReading
import Records

/// What may run at the as-of instant, and what of it is certain for the days after it: the page goes
/// on telling from these intervals when it is looked at later.
struct CalendarState: Sendable {
  /// Kinds of change that the calendar treats alike.
  struct Kind: Sendable {
    /// `Normal, High or Critical risk`
    var name: String
    /// What `decide` is asked.
    let profile: ChangeProfile
    /// At the as-of instant.
    let decision: Decision
    /// When it may run, until `knownUntil`.
    let open: IntervalSet
    /// When it is not known whether it may, until then.
    let unknown: IntervalSet
  }

  let calendar: DeploymentCalendar
  let asOf: Instant
  /// Two weeks ahead, or the end of this version of the policy.
  let knownUntil: Instant
  let kinds: [Kind]
  /// Types that were left out, where a policy has very many.
  let omitted: Int

  static let days: Int64 = 14
  private static let mostTypes = 24

  var span: Interval { Interval(start: asOf, end: knownUntil) }

  /// - Parameter book: Asked for the policy in force.
  init(_ book: CalendarBook, asOf: Instant) {
    let calendar = book.inForce(at: asOf)
    self.calendar = calendar
    self.asOf = asOf
    let end = min(asOf + Self.days * 86_400, calendar.inForce.end)
    knownUntil = max(end, asOf + 1)
    let span = Interval(start: asOf, end: knownUntil)
    let types = calendar.policy.types
    omitted = max(0, types.count - Self.mostTypes)
    kinds = types.prefix(Self.mostTypes).flatMap { type in
      Self.kinds(of: type, in: calendar, span: span)
    }
  }

  /// A kind for each set of risks for which the answers are the same.
  ///
  /// The change asked about touches no system that a freeze names: freezes of single systems are
  /// told beside.
  private static func kinds(
    of type: ChangeType, in calendar: DeploymentCalendar, span: Interval
  ) -> [Kind] {
    let risks: [String?] =
      calendar.policy.risks.isEmpty ? [nil] : calendar.policy.risks.map(\.name)
    var kinds: [Kind] = []
    var answers: [[Answer]: Int] = [:]
    var risksOfKind: [[String]] = []
    for risk in risks {
      let profile = ChangeProfile(type: type, risk: risk, systems: [])
      let windows = calendar.windows.map { calendar.admits(profile, to: $0) }
      let index: Int
      if let known = answers[windows] {
        index = known
      } else {
        let kind = Kind(profile, in: calendar, span: span)
        if let same = kinds.firstIndex(where: { $0.isAnswered(like: kind) }) {
          index = same
        } else {
          index = kinds.count
          kinds.append(kind)
          risksOfKind.append([])
        }
        answers[windows] = index
      }
      risksOfKind[index] += [risk].compactMap(\.self)
    }
    guard kinds.count > 1 else { return kinds }
    for index in kinds.indices {
      kinds[index].name += ", \(alternatives(risksOfKind[index])) risk"
    }
    return kinds
  }

  /// `Low`, `Low or Medium`, `Low, Medium or High`
  private static func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension CalendarState.Kind {
  fileprivate init(_ profile: ChangeProfile, in calendar: DeploymentCalendar, span: Interval) {
    name = profile.type?.name ?? ""
    self.profile = profile
    decision = calendar.decide(profile, over: Interval(start: span.start, end: span.start))
    open = calendar.openTime(for: profile, in: span)
    unknown = calendar.unknownTime(for: profile, open: open, in: span)
  }

  fileprivate func isAnswered(like other: Self) -> Bool {
    open == other.open && unknown == other.unknown && decision.state == other.decision.state
      && decision.until == other.decision.until && decision.next == other.decision.next
  }
}

extension DeploymentCalendar {
  /// When `decide` has no answer for an instant: no freeze stops the change for certain, and what is
  /// left may be open or not.
  fileprivate func unknownTime(
    for profile: ChangeProfile, open: IntervalSet, in span: Interval
  ) -> IntervalSet {
    let frozen = frozenTime(for: profile, in: span)
    let windows = windowTime(for: profile, in: span, orUnknown: true)
    let doubts = doubts.filter { $0.concern == .windows }.map(\.interval)
    let closed = IntervalSet(span).subtracting(windows)
    return windows.subtracting(open).union(closed.intersection(IntervalSet(doubts)))
      .subtracting(frozen).intersection(span)
  }
}
