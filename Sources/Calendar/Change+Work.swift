import Chronology
import Records
import SourceText

/// When a change is on production, as far as its record says.
extension Change {
  /// When production was worked on: from the beginning to the deployment, or to the rollback of
  /// what was never deployed. Of no length where nobody has said when it ended: closing a record is
  /// paperwork. Nil where it has not begun.
  package var work: Interval? {
    guard let start = beginning?.value else { return nil }
    let end = (deployed ?? rollback?.at)?.value ?? start
    return Interval(start: start, end: max(start, end))
  }

  /// When what was deployed was taken back; nil where it was not, or where no instant says so.
  package var laterRollback: Instant? {
    guard let deployed, let undone = rollback?.at, deployed.value < undone.value else { return nil }
    return undone.value
  }

  /// When the change has its systems to itself: while it is worked on, else while it is planned,
  /// with the key that says so. Nil where neither is known or the change was called off before it
  /// began.
  ///
  /// Work that is under way lasts until now. Of work that ended at no instant on record it is taken
  /// to have ended as planned, and not after the record was closed.
  package func occupation(asOf: Instant) -> Located<Interval>? {
    if isWithdrawn { return nil }
    guard let work, let beginning else { return scheduled }
    if work.seconds > 0 || deployed != nil || rollback?.at != nil {
      return Located(work, beginning.place)
    }
    let end: Instant
    if outcome == nil, closed == nil {
      end = asOf
    } else {
      let ends = [closed?.value, scheduled?.value.end].compactMap { $0 }
      end = ends.filter { work.start < $0 }.min() ?? work.start
    }
    return Located(Interval(start: work.start, end: max(work.start, end)), beginning.place)
  }
}
