/// When a window is open or a freeze holds, as a cell says it: the one form in which the gate, the
/// pages and the feeds know it.
package struct Recurrence: Sendable, Hashable {
  /// It is there while one of them is.
  package let spans: [RecurringSpan]
  /// Times that are taken out of it; days that are, the rules of `spans` leave out themselves.
  package let exceptions: [RecurringSpan]

  package init(_ spans: [RecurringSpan], except exceptions: [RecurringSpan] = []) {
    self.spans = spans
    self.exceptions = exceptions
  }

  package static let always = Recurrence([.daily(.everyDay, start: 0, end: 1440)])

  /// Nothing ends it.
  package var isAlways: Bool { self == .always }

  /// What is known of it in a stretch of time: whole occurrences that touch it.
  package struct Occurrences: Sendable {
    package let certain: IntervalSet
    /// With those that depend on holidays which are not known.
    package let possible: IntervalSet
  }

  /// The occurrences that touch a stretch of time, whole, in order; neighbours that touch are one. What
  /// never ends is the stretch itself.
  package func occurrences(
    in span: Interval, zone: Zone, holidays: HolidayLists = HolidayLists()
  ) -> Occurrences {
    if isAlways {
      let whole = IntervalSet(span)
      return Occurrences(certain: whole, possible: whole)
    }
    let found = Self.intervals(of: spans, in: span, zone, holidays)
    guard !exceptions.isEmpty, let first = found.possible.intervals.first,
      let last = found.possible.intervals.last
    else { return found }
    let around = Interval(start: first.start, end: last.end)
    let cut = Self.intervals(of: exceptions, in: around, zone, holidays)
    func near(_ set: IntervalSet) -> IntervalSet {
      IntervalSet(set.intervals.filter { $0.overlaps(span) })
    }
    return Occurrences(
      certain: near(found.certain.subtracting(cut.possible)),
      possible: near(found.possible.subtracting(cut.certain)))
  }

  private static func intervals(
    of spans: [RecurringSpan], in span: Interval, _ zone: Zone, _ holidays: HolidayLists
  ) -> Occurrences {
    var certain: [Interval] = []
    var possible: [Interval] = []
    for one in spans {
      for occurrence in one.occurrences(near: span, in: zone, holidays) {
        guard let interval = occurrence.interval, interval.overlaps(span) else { continue }
        if occurrence.isCertain { certain.append(interval) } else { possible.append(interval) }
      }
    }
    let set = IntervalSet(certain)
    return Occurrences(
      certain: set, possible: possible.isEmpty ? set : set.union(IntervalSet(possible)))
  }

  /// Whether there may be times of which it is not known whether they are of it.
  package func mayBeUnknown(_ holidays: HolidayLists) -> Bool {
    patterns.contains { $0.mayBeUnknown(holidays) }
  }

  /// Weekends count in it that may lie in two periods.
  package var countsDividedWeekends: Bool { patterns.contains(where: \.countsDividedWeekends) }

  /// The weekend of a day where that lies in two periods, so that nobody knows whether it counts.
  package func dividedWeekend(holding day: CivilDay) -> (saturday: CivilDay, sunday: CivilDay)? {
    let isUnknown = patterns.contains {
      $0.countsDividedWeekends && $0.holds(on: day, HolidayLists()) == nil
    }
    return isUnknown ? day.weekend : nil
  }

  /// Business days are among its days, or are counted.
  package var countsBusinessDays: Bool {
    patterns.contains {
      switch $0 {
      case .businessDays, .counted(.businessDay, _, _, _): true
      default: false
      }
    }
  }

  private var patterns: [DayPattern] { (spans + exceptions).flatMap(\.patterns) }

  /// The lists of holidays that it names, nil for the public holidays as such; each once, in order.
  package var holidayNames: [String?] {
    (spans + exceptions).flatMap(\.holidayNames).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// The last instant at which something of it is unlike other years; nil where nothing is.
  package func lastSingleInstant(in zone: Zone, _ holidays: HolidayLists) -> Instant? {
    (spans + exceptions).compactMap { $0.lastSingleDay(holidays) }.max().map {
      zone.start(of: CivilDay(daysSinceEpoch: $0 + 1))
    }
  }
}
