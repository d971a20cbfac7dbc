import Chronology
import Records

/// The changes by the month that each is placed in.
struct RegisterMonths: Sendable {
  struct Month: Sendable {
    let period: Period
    /// The latest first: indices of the register's changes.
    var changes: [Int]
  }

  /// The latest first; months without a change are left out.
  let months: [Month]
  /// Changes without any instant, by id.
  let undated: [Int]

  init(_ register: Register, zone: Zone) {
    var undated: [Int] = []
    // Indices are sorted in place of the changes, which are large to move; they are by id.
    var dated: [(anchor: Instant, change: Int)] = []
    dated.reserveCapacity(register.changes.count)
    var lastID: String?
    for (index, change) in register.changes.enumerated() where change.id != lastID {
      lastID = change.id
      if let anchor = change.anchor {
        dated.append((anchor, index))
      } else {
        undated.append(index)
      }
    }
    dated.sort { ($1.anchor, $1.change) < ($0.anchor, $0.change) }
    var months: [Month] = []
    for (anchor, change) in dated {
      if let last = months.last, last.period.interval.contains(anchor) {
        months[months.count - 1].changes.append(change)
      } else {
        months.append(Month(period: Period(.month, holding: anchor, in: zone), changes: [change]))
      }
    }
    self.months = months
    self.undated = undated
  }

  /// The latest changes, at most so many.
  func latest(_ count: Int) -> [Int] {
    var result: [Int] = []
    for month in months {
      result += month.changes.prefix(count - result.count)
      if result.count == count { break }
    }
    return result
  }
}
