import Chronology
import Markdown

/// Seven days by 24 hours: bands for windows, hatching for freezes, bars for changes, what was
/// planned over what took place.
package struct WeekTimeline: Chart {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case window, freeze, planned, actual
  }

  /// What stands on one day; something over midnight is one span a day.
  package struct Span: Sendable {
    package let kind: Kind
    /// From 0 for the first day of the week to 6.
    package let day: Int
    /// Minutes of the day on the clock, up to 1440 for its end.
    package let minutes: Range<Int>
    /// `CHG-2026-0042`, or the name of a window or freeze.
    package let label: String
    /// More words for the table: a title, what a freeze allows.
    package let note: String
    package let href: String?
    /// It overlaps another change on the same system.
    package let isConflict: Bool

    /// Days are brought into 0 to 6 and minutes into 0 to 1440. What was planned and what took
    /// place under one label share a line.
    package init(
      _ kind: Kind, day: Int, minutes: Range<Int>, label: String, note: String = "",
      href: String? = nil, isConflict: Bool = false
    ) {
      self.kind = kind
      self.day = min(max(day, 0), 6)
      let start = min(max(minutes.lowerBound, 0), 1440)
      self.minutes = start..<min(max(minutes.upperBound, start), 1440)
      self.label = label
      self.note = note
      self.href = href
      self.isConflict = isConflict
    }

    var isBar: Bool { kind == .planned || kind == .actual }
  }

  let title: String
  /// Unique among the drawings of a page.
  let id: String
  /// The names of the seven days: `Mon 9 Mar`.
  let days: [String]
  /// In any order that is the same in each build.
  let spans: [Span]
  /// The instant that the page was built as of, where it lies in the week.
  let now: (day: Int, minute: Int)?

  package init(
    title: String, id: String, days: [String], spans: [Span], now: (day: Int, minute: Int)? = nil
  ) {
    self.title = title
    self.id = id
    self.days = (0..<7).map { days.indices.contains($0) ? days[$0] : "" }
    self.spans = spans
    self.now = now.flatMap {
      (0..<7).contains($0.day) && (0..<1440).contains($0.minute) ? $0 : nil
    }
  }

  package var isEmpty: Bool { spans.isEmpty }

  package var summary: String {
    guard !spans.isEmpty else { return "\(title): nothing stands in this week." }
    var windows = DistinctNames()
    var freezes = DistinctNames()
    var changes = DistinctNames()
    for span in spans {
      switch span.kind {
      case .window: windows.add(span.label)
      case .freeze: freezes.add(span.label)
      case .planned, .actual: changes.add(span.label)
      }
    }
    let parts = [
      ("Windows", windows.names), ("Freezes", freezes.names), ("Changes", changes.names),
    ].compactMap { head, names in
      names.isEmpty
        ? nil
        : "\(head): \(names.prefix(20).joined(separator: ", "))"
          + (names.count > 20 ? " and \(names.count - 20) more." : ".")
    }
    return "\(title). \(parts.joined(separator: " ")) The table below has each with its times."
  }

  package var table: ChartTable {
    let order = Dictionary(
      uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element, $0.offset) })
    let sorted = spans.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (x.day, x.minutes.lowerBound, order[x.kind] ?? 0, a.offset)
        < (y.day, y.minutes.lowerBound, order[y.kind] ?? 0, b.offset)
    }
    return ChartTable(
      caption: "\(title), in order of time",
      columns: [.init("Day"), .init("Time"), .init("Title"), .init("Kind"), .init("More")],
      rows: sorted.map { _, span in
        [
          .init(days[span.day]), .init(Self.times(span.minutes)),
          .init(span.label, href: span.href),
          .init(span.isConflict ? "\(Self.word(span.kind)), conflict" : Self.word(span.kind)),
          .init(span.note),
        ]
      })
  }

  static func word(_ kind: Kind) -> String { kind == .actual ? "took place" : kind.rawValue }

  /// `02:00–06:00`; the end of a day is 24:00.
  static func times(_ minutes: Range<Int>) -> String {
    // Eleven characters, of which the dash has three bytes.
    String(unsafeUninitializedCapacity: 13) { bytes in
      func put(_ number: Int, at index: Int) {
        bytes[index] = UInt8(ascii: "0") + UInt8(number / 10)
        bytes[index + 1] = UInt8(ascii: "0") + UInt8(number % 10)
      }
      func clock(_ minute: Int, at index: Int) {
        put(minute / 60, at: index)
        bytes[index + 2] = UInt8(ascii: ":")
        put(minute % 60, at: index + 3)
      }
      clock(minutes.lowerBound, at: 0)
      for (offset, byte) in "–".utf8.enumerated() { bytes[5 + offset] = byte }
      clock(minutes.upperBound, at: 8)
      return 13
    }
  }
}

/// Names in the order in which they first come, each once.
private struct DistinctNames {
  private(set) var names: [String] = []
  private var known: Set<String> = []

  mutating func add(_ name: String) {
    // What stands on several days, or was planned and took place, mostly comes one after the other.
    if name == names.last { return }
    if known.insert(name).inserted { names.append(name) }
  }
}
