import Chronology

extension Period {
  /// `week 12 of 2026`, `March 2026`, `quarter 1 of 2026` or `2026`: as in sentences.
  package var title: String {
    switch kind {
    case .week:
      let parts = label.split(separator: "-")
      let week = parts[1].dropFirst()
      return "week \(week.hasPrefix("0") ? week.dropFirst() : week) of \(parts[0])"
    case .month: return "\(Self.monthNames[firstDay.month - 1]) \(firstDay.year)"
    case .quarter: return "quarter \((firstDay.month + 2) / 3) of \(firstDay.year)"
    case .year: return "\(firstDay.year)"
    }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
