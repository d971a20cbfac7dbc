import Calendar
import Chronology
import Markdown
import PolicyReading
import Records
import SourceText

/// A freeze with a page of its own: a row of the policy in all its versions, a declaration, or the
/// time after an incident.
struct FreezeEntry: Sendable {
  /// As it stood last.
  let freeze: Freeze
  let route: Route
  /// By start. Of a freeze that comes every year those within the calendar's run.
  let occurrences: [CalendarBook.FreezeOccurrence]

  /// With the incident where there is one: `Post-incident, INC-2026-001`.
  var title: String { freeze.title }
}

extension Freeze {
  var title: String { incident.map { "\(name), \($0.id)" } ?? name }

  /// What tells it from all others, whichever version of the policy it was read by.
  fileprivate var identity: String {
    switch source {
    case .policy: "policy \(key)"
    case .declaration(let declaration): "declared \(declaration.file.path)"
    case .incident: "incident \(key)"
    }
  }

  fileprivate var isRecurrent: Bool {
    if case .recurring = recurrence { true } else { false }
  }
}

/// The freezes of the calendar and their occurrences.
struct FreezeEntries: Sendable {
  /// Of the policy, declared, after incidents; each by first occurrence.
  let all: [FreezeEntry]
  /// Of all of them, by start.
  let occurrences: [CalendarBook.FreezeOccurrence]
  private let routes: [String: Route]

  /// - Parameters:
  ///   - occurrences: By start.
  ///   - run: Within which freezes of every year are shown.
  init(_ found: [CalendarBook.FreezeOccurrence], in run: Interval, book: CalendarBook) {
    occurrences = found.filter { !$0.freeze.isRecurrent || $0.interval.overlaps(run) }
    var order: [String] = []
    var groups: [String: (freeze: Freeze, occurrences: [CalendarBook.FreezeOccurrence])] = [:]
    func add(_ freeze: Freeze, _ occurrence: CalendarBook.FreezeOccurrence?) {
      let identity = freeze.identity
      if groups[identity] == nil {
        order.append(identity)
        groups[identity] = (freeze, [])
      }
      groups[identity]?.freeze = freeze
      if let occurrence { groups[identity]?.occurrences.append(occurrence) }
    }
    for occurrence in occurrences { add(occurrence.freeze, occurrence) }
    // A row of the policy has its page also where none of its days lies in the run, and so has a
    // declaration of what comes again.
    for freeze in book.calendars.last?.freezes ?? [] {
      switch freeze.source {
      case .policy: add(freeze, nil)
      case .declaration where freeze.isRecurrent: add(freeze, nil)
      case .declaration, .incident: break
      }
    }
    func rank(_ identity: String) -> Int {
      switch groups[identity]?.freeze.source {
      case .policy: 0
      case .declaration: 1
      case .incident, nil: 2
      }
    }
    let sorted = order.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    var taken: Set<String> = []
    var routes: [String: Route] = [:]
    all = sorted.compactMap { _, identity in
      guard let group = groups[identity] else { return nil }
      let slug = Self.slug(of: group.freeze, notIn: &taken)
      routes[identity] = .freeze(slug)
      return FreezeEntry(
        freeze: group.freeze, route: .freeze(slug), occurrences: group.occurrences)
    }
    self.routes = routes
  }

  /// The page that shows what a declaration says; nil where none does.
  func route(ofFile path: String) -> Route? {
    all.first { entry in
      if case .declaration(let freeze) = entry.freeze.source {
        freeze.file.path == path
      } else {
        false
      }
    }?.route
  }

  func route(of freeze: Freeze) -> Route { routes[freeze.identity] ?? .calendar }

  /// Of lower-case letters, digits and hyphens, and what lies outside ASCII; numbered where another
  /// freeze has it already.
  private static func slug(of freeze: Freeze, notIn taken: inout Set<String>) -> String {
    var bytes: [UInt8] = []
    for byte in freeze.key.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        0x80...0xFF:
        bytes.append(byte)
      default: if let last = bytes.last, last != 0x2D { bytes.append(0x2D) }
      }
    }
    if bytes.last == 0x2D { bytes.removeLast() }
    let name = bytes.isEmpty ? "freeze" : String(decoding: bytes, as: UTF8.self)
    var slug = name
    var number = 2
    while !taken.insert(Route.slug(slug)).inserted {
      slug = "\(name)-\(number)"
      number += 1
    }
    return slug
  }
}
