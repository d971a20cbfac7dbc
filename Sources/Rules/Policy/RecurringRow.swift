import Calendar
import Chronology
import Findings
import PolicyReading
import SourceText

/// A window or a freeze that comes again, with the place that says when.
struct RecurringRow {
  let name: String
  let recurrence: Recurrence
  let place: Place
  /// The row of the policy that it is, or rests on.
  let policy: PolicyReference?

  /// Those of the last version of the policy, and those that are declared.
  static func all(in context: RegisterContext) -> [RecurringRow] {
    guard let calendar = context.calendars.calendars.last else { return [] }
    let windows = calendar.windows.map {
      RecurringRow(
        name: $0.name, recurrence: $0.row.time, place: $0.row.reference.place,
        policy: $0.row.reference)
    }
    return windows
      + calendar.freezes.compactMap { freeze in
        guard case .recurring(let recurrence, _) = freeze.recurrence else { return nil }
        return RecurringRow(
          name: freeze.name, recurrence: recurrence, place: freeze.place, policy: freeze.reference)
      }
  }
}
