import Chronology
import PolicyReading

/// The share of the emergency changes that were reviewed by the policy's deadline.
enum ReviewsInTime: RateMeasure {
  static let definition = FigureDefinition(
    key: "reviews_in_time", title: "Emergency reviews in time", name: .reviewsInTime,
    numerator: """
      changes whose post-implementation review took place by the deadline; a review without an \
      instant is not known to have been in time
      """,
    denominator: """
      emergency changes that ended in the period and whose deadline has passed: the policy's time \
      for the review, counted from the end of the change
      """,
    notCounted: """
      emergencies whose review is not due yet; emergencies that did not end or were cancelled; \
      emergencies of a policy that sets no deadline; changes that could not be read. Changes of \
      other types are not looked at
      """,
    formula: FigureDefinition.rateFormula, better: .higher)

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    guard change.typeClass == .emergency else { return .unconcerned }
    if case .calledOff(let reason) = change.standing { return .excluded(reason) }
    guard let end = change.end else { return .excluded(change.reasonForNoEnd) }
    guard let deadline = change.reviewDeadline else { return .excluded(.noReviewDeadline) }
    guard change.asOf - end > deadline else { return .excluded(.reviewNotDue) }
    return .counted(inNumerator: change.reviewed.map { $0 - end <= deadline } ?? false)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    let due = change.end.flatMap { end in change.reviewDeadline.map { end + $0 } }
    return .instants(
      ("ended", change.end), ("review due", due), ("reviewed", change.reviewed))
  }
}
