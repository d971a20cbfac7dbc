import Calendar
import History
import Records

extension RegisterHistory {
  /// How often a record was edited and when last, for feeds; nil where git does not know, or where the
  /// clocks of its commits say nothing.
  package func revision(of change: Change) -> EventRevision? {
    guard let record = of(change), let last = record.lastCommitted else { return nil }
    return EventRevision(edits: record.edits.count, changed: last)
  }
}
