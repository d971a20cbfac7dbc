/// A week, month, quarter or year in a zone, for which figures are computed.
package struct Period: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case week, month, quarter, year
  }

  package let kind: Kind
  /// First day.
  package let firstDay: CivilDay
  /// The day after the last.
  package let endDay: CivilDay
  package let interval: Interval

  /// The period of that kind that holds a day.
  package init(_ kind: Kind, holding day: CivilDay, in zone: Zone) {
    self.kind = kind
    (firstDay, endDay) = Self.bounds(of: kind, holding: day)
    interval = Interval(start: zone.start(of: firstDay), end: zone.start(of: endDay))
  }

  package init(_ kind: Kind, holding instant: Instant, in zone: Zone) {
    self.init(kind, holding: zone.wallTime(at: instant).day, in: zone)
  }

  /// Reads `2026-W12`, `2026-03`, `2026-Q1` or `2026`; nil where that names no such period.
  package init?(_ kind: Kind, labelled label: String, in zone: Zone) {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = Self.number(parts[0], digits: 4), (1...9998).contains(year) else { return nil }
    let rest = parts.dropFirst().joined(separator: "-")
    let day: CivilDay?
    switch kind {
    case .year:
      day = parts.count == 1 ? CivilDay(year: year, month: 1, day: 1) : nil
    case .quarter:
      guard rest.hasPrefix("Q"), let quarter = Self.number(rest.dropFirst(), digits: 1) else {
        return nil
      }
      day = CivilDay(year: year, month: quarter * 3 - 2, day: 1)
    case .month:
      guard let month = Self.number(rest[...], digits: 2) else { return nil }
      day = CivilDay(year: year, month: month, day: 1)
    case .week:
      guard rest.hasPrefix("W"), let week = Self.number(rest.dropFirst(), digits: 2), week >= 1
      else { return nil }
      day = Self.monday(ofWeek: 1, in: year).adding(days: (week - 1) * 7)
    }
    guard let day else { return nil }
    self.init(kind, holding: day, in: zone)
    guard self.label == label else { return nil }
  }

  /// `2026-W12`, `2026-03`, `2026-Q1` or `2026`: as in addresses and files.
  package var label: String {
    switch kind {
    case .week:
      // The week belongs to the year that holds its Thursday (ISO 8601).
      let year = firstDay.adding(days: 3).year
      let first = Self.monday(ofWeek: 1, in: year)
      return
        "\(fourDigits(year))-W\(twoDigits((firstDay.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1))"
    case .month: return "\(fourDigits(firstDay.year))-\(twoDigits(firstDay.month))"
    case .quarter: return "\(fourDigits(firstDay.year))-Q\((firstDay.month + 2) / 3)"
    case .year: return "\(fourDigits(firstDay.year))"
    }
  }

  package func next(in zone: Zone) -> Period { Period(kind, holding: endDay, in: zone) }

  package func previous(in zone: Zone) -> Period {
    Period(kind, holding: firstDay.adding(days: -1), in: zone)
  }

  private static func bounds(of kind: Kind, holding day: CivilDay) -> (CivilDay, CivilDay) {
    switch kind {
    case .week:
      let monday = day.adding(days: 1 - day.weekday.rawValue)
      return (monday, monday.adding(days: 7))
    case .month:
      return (day.firstOfMonth, day.firstOfMonth.addingMonths(1))
    case .quarter:
      let first = day.firstOfMonth.addingMonths(-((day.month - 1) % 3))
      return (first, first.addingMonths(3))
    case .year:
      let first = day.firstOfMonth.addingMonths(1 - day.month)
      return (first, first.addingMonths(12))
    }
  }

  private static func monday(ofWeek week: Int, in year: Int) -> CivilDay {
    // 4 January is always in week 1 (ISO 8601).
    let fourth = CivilDay(daysSinceEpoch: daysToNewYear(year) + 3)
    return fourth.adding(days: 1 - fourth.weekday.rawValue + (week - 1) * 7)
  }

  private static func daysToNewYear(_ year: Int) -> Int {
    CivilDay(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension CivilDay {
  package var firstOfMonth: CivilDay { adding(days: 1 - day) }

  /// The first day of the month that many months later; meant for first days.
  package func addingMonths(_ months: Int) -> CivilDay {
    let index = year * 12 + month - 1 + months
    let year = index >= 0 ? index / 12 : (index - 11) / 12
    return CivilDay(year: year, month: index - year * 12 + 1, day: 1) ?? self
  }
}
