import Chronology
import Findings
import SourceText

/// A row of the table of deployment windows.
package struct WindowRow: Sendable {
  package let name: String
  package let time: WindowTime
  /// The cell as written.
  package let timeText: String
  /// The zone that the cell or its column head names; nil for the policy's own.
  package let zone: Zone?
  package let purpose: String
  /// The cell of an Applies To column; nil where there is none or it is empty.
  package let appliesTo: String?
  /// The cell that says for what the window is: Applies To where it is filled, else the purpose.
  package let usagePlace: Place
  package let reference: PolicyReference
}

/// When a window is open.
package enum WindowTime: Sendable, Hashable {
  case always
  /// Minutes after midnight on each of the weekdays. Where `end` is not after `start` the window
  /// ends on the next day and belongs to the day it starts on.
  case daily(weekdays: [Weekday], start: Int, end: Int)
}

/// A row of the table of freezes.
package struct FreezeRow: Sendable {
  package let name: String
  package let duration: FreezeDuration
  package let durationText: String
  /// The cell of the duration.
  package let durationPlace: Place
  package let allowed: FreezeAllowance
  package let allowedText: String
  package let reference: PolicyReference
}

/// When a freeze holds.
package enum FreezeDuration: Sendable, Hashable {
  /// Every year from the start of the first day to the end of the last, across New Year where the
  /// last is before the first.
  case yearly(first: MonthDay, last: MonthDay)
  case dated(first: CivilDay, last: CivilDay)
  /// By a declaration in `content/freezes`.
  case asDeclared
  /// From an incident until that many seconds after its resolution.
  case afterIncident(seconds: Int64)
}

/// A day of every year.
package struct MonthDay: Sendable, Hashable {
  package let month: Int
  package let day: Int

  package init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }
}

/// What may pass a freeze; two allowances together let pass what satisfies both.
package struct FreezeAllowance: Sendable, Hashable {
  /// Only emergency changes.
  package var emergencyOnly: Bool
  /// Only fixes of the incident that caused it.
  package var relatedFixesOnly: Bool
  /// Nothing at all.
  package var nothing: Bool

  package init(emergencyOnly: Bool = false, relatedFixesOnly: Bool = false, nothing: Bool = false) {
    self.emergencyOnly = emergencyOnly
    self.relatedFixesOnly = relatedFixesOnly
    self.nothing = nothing
  }
}
