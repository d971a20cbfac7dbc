import Chronology

// A cell that says when something is open or frozen:
//  1. items with commas, semicolons, `and` or `&` between them: days, times, or both, or a stretch from
//     one day to another;
//  2. `except`, and days or times that are taken out of all of them;
//  3. a time zone behind any of them, the same everywhere.
// What is left over makes the whole cell one that is not understood.

/// A cell of recurring times as it was read.
struct RecurrenceText {
  private(set) var items: [Item] = []
  private(set) var exceptions: [Item] = []
  private(set) var zone: Zone?
  /// The abbreviation that names the zone, where it leaves something open.
  private(set) var abbreviation: ZoneAbbreviation?
  /// It says `every year`.
  private(set) var isYearly = false

  struct Item {
    /// Nil where the cell names none for it.
    var days: [DayPattern]?
    /// Empty for whole days.
    var times: [TimeRangeText] = []
    /// From a time of one day to a time of another, in place of both.
    var span: RecurringSpan?

    /// It says more than days.
    var isTimed: Bool { !times.isEmpty || span != nil }
  }

  /// What kind of table the cell stands in.
  struct Form {
    let accepted: String
    /// Whole days beside times are meant so: a window of a day that names no time is not one.
    let mixesWholeDays: Bool
  }

  init(_ text: String, as form: Form) throws(CellRefusal) {
    var reader = RecurrenceReader(text, as: form)
    do throws(CellRefusal) {
      try reader.read()
    } catch {
      guard let span = RecurringSpan(printed: text) else { throw error }
      items = [Item(span: span)]
      zone = .utc
      return
    }
    items = reader.items
    exceptions = reader.exceptions
    zone = reader.zone
    abbreviation = reader.abbreviation
    isYearly = reader.isYearly
  }

  /// The cell names days itself, or a stretch of them.
  var saysDays: Bool { items.contains { $0.days != nil || $0.span != nil } }

  /// The days of its items where they are the same for all; nil where they are not.
  var commonDays: [DayPattern]? {
    guard let first = items.first?.days, items.allSatisfy({ $0.days == first }) else { return nil }
    return first
  }

  /// With the days of a column of their own for items that name none.
  func recurrence(on column: DayRule? = nil) -> Recurrence {
    let taken = exceptions.filter { $0.times.isEmpty && $0.span == nil }.flatMap { $0.days ?? [] }
    var cuts = exceptions.flatMap { item -> [RecurringSpan] in
      if let span = item.span { return [span] }
      return item.times.map {
        .daily(DayRule(item.days ?? [.everyDay]), start: $0.start, end: $0.end)
      }
    }
    var spans: [RecurringSpan] = []
    for item in items {
      if let span = item.span {
        spans.append(span)
        continue
      }
      let rule = DayRule(
        item.days ?? column?.patterns ?? [.everyDay],
        except: (item.days == nil ? column?.exceptions ?? [] : []) + taken)
      if item.times.isEmpty, rule.exceptions.isEmpty, rule.patterns.count == 1,
        let whole = RecurringSpan(wholeDaysOf: rule.patterns[0])
      {
        spans.append(whole)
        continue
      }
      for time in item.times.isEmpty ? [.wholeDay] : item.times {
        spans.append(.daily(rule, start: time.start, end: time.end))
      }
    }
    // Of a stretch over several days the days that are taken out are taken out whole.
    if !taken.isEmpty, spans.contains(where: { !$0.isOfOneDay }) {
      cuts.append(.daily(DayRule(taken), start: 0, end: 1440))
    }
    return Recurrence(spans, except: cuts)
  }
}

extension RecurringSpan {
  /// Two instants with their zone, `2026-12-18T17:00Z/2027-01-04T09:00Z`, in whole minutes of UTC.
  fileprivate init?(printed text: String) {
    guard let reading = IntervalText.read(text, in: .utc), !reading.zoneAssumed,
      reading.interval.seconds > 0
    else { return nil }
    let (first, last) = (
      Zone.utc.wallTime(at: reading.interval.start), Zone.utc.wallTime(at: reading.interval.end)
    )
    guard first.second.isMultiple(of: 60), last.second.isMultiple(of: 60) else { return nil }
    self = .once(
      first: first.day, start: first.second / 60, last: last.day, end: last.second / 60)
  }

  /// Days by their date follow each other: they are one stretch.
  fileprivate init?(wholeDaysOf days: DayPattern) {
    switch days {
    case .daysOfYear(let first, let last): self = .yearly(first: first, last: last)
    case .dates(let first, let last):
      self = .once(first: first, start: 0, last: last, end: 1440)
    default: return nil
    }
  }

  fileprivate var isOfOneDay: Bool {
    if case .onDays(_, let start, let end, let later) = self {
      later == 0 || later == 1 && end <= start
    } else {
      false
    }
  }
}
