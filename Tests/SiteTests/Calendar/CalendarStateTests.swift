import Calendar
import Chronology
import Configuration
import DeploymentGate
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

@testable import Site

@Suite struct CalendarStateTests {
  private static let unclear = """
    | Window | Time (UTC) | Purpose |
    |---|---|---|
    | Low-traffic | 02:00-06:00 | Significant changes |
    | Tuesdays | Tue 09:00-11:00 | whatever the board likes |
    """

  private func gate(
    _ texts: String..., incidents: [String] = [], freezes: [String] = []
  ) throws -> RegisterGate {
    let policies = texts.enumerated().map { index, text in
      readPolicy(SourceFile(path: "content/policy/\(index).md", text: text), settings: Settings())
    }
    return RegisterGate(
      Register(
        settings: Settings(), policies: try #require(PolicyBook(policies)), changes: [],
        incidents: incidents.map {
          readIncident(SourceFile(path: "content/incidents/a.md", text: $0), zone: .utc)
        },
        freezes: freezes.map {
          readFreeze(SourceFile(path: "content/freezes/a.md", text: $0), zone: .utc)
        }, pages: [], problems: []))
  }

  /// The intervals in the page give, around each of their ends and between them, what the gate
  /// answers.
  private func agrees(_ gate: RegisterGate, asOf: String) throws {
    let state = CalendarState(gate, asOf: try CalendarSite.instant(asOf))
    #expect(!state.kinds.isEmpty)
    let days = stride(from: Int64(0), to: CalendarState.days * 86_400, by: 100_000)
    let between = days.map { state.asOf + $0 }
    for kind in state.kinds {
      let forecast = kind.forecast
      let intervals = forecast.open.intervals + forecast.unknown.intervals
      let ends = intervals.prefix(6).flatMap { [$0.start + -1, $0.start, $0.end + -1, $0.end] }
      for instant in Set(ends + between) where state.span.contains(instant) {
        let report = gate.ask(
          forecast.report.subject, over: Interval(start: instant, end: instant))
        let told: Decision.State =
          forecast.open.contains(instant)
          ? .open : forecast.unknown.contains(instant) ? .unknown : .closed
        #expect(told == report.state, "\(kind.name) at \(instant.rfc3339)")
      }
    }
  }

  @Test func theIntervalsOfThePageAreTheAnswersOfTheCalendar() throws {
    try agrees(try gate(FullPolicy.text), asOf: "2026-12-15T12:00Z")
  }

  @Test func whatIsNotKnownIsToldAsNotKnown() throws {
    let policy = FullPolicy.text(replacingTableWith: Self.unclear)
    try agrees(try gate(policy), asOf: "2026-03-09T12:00Z")
    let unread = FullPolicy.text(
      replacingTableWith: """
        | Window | Time (UTC) | Purpose |
        |---|---|---|
        | Low-traffic | 02:00-06:00 | Significant changes |
        | Odd | 25:00 | Significant changes |
        """)
    try agrees(try gate(unread), asOf: "2026-03-09T12:00Z")
    let doubtful = try gate(
      FullPolicy.text, incidents: ["---\nid: INC-1\nstarted: soon\n---\n# Down\n"])
    try agrees(doubtful, asOf: "2026-03-09T12:00Z")
    let state = CalendarState(doubtful, asOf: try CalendarSite.instant("2026-03-09T12:00Z"))
    #expect(state.kinds.contains { !$0.forecast.unknown.isEmpty })
  }

  @Test func anOpenEndedFreezeClosesUntilSomebodyEndsIt() throws {
    let freeze = "---\nname: Storm\nfrom: 2026-03-10T00:00Z\nallowed: Emergency only\n---\n"
    try agrees(try gate(FullPolicy.text, freezes: [freeze]), asOf: "2026-03-09T12:00Z")
  }

  @Test func risksWithOneAnswerAreOneKind() throws {
    let state = CalendarState(
      try gate(FullPolicy.text), asOf: try CalendarSite.instant("2026-03-09T12:00Z"))
    #expect(
      state.kinds.map(\.name) == [
        "Standard", "Normal, Low or Medium risk", "Normal, High or Critical risk", "Emergency",
        "Runtime Upgrade",
      ])
  }

  @Test func knowsNothingPastTheNextVersionOfThePolicy() throws {
    let texts = [
      SamplePolicy.text, CalendarSite.policy(version: "2.0", effective: "2026-03-12"),
    ]
    let gate = try gate(texts[0], texts[1])
    let state = CalendarState(gate, asOf: try CalendarSite.instant("2026-03-09T12:00Z"))
    #expect(state.knownUntil.rfc3339 == "2026-03-12T00:00:00Z")
  }

  @Test func theDashboardStatesWhatHeldWhenItWasBuilt() throws {
    let site = try RenderedSite(
      changes: [], policies: [FullPolicy.text], asOf: "2026-12-24T03:00Z")
    let now = site["index.html"].range("<h2 id=\"now\">", "</section>")
    #expect(now.contains("data-as-of=\"2026-12-24T03:00:00Z\""))
    #expect(now.contains("data-until=\"2027-01-07T03:00:00Z\""))
    let normal = now.range("<bdi>Normal, High or Critical risk</bdi>", "</dd>")
    #expect(normal.contains(">closed</span>"))
    #expect(normal.contains("opens <time datetime=\"2027-01-06T02:00:00Z\">"))
    #expect(normal.contains("Holiday freeze, Dec 20 - Jan 5: Emergency only"))
    #expect(now.range("<bdi>Emergency</bdi>", "</dd>").contains(">open</span>"))
    #expect(
      now.range("<bdi>Holiday freeze</bdi>", "</dd>").contains(
        ">holds</span><span data-when> until <time datetime=\"2027-01-06T00:00:00Z\">"))
    #expect(site["calendar/index.html"].contains("data-state-now"))
  }
}
