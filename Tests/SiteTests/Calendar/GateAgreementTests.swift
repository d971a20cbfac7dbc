import Calendar
import Chronology
import DeploymentGate
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

@testable import Site

/// What pages say of what may run is the gate's answer: when they are built, and later, when
/// `calendar.js` goes on from the intervals in them.
@Suite struct GateAgreementTests {
  private static let policies: [String] = [
    FullPolicy.text,
    FullPolicy.text(
      replacingTableWith: """
        | Window | Time (UTC) | Purpose |
        |---|---|---|
        | Low-traffic | 02:00-06:00 | Significant changes |
        | Tuesdays | Tue 09:00-11:00 | whatever the board likes |
        """),
    FullPolicy.text(
      replacingTableWith: """
        | Window | Time (UTC) | Purpose |
        |---|---|---|
        | Low-traffic | 02:00-06:00 | Significant changes |
        | Odd | 25:00 | Significant changes |
        """),
  ]

  private static let freezes = [
    "name: Storm\nfrom: 2026-03-10T00:00Z\nallowed: Emergency only",
    "name: Summit\nfrom: 2026-12-18T00:00Z\nto: 2026-12-22T12:00Z\nsystems: [rpc-gateway, explorer]",
    "name: Fair\nfrom: 2026-12-17T00:00Z\nto: 2026-12-19T00:00Z\nsystems: [faucet]\nallowed: None",
    "name: Odd\nfrom: 2026-03-10T00:00Z\nto: 2026-03-08T00:00Z",
    "name: Vague\nfrom: 2026-12-17T00:00Z\nto: 2026-12-25T00:00Z\nsystems: see ticket",
    "name: Over\nfrom: 2026-01-10T00:00Z\nto: 2026-01-12T00:00Z\nsystems: [faucet]",
  ]

  private static let incidents = [
    "id: INC-2026-001\nseverity: high\nsystems: [indexer]\nstarted: 2026-12-16T11:00Z",
    "id: INC-2026-002\nseverity: low\nstarted: 2026-12-17T11:00Z\nresolved: 2026-12-17T12:00Z",
    "id: INC-2026-003\nseverity: low\nstarted: soon",
  ]

  private static let systems = ["rpc-gateway", "explorer", "faucet", "indexer", "archive"]

