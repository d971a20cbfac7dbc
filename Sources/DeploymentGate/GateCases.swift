import Calendar
import Chronology
import PolicyReading

/// Everything that a change may be of which type or risk is not given, decided one by one.
struct GateCases {
  /// What all cases agree on; unknown where they do not.
  let state: Decision.State
  let because: [GateCause]
  /// Those of the decisions, where all of them agree.
  let until: Instant?
  let next: Interval?
  let perhaps: Interval?
  private let subject: GateSubject
  private let first: Case

  private struct Case {
    let type: String?
    let risk: String?
    var state = Decision.State.unknown
    var because: [GateCause] = []
  }

  init(of subject: GateSubject, over interval: Interval, by book: CalendarBook, words: GateWords) {
    let calendar = book.inForce(at: interval.start)
    let types = Self.values(subject.type, of: calendar.policy.types.map(\.name))
    let risks = Self.values(subject.risk, of: calendar.policy.risks.map(\.name))
    var cases = types.flatMap { type in risks.map { Case(type: type, risk: $0) } }
    func profiling(_ one: Case) -> CalendarBook.Profiling {
      { subject.profile(type: one.type, risk: one.risk, in: $0) }
    }
    for index in cases.indices {
      let (state, because) = book.weigh(profiling(cases[index]), over: interval)
      cases[index].state = state
      cases[index].because = because.flatMap { words.causes($0.cause, in: $0.calendar) }
    }
    let states = Set(cases.map(\.state))
    let isAgreed = states.count == 1
    state = isAgreed ? cases[0].state : .unknown
    because =
      (isAgreed ? [] : [Self.missing(cases, subject, words)])
      + cases.filter { isAgreed || $0.state == .unknown }.flatMap(\.because).once
    self.subject = subject
    first = cases[0]
    let decisions =
      isAgreed && cases.count <= Self.mostSearches
      ? cases.map { book.decide(profiling($0), over: interval) } : []
    until = Self.agreed(decisions.map(\.until))
    next = Self.agreed(decisions.map(\.next))
    perhaps = Self.agreed(decisions.map(\.perhaps))
  }

  func firstProfile(in calendar: DeploymentCalendar) -> ChangeProfile {
    subject.profile(type: first.type, risk: first.risk, in: calendar)
  }

  /// A policy with more cases than this is answered without a look ahead.
  private static let mostSearches = 64

  /// The value that was given, else all that there are.
  private static func values(_ given: String?, of names: [String]) -> [String?] {
    if given != nil { return [given] }
    return names.isEmpty ? [nil] : names
  }

  private static func agreed<Value: Equatable>(_ values: [Value?]) -> Value? {
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// On which of type and risk the answer depends, and how.
  private static func missing(
    _ cases: [Case], _ subject: GateSubject, _ words: GateWords
  ) -> GateCause {
    func differs(_ a: (Case, Case) -> Bool) -> Bool {
      cases.contains { one in cases.contains { a(one, $0) && one.state != $0.state } }
    }
    let byType = differs { $0.risk == $1.risk }
    let byRisk = differs { $0.type == $1.type }
    func hint(_ name: String) -> String { words.hint("--\(name)", "\(name):") }
    switch (byType, byRisk) {
    case (true, true):
      return GateCause(
        .missing, name: "type",
        "it depends on the type and the risk: \(hint("type")) and "
          + (subject.change == nil ? "--risk" : "`risk:`"), at: nil)
    case (true, false):
      return GateCause(
        .missing, name: "type",
        "it depends on the type, \(outcomes(cases.map { ($0.type, $0.state) })): \(hint("type"))",
        at: nil)
    default:
      return GateCause(
        .missing, name: "risk",
        "it depends on the risk, \(outcomes(cases.map { ($0.risk, $0.state) })): \(hint("risk"))",
        at: nil)
    }
  }

  /// `open for Emergency; closed for Standard, Normal`
  private static func outcomes(_ cases: [(name: String?, state: Decision.State)]) -> String {
    let states: [Decision.State] = [.open, .closed, .unknown]
    return states.compactMap { state -> String? in
      var names: [String] = []
      for one in cases where one.state == state {
        if let name = one.name, !names.contains(name) { names.append(name) }
      }
      return names.isEmpty ? nil : "\(state.rawValue) for \(names.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}

extension [GateCause] {
  /// Each once, in order.
  var once: [GateCause] {
    reduce(into: []) { causes, cause in
      if !causes.contains(where: { $0.isSame(as: cause) }) { causes.append(cause) }
    }
  }
}
