import Chronology
import Markdown
import PolicyReading
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
    var inFlight: [Change] = []
    var upcoming: [Change] = []
    var reviews: [DueReview] = []
    var recent: [Change] = []
    let asOf = publication.asOf
    for change in publication.register.changes {
      if change.isInFlight(asOf: asOf) { inFlight.append(change) }
      if change.outcome == nil, change.closed == nil,
        let start = change.scheduled?.value.start, start >= asOf
      {
        upcoming.append(change)
      }
      if change.review?.at == nil, let due = publication.reviewDue(of: change) {
        reviews.append(DueReview(change: change, due: due))
      }
      if change.hasStarted, change.outcome != nil, let end = change.ended?.value, end <= asOf {
        recent.append(change)
      }
    }
    self.inFlight = inFlight.sorted {
      ($0.started?.value ?? asOf, $0.id) < ($1.started?.value ?? asOf, $1.id)
    }
    self.upcoming = upcoming.sorted {
      ($0.scheduled?.value.start ?? asOf, $0.id) < ($1.scheduled?.value.start ?? asOf, $1.id)
    }
    self.reviews = reviews.sorted { ($0.due, $0.change.id) < ($1.due, $1.change.id) }
    let byEnd = recent.sorted {
      ($1.ended?.value ?? asOf, $1.id) < ($0.ended?.value ?? asOf, $0.id)
    }
    self.recent = Array(byEnd.prefix(Self.mostShown))
  }

  static let mostShown = 8
}

extension Publication {
  /// Until when an emergency that has ended is reviewed; nil where its policy asks for none.
  fileprivate func reviewDue(of change: Change) -> Instant? {
    guard let ended = change.ended?.value, ended <= asOf else { return nil }
    let policy = register.policy(for: change)
    guard type(of: change, in: policy)?.isEmergency == true, let deadline = policy.reviewDeadline
    else { return nil }
    return ended + deadline.value
  }
}
