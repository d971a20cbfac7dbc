import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// A beginning before the last approval that a change needs.
package struct EarlyStart: Sendable {
  /// When the record says that the work began; nil for work that is about to begin.
  package let began: Located<Instant>?
  /// When the last approval that is needed takes effect.
  package let approved: Instant
  package let approval: Approval
  /// The row that asks for it.
  package let asked: PolicyReference?

  /// Nil where every approval came first, or where one that is needed is missing altogether.
  init?(of change: Change, in context: ObligationContext) {
    if let start = context.startingAt {
      guard let last = Self.lastDemandMet(by: change, in: context), start < last.instant else {
        return nil
      }
      self.init(nil, last)
      return
    }
    guard let beginning = change.beginning,
      change.approvals.contains(where: { $0.isLater(than: beginning.value) }),
      let last = Self.lastDemandMet(by: change, in: context), beginning.value < last.instant
    else { return nil }
    self.init(beginning, last)
  }

  private init(_ began: Located<Instant>?, _ last: Met) {
    self.began = began
    approved = last.instant
    approval = last.approval
    asked = last.reference
  }

  fileprivate struct Met {
    let instant: Instant
    let approval: Approval
    let reference: PolicyReference?
  }

  fileprivate static func lastDemandMet(by change: Change, in context: ObligationContext) -> Met? {
    var last: Met?
    func take(_ met: (Instant, Approval)?, _ reference: PolicyReference?) {
      guard let met, last.map({ $0.instant < met.0 }) ?? true else { return }
      last = Met(instant: met.0, approval: met.1, reference: reference)
    }
    if let type = context.type, let demand = context.approvalDemand(of: change) {
      take(
        demand.met(by: change.approvals, ofEmergency: context.isEmergency), type.reference)
    }
    guard !context.isEmergency, !change.categories.isEmpty else { return last }
    let reviews = context.policy.reviewDemand(of: change)
    take(
      Reviewers(.technical, of: change).reached(reviews.technical.count, inEmergency: false),
      reviews.technical.row?.reference)
    take(
      Reviewers(.security, of: change).reached(reviews.security.count, inEmergency: false),
      reviews.security.row?.reference)
    return last
  }
}

extension Change {
  /// The last approval that the policy asks for and when it took effect; nil where one is missing, where
  /// it has no time, and where none is asked for.
  package func lastRequiredApproval(
    in context: ObligationContext
  ) -> (instant: Instant, approval: Approval)? {
    lacksApproval(in: context)
      ? nil
      : EarlyStart.lastDemandMet(by: self, in: context).map { ($0.instant, $0.approval) }
  }
}

extension Approval {
  /// Given or documented after an instant.
  fileprivate func isLater(than instant: Instant) -> Bool {
    (at.map { instant < $0.value } ?? false) || (documented.map { instant < $0.value } ?? false)
  }
}
