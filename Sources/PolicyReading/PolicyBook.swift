import Chronology
import SourceText

/// The versions of the change policy, by the day from which each holds.
package struct PolicyBook: Sendable {
  /// Never empty; the earliest first. A policy without an effective date holds from the beginning.
  package let policies: [Policy]

  /// Nil where there is no policy.
  package init?(_ policies: [Policy]) {
    guard !policies.isEmpty else { return nil }
    self.policies = policies.enumerated().sorted { a, b in
      let (x, y) = (a.element.metadata.effective?.value, b.element.metadata.effective?.value)
      switch (x, y) {
      case (nil, nil): return a.offset < b.offset
      case (nil, _): return true
      case (_, nil): return false
      case (let x?, let y?): return (x, a.offset) < (y, b.offset)
      }
    }.map(\.element)
  }

  /// The policy that judges what was approved, or requested, at an instant: the one with the
  /// latest effective date not after it; the earliest where all are later.
  package func inForce(at instant: Instant) -> Policy { policies[index(inForceAt: instant)] }

  /// The index in `policies` of the one in force at an instant.
  package func index(inForceAt instant: Instant) -> Int {
    policies.lastIndex { policy in
      guard let day = policy.metadata.effective?.value else { return true }
      return policy.zone.start(of: day) <= instant
    } ?? 0
  }

  /// The one with the latest effective date.
  package var latest: Policy { policies[policies.count - 1] }
}
