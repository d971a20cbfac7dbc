import Chronology

/// The way of a change from its request through its approval and its start to its deployment. Its
/// three stages are taken over the same changes, so that their sums add up to the lead time of those.
struct ChangeStages: Sendable {
  let requested: Instant
  let approved: Instant
  let started: Instant
  let deployed: Instant

  /// Why a change is left out because of its type alone.
  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    MeanTimeToDeploy.exclusion(byTypeOf: change)
  }

  /// The seconds of one of the stages; a change counts in all three or in none.
  static func judge(
    _ change: MeasurableChange, _ stage: (ChangeStages) -> Int64
  ) -> DurationJudgement {
    let toDeploy = MeanTimeToDeploy.judge(change)
    guard case .counted = toDeploy, let approved = change.lastApproval,
      let deployed = change.deployed
    else { return toDeploy }
    guard let requested = change.requested else { return .excluded(.noRequest) }
    guard let started = change.recordedStart else { return .excluded(.noStart) }
    guard requested <= approved else { return .excluded(.approvedBeforeRequest) }
    guard started <= deployed else { return .excluded(.endsBeforeStart) }
    return .counted(
      seconds: stage(
        ChangeStages(
          requested: requested, approved: approved, started: started, deployed: deployed)))
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(
      ("requested", change.requested), ("last approval", change.lastApproval),
      ("started", change.recordedStart), ("deployed", change.deployed))
  }

  static let denominator = """
    changes that need an approval, ended in the period, and have a recorded request, approval, start \
    and deployment in this order, whatever their outcome
    """

  static let notCounted = """
    pre-approved changes, which wait for nobody; changes of a type that the policy does not know; \
    changes that did not end or were never deployed; changes without one of the four times; changes \
    approved before their request or only after their start; changes with errors
    """
}
