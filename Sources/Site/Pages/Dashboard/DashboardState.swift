import Chronology
import Markdown
import Records
import SourceText

/// The changes that are of interest now.
struct DashboardState: Sendable {
  struct DueReview: Sendable {
    let change: Change
    let due: Instant
  }

  /// Started and without an outcome, the earliest start first.
  let inFlight: [Change]
  /// Planned to start later, the next first.
  let upcoming: [Change]
  /// Emergencies whose review is not on record, the first due first.
  let reviews: [DueReview]
  /// Ended, the latest first; a few.
  let recent: [Change]

  init(_ publication: Publication) {
    // Indices are sorted in place of the changes, which are large to move; they are by id.
    var inFlight: [(at: Instant, change: Int)] = []
    var upcoming: [(at: Instant, change: Int)] = []
    var reviews: [(at: Instant, change: Int)] = []
    var recent: [(at: Instant, change: Int)] = []
    let asOf = publication.asOf
    let changes = publication.register.changes
    for (index, change) in changes.enumerated() {
      if change.isInFlight(asOf: asOf) { inFlight.append((change.started?.value ?? asOf, index)) }
      if change.outcome == nil, change.closed == nil,
        let start = change.scheduled?.value.start, start >= asOf
      {
        upcoming.append((start, index))
      }
      if change.review?.at == nil, let due = publication.register.reviewDue(of: change, asOf: asOf)
      {
        reviews.append((due, index))
      }
      if change.hasStarted, change.outcome != nil, let end = change.ended?.value, end <= asOf {
        recent.append((end, index))
      }
    }
    self.inFlight = inFlight.sorted(by: <).map { changes[$0.change] }
    self.upcoming = upcoming.sorted(by: <).map { changes[$0.change] }
    self.reviews = reviews.sorted(by: <).map { DueReview(change: changes[$0.change], due: $0.at) }
    self.recent = recent.sorted(by: >).prefix(Self.mostShown).map { changes[$0.change] }
  }

  static let mostShown = 8
}
