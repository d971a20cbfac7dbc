import Chronology
import PolicyReading
import SourceText

/// How events of a policy's rows are dated: by the day on which the policy came into force, and, for
/// what its successor ends, by the successor's.
struct PolicyRevision: Sendable {
  let effective: Instant
  /// When the next version takes its place; nil for the last one.
  let replaced: Instant?

  /// - Parameter stated: When what comes by the policy was stated, where that is elsewhere.
  init(_ calendar: DeploymentCalendar, since stated: Instant = .distantPast) {
    let policy = calendar.policy
    let day = policy.metadata.effective?.value ?? policy.versions.compactMap(\.date).max()
    effective = max(
      day.map { policy.zone.start(of: $0) } ?? Instant(secondsSinceEpoch: 0), stated)
    replaced = calendar.inForce.end == .distantFuture ? nil : calendar.inForce.end
  }

  /// Of a single event, which `replaced` may have cut.
  func revision(of interval: Interval) -> EventRevision {
    guard let replaced, interval.end == replaced else {
      return EventRevision(changed: effective, sequence: 0)
    }
    return EventRevision(changed: max(effective, replaced), sequence: EventRevision.settled)
  }

  /// Of a series, or of what never ends: settled where the policy's successor ends it, else as far
  /// as the span.
  func revision(endingIn span: FeedSpan) -> EventRevision {
    guard let replaced, replaced <= span.interval.end else {
      return span.revision(since: effective)
    }
    return EventRevision(changed: max(effective, replaced), sequence: EventRevision.settled)
  }

  func revision(of series: EventSeries, in span: FeedSpan) -> EventRevision {
    series.until == nil
      ? EventRevision(changed: effective, sequence: 0) : revision(endingIn: span)
  }
}
