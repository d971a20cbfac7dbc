import Chronology

/// What a rule asks for on one day or in one year, and what comes of it.
struct RuledOccurrence: Sendable {
  /// The start that the rule gives.
  let start: WallTime
  /// Cut to the time in which the policy is in force; nil where the clocks leave nothing of it.
  let interval: Interval?
  /// Every reading of a series gives just this interval.
  let isPlain: Bool

  /// - Parameters:
  ///   - end: The end that the rule gives.
  ///   - length: The length of the rule; nil where it asks for another one here.
  ///   - whole: The occurrence as it is, by the project's own rule for changes of the clocks.
  init(
    start: WallTime, end: WallTime, length: EventSeries.Length?, whole: Interval?,
    inForce: Interval, zone: Zone
  ) {
    self.start = start
    interval = whole?.intersection(inForce)
    isPlain =
      whole != nil && interval == whole && length.map { whole?.seconds == $0.seconds } ?? false
      && (zone == .utc || zone.showsOnce(start) && zone.showsOnce(end))
  }
}

/// Occurrences as one series and single events.
struct SeriesPlan: Sendable {
  /// Nil where fewer than two occurrences are plain.
  let series: EventSeries?
  let singles: [Single]

  struct Single: Sendable {
    /// On which its rule lets it start.
    let day: CivilDay
    let interval: Interval
  }

  /// - Parameters:
  ///   - occurrences: In order, without gaps in their rule, as far as it takes to see whether all of
  ///     a series without an end are plain.
  ///   - end: Occurrences from here on are written only by a series without an end.
  ///   - isOpen: Nothing on record ends the rule.
  init(
    _ occurrences: [RuledOccurrence], rule: EventSeries.Rule, length: EventSeries.Length,
    zone: Zone, until end: Instant, isOpen: Bool
  ) {
    let kept = occurrences.filter { ($0.interval?.start ?? zone.instant(of: $0.start)) < end }
    let plain = kept.indices.filter { kept[$0].isPlain }
    guard let first = plain.first, let last = plain.last, first < last else {
      series = nil
      singles = kept.compactMap(\.single)
      return
    }
    let isEndless = isOpen && occurrences[first...].allSatisfy(\.isPlain)
    series = EventSeries(
      zone: zone, start: kept[first].start, length: length, rule: rule,
      until: isEndless ? nil : zone.instant(of: kept[last].start),
      exceptions: kept[first...last].filter { !$0.isPlain }.map(\.start))
    singles = kept.filter { !$0.isPlain }.compactMap(\.single)
  }
}

extension RuledOccurrence {
  fileprivate var single: SeriesPlan.Single? {
    interval.map { SeriesPlan.Single(day: start.day, interval: $0) }
  }
}
