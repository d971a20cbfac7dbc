import Chronology
import PolicyReading

/// Two freezes that hold at one time for one system, and let different changes pass.
package struct FreezeOverlap: Sendable {
  package let earlier: Freeze
  /// The one that begins later; of one that recurs and one that happens once, the latter.
  package let later: Freeze
  /// What may pass both.
  package let allowance: FreezeAllowance
}

extension DeploymentCalendar {
  /// The pairs of freezes that overlap and do not allow the same, in the order of the later ones;
  /// of yearly ones with others, once for each pair. A freeze without an end is taken to last until
  /// now.
  package func disagreeingFreezes(asOf: Instant) -> [FreezeOverlap] {
    var groups: [(allowance: FreezeAllowance, indices: [Int])] = []
    for (index, freeze) in freezes.enumerated() {
      if let group = groups.firstIndex(where: { $0.allowance == freeze.allowance }) {
        groups[group].indices.append(index)
      } else {
        groups.append((freeze.allowance, [index]))
      }
    }
    // Most freezes follow the same few rows: only those of other allowances are looked at.
    if groups.count < 2 { return [] }
    let indices = groups.map { group in FreezeIndex(group.indices.map { freezes[$0] }) }
    return freezes.indices.flatMap { later -> [FreezeOverlap] in
      let span = freezes[later].firstSpan(asOf: asOf)
      let profile = ChangeProfile(
        type: nil, risk: nil,
        systems: freezes[later].systems.isEmpty ? nil : freezes[later].systems,
        hasUnknownSystems: freezes[later].hasUnknownSystems
      )
      return zip(groups, indices).flatMap { group, index -> [FreezeOverlap] in
        if group.allowance == freezes[later].allowance { return [] }
        return index.candidates(in: span, for: profile).map { group.indices[$0] }.compactMap {
          earlier in
          let pair = (freezes[earlier], freezes[later])
          guard isEarlier(earlier, than: later), pair.0.concerns(profile) != .no,
            pair.0.holds(in: span, asOf: asOf)
          else { return nil }
          return FreezeOverlap(
            earlier: pair.0, later: pair.1, allowance: pair.0.allowance.and(pair.1.allowance))
        }
      }
    }
  }

  private func isEarlier(_ a: Int, than b: Int) -> Bool {
    switch (freezes[a].recurrence, freezes[b].recurrence) {
    case (.recurring, .once): true
    case (.once, .recurring): false
    case (.recurring, .recurring): a < b
    case (.once(let x), .once(let y)): (x.start, a) < (y.start, b)
    }
  }
}

extension Freeze {
  /// All of it; of one that recurs its last occurrence in a leap year.
  fileprivate func firstSpan(asOf: Instant) -> Interval {
    if case .once(let interval) = recurrence {
      let end = isOpenEnded ? max(asOf, interval.start + 1) : interval.end
      return Interval(start: interval.start, end: end)
    }
    var start = Instant(secondsSinceEpoch: 1_830_297_600)
    // One that is over by then, or begins later.
    if case .recurring(_, let bounds) = recurrence, !bounds.contains(start) {
      start = bounds.start <= start ? bounds.end + -366 * 86_400 : bounds.start
    }
    return occurrences(in: Interval(start: start, end: start + 366 * 86_400)).last
      ?? Interval(start: start, end: start)
  }

  /// Whether it holds at some time of a span; two years show all that recurs.
  fileprivate func holds(in span: Interval, asOf: Instant) -> Bool {
    if case .once = recurrence { return firstSpan(asOf: asOf).overlaps(span) }
    let years = Interval(start: span.start, end: min(span.end, span.start + 732 * 86_400))
    return !occurrences(in: years).isEmpty
  }
}
