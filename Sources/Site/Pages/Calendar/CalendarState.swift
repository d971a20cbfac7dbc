import Calendar
import Chronology
import DeploymentGate
import PolicyReading
import Records

/// What may run at the as-of instant, and what of it is certain for the days after it: the page goes
/// on telling from these intervals when it is looked at later. All of it is the gate's own answer.
struct CalendarState: Sendable {
  /// Kinds of change that the gate answers alike.
  struct Kind: Sendable {
    /// `Normal, High or Critical risk`
    var name: String
    let forecast: GateForecast
  }

  /// A window with the times in which it is open, and those in which it is but nothing may use it.
  struct Window: Sendable {
    let window: DeploymentWindow
    /// Whole openings, also those after the span.
    let openings: IntervalSet
    /// Within the span: open by the table, and a freeze lets none of the changes through that may use
    /// it, whatever system they touch.
    let suspended: IntervalSet
    /// Within the span: of none of them it is known that it may use it.
    let unknown: IntervalSet
  }

  let calendar: DeploymentCalendar
  let asOf: Instant
  /// Two weeks ahead, or the end of this version of the policy.
  let knownUntil: Instant
  let kinds: [Kind]
  let windows: [Window]
  /// What could not be read, so that there is no answer at all.
  let obstacles: [GateCause]
  /// Types that were left out, where a policy has very many.
  let omitted: Int

  static let days: Int64 = 14
  private static let mostTypes = 24

  var span: Interval { Interval(start: asOf, end: knownUntil) }

  /// - Parameter system: The one that it is told for; nil for all.
  init(_ gate: RegisterGate, asOf: Instant, system: String? = nil) {
    let calendar = gate.book.inForce(at: asOf)
    self.calendar = calendar
    self.asOf = asOf
    let end = min(asOf + Self.days * 86_400, calendar.inForce.end)
    knownUntil = max(end, asOf + 1)
    let span = Interval(start: asOf, end: knownUntil)
    let types = calendar.policy.types
    omitted = max(0, types.count - Self.mostTypes)
    obstacles = gate.obstacles
    var forecasts: [(profile: ChangeProfile, forecast: GateForecast)] = []
    kinds = types.prefix(Self.mostTypes).flatMap { type in
      Self.kinds(of: type, system, in: calendar, by: gate, over: span, &forecasts)
    }
    windows = calendar.windows.map { window in
      Self.window(window, in: calendar, over: span, forecasts)
    }
  }

  /// A kind for each set of risks for which the answers are the same.
  private static func kinds(
    of type: ChangeType, _ system: String?, in calendar: DeploymentCalendar, by gate: RegisterGate,
    over span: Interval, _ forecasts: inout [(profile: ChangeProfile, forecast: GateForecast)]
  ) -> [Kind] {
    let risks: [String?] =
      calendar.policy.risks.isEmpty ? [nil] : calendar.policy.risks.map(\.name)
    var kinds: [Kind] = []
    var answers: [[Answer]: Int] = [:]
    var risksOfKind: [[String]] = []
    for risk in risks {
      let profile = ChangeProfile(type: type, risk: risk, systems: [])
      // Risks that may use the same windows are answered alike.
      let admitted = calendar.windows.map { calendar.admits(profile, to: $0) }
      let index: Int
      if let known = answers[admitted] {
        index = known
        forecasts.append((profile, kinds[known].forecast))
      } else {
        let forecast = gate.forecast(
          type: type.name, risk: risk, system: system, over: span)
        forecasts.append((profile, forecast))
        if let same = kinds.firstIndex(where: { $0.forecast.isSame(as: forecast) }) {
          index = same
        } else {
          index = kinds.count
          kinds.append(Kind(name: type.name, forecast: forecast))
          risksOfKind.append([])
        }
        answers[admitted] = index
      }
      risksOfKind[index] += [risk].compactMap(\.self)
    }
    guard kinds.count > 1 else { return kinds }
    for index in kinds.indices {
      kinds[index].name += ", \(alternatives(risksOfKind[index])) risk"
    }
    return kinds
  }

  /// Suspended is what no kind of change that needs the window may use while it is open.
  private static func window(
    _ window: DeploymentWindow, in calendar: DeploymentCalendar, over span: Interval,
    _ forecasts: [(profile: ChangeProfile, forecast: GateForecast)]
  ) -> Window {
    // Long enough for the end of an opening, and for the next one of a window that is open on one
    // day a week.
    let openings = window.openings(
      in: Interval(start: span.start, end: span.end + days * 86_400))
    let users = forecasts.filter {
      calendar.needsWindow($0.profile) && calendar.admits($0.profile, to: window) != .no
    }
    let open = users.reduce(IntervalSet.empty) { $0.union($1.forecast.open) }
    let unknown = users.reduce(IntervalSet.empty) { $0.union($1.forecast.unknown) }
      .subtracting(open)
    let inSpan = openings.intersection(span)
    return Window(
      window: window, openings: openings,
      suspended: users.isEmpty ? .empty : inSpan.subtracting(open).subtracting(unknown),
      unknown: users.isEmpty ? .empty : inSpan.intersection(unknown))
  }

  /// `Low`, `Low or Medium`, `Low, Medium or High`
  private static func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension GateForecast {
  /// Whether a page says the same of both.
  fileprivate func isSame(as other: GateForecast) -> Bool {
    open == other.open && unknown == other.unknown && exceptions == other.exceptions
      && report.state == other.report.state && report.until == other.report.until
      && report.next?.interval == other.report.next?.interval
  }
}