  @Test(arguments: 0..<16)
  func everyStateOfEveryPageIsTheGates(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) &+ 2026)
    func some(_ texts: [String]) -> [String] {
      texts.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map { "---\n\($0)\n---\n" }
    }
    let day = 12 + Int.random(in: 0...18, using: &random)
    let hour = Int.random(in: 0..<24, using: &random)
    let asOf = "2026-12-\(day)T\(hour < 10 ? "0" : "")\(hour):30Z"
    let planned = (1...3).map { number in
      let start = min(31, day + Int.random(in: 0...6, using: &random))
      return CalendarSite.planned(
        "CHG-2026-000\(number)",
        "2026-12-\(start)T02:00Z/2026-12-\(start)T0\(3 + number):00Z",
        "systems: [\(Self.systems.randomElement(using: &random) ?? "archive")]")
    }
    let site = try RenderedSite(
      changes: planned, incidents: some(Self.incidents), freezes: some(Self.freezes),
      policies: [Self.policies.randomElement(using: &random) ?? FullPolicy.text], asOf: asOf)
    let gate = RegisterGate(site.register)
    let now = try CalendarSite.instant(asOf)
    for page in ["index.html", "calendar/index.html"] {
      let shown = ShownState.all(on: site[page])
      #expect(!shown.isEmpty, "\(page)")
      for state in shown {
        try compare(state, with: gate, at: now, isBuilt: true)
        for _ in 0..<8 {
          let later = now + Int64.random(in: 1..<14 * 86_400, using: &random)
          try compare(state, with: gate, at: later, isBuilt: false)
        }
      }
    }
    for system in Self.systems where !site["systems/\(system).html"].isEmpty {
      for state in ShownState.all(on: site["systems/\(system).html"]) {
        try compare(state, of: system, with: gate, at: now, isBuilt: true)
        for _ in 0..<4 {
          let later = now + Int64.random(in: 1..<14 * 86_400, using: &random)
          try compare(state, of: system, with: gate, at: later, isBuilt: false)
        }
      }
    }
    let line = ShownState.line(on: site["changes/index.html"], script: site.status)
    #expect(line.count == ShownState.all(on: site["index.html"]).count)
    for state in line {
      try compare(state, with: gate, at: now, isBuilt: true)
      for _ in 0..<8 {
        let later = now + Int64.random(in: 1..<14 * 86_400, using: &random)
        try compare(state, with: gate, at: later, isBuilt: false)
      }
    }
    for change in site.register.changes {
      guard let plan = change.scheduled?.value, now < plan.end else { continue }
      let answer = gate.ask(change, over: plan)
      let page = site["changes/\(change.id).html"]
      #expect(page.contains(escaped(answer.brief)), "\(change.id): \(answer.brief)")
      #expect(
        (answer.standing == .blocked)
          == site["calendar/2026-12.html"].range(">\(change.id)</a>", "</li>").contains("blocked"),
        "\(change.id)")
    }
  }

  /// - Parameter system: The one that the page is of; nil for a page of all.
  private func compare(
    _ shown: ShownState, of system: String? = nil, with gate: RegisterGate, at instant: Instant,
    isBuilt: Bool
  ) throws {
    for risk in shown.risks {
      func answer(on system: String) -> Decision.State {
        gate.ask(
          GateSubject(type: shown.type, risk: risk, systems: [system]),
          over: Interval(start: instant, end: instant)
        ).state
      }
      let what = "\(shown.type), \(risk ?? "-") at \(instant.rfc3339)"
      let told = isBuilt ? shown.built : shown.later(at: instant)
      // A system that no freeze names, and that is not near one.
      #expect(told == answer(on: system ?? "some other system").rawValue, "\(what)")
      guard told == "open", system == nil else { continue }
      let exceptions = isBuilt ? shown.builtExceptions : shown.exceptions(at: instant)
      for system in Self.systems {
        #expect(
          exceptions.contains(system) == (answer(on: system) != .open), "\(what), \(system)")
      }
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

/// One kind of change as a page shows it, and as `calendar.js` reads it.
private struct ShownState {
  let type: String
  /// Nil alone where all risks are alike.
  let risks: [String?]
  let built: String
  let builtExceptions: [String]
  private let open: [Interval]
  private let unknown: [Interval]
  private let excepted: [(systems: [String], times: [Interval])]

  static func all(on page: String) -> [ShownState] {
    let list = page.range("<h3>Can I deploy?</h3>", "</dl>")
    return list.split(separator: "<dt>").dropFirst().map { ShownState(String($0)) }
  }

  /// The kinds of change in the line at the top of a page, with the intervals of `data/status.js`.
  static func line(on page: String, script: String) -> [ShownState] {
    let intervals = script.split(separator: "\n  {\n").dropFirst().map(String.init)
    return page.range("<aside class=\"status\"", "</ul>").split(separator: "<li").dropFirst()
      .filter { $0.contains("data-status") && !$0.contains("data-frozen") }.map {
        ShownState(line: String($0), intervals)
      }
  }

  private init(line text: String, _ all: [String]) {
    (type, risks) = Self.kind(text)
    built = text.range("data-state>", "</span>")
    builtExceptions = text.range("data-scope>, except ", "</span>").split(separator: ", ").map(
      String.init)
    let own = Int(Self.value(text, "data-status")).flatMap {
      all.indices.contains($0) ? all[$0] : nil
    }
    open = Self.intervals(of: (own ?? "").range("\"open\": \"", "\""))
    unknown = Self.intervals(of: (own ?? "").range("\"unknown\": \"", "\""))
    excepted = (own ?? "").split(separator: "\"systems\": [").dropFirst().map { part in
      let part = String(part)
      let systems = part.prefix { $0 != "]" }.split(separator: "\"").map(String.init)
      return (
        systems.filter { $0.contains { $0.isLetter } },
        Self.intervals(of: part.range("\"times\": \"", "\""))
      )
    }
  }

  private static func kind(_ text: String) -> (String, [String?]) {
    let parts = text.range("<bdi>", "</bdi>").split(separator: ", ", maxSplits: 1).map(String.init)
    let words = parts.count > 1 ? parts[1].replacing(" risk", with: "") : ""
    let named = words.replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
    return (parts.first ?? "", named.isEmpty ? ["Low", "Medium", "High", "Critical"] : named)
  }

  private init(_ text: String) {
    (type, risks) = Self.kind(text)
    let dd = text.range("<dd", "</dd>")
    built = dd.range("data-state>", "</span>")
    builtExceptions = dd.range("data-scope>, except ", "</span>").split(separator: ", ").map(
      String.init)
    let head = String(dd.prefix { $0 != ">" })
    open = Self.intervals(head, "data-open")
    unknown = Self.intervals(head, "data-unknown")
    excepted = dd.split(separator: "<data ").dropFirst().map { element in
      let text = String(element.prefix { $0 != ">" })
      let systems = Self.value(text, "value").split(separator: "\n").map(String.init)
      return (systems, Self.intervals(text, "data-exception"))
    }
  }

  /// As `state` of `calendar.js`.
  func later(at instant: Instant) -> String {
    if open.contains(where: { $0.contains(instant) }) { return "open" }
    return unknown.contains { $0.contains(instant) } ? "unknown" : "closed"
  }

  /// As `scope` of `calendar.js`.
  func exceptions(at instant: Instant) -> [String] {
    excepted.filter { $0.times.contains { $0.contains(instant) } }.flatMap(\.systems)
  }

  private static func value(_ text: String, _ name: String) -> String {
    text.range("\(name)=\"", "\"").replacing("&#10;", with: "\n")
  }

  private static func intervals(_ text: String, _ name: String) -> [Interval] {
    intervals(of: value(text, name))
  }

  private static func intervals(of text: String) -> [Interval] {
    text.split(separator: " ").compactMap { pair in
      let ends = pair.split(separator: "/").map(String.init)
      guard let start = ends.first.flatMap({ InstantText.read($0, in: .utc)?.instant }) else {
        return nil
      }
      let end = ends.count > 1 ? InstantText.read(ends[1], in: .utc)?.instant : nil
      return Interval(start: start, end: end ?? .distantFuture)
    }
  }
}
