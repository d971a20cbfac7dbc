import Calendar
import Chronology
import DeploymentGate
import PolicyReading
import Records

/// A record whose file a branch touches.
package struct ReviewedRecord: Sendable {
  package enum Kind: String, Sendable, CaseIterable { case change, incident, freeze }

  package enum Edit: String, Sendable, CaseIterable { case added, changed, moved, removed }

  package let kind: Kind
  /// Of a freeze its name.
  package let id: String
  /// Nil where it has none.
  package let title: String?
  package let path: String
  /// Where it lay before, where it was moved.
  package let formerPath: String?
  package let edit: Edit
  /// Of a change that is there: type, risk and stage; nil for all else.
  package let change: ChangeStanding?

  package struct ChangeStanding: Sendable {
    package let type: String?
    package let risk: String?
    /// Where it stands in the workflow.
    package let stage: String
    /// When it is planned; nil where it is not, and where it has begun or is over.
    package let planned: Interval?
    /// The gate's answer over the planned time.
    package let answer: GateReport?
    /// What is missing before it may begin; empty once it has begun.
    package let needs: [String]
    /// Changes that are on its systems at its time, in sentences.
    package let conflicts: [Conflict]
    package let hasMoreConflicts: Bool
    /// Freezes that hold within a week around the planned time.
    package let freezes: [NearFreeze]
    /// The next times in which it fits; nil where it does not wait for one.
    package let next: NextSlots?
  }

  package struct Conflict: Sendable {
    package let other: String
    package let systems: [String]
    package let overlap: Interval
  }

  package struct NearFreeze: Sendable {
    package let name: String
    package let interval: Interval
    /// The policy's words for what may pass.
    package let allowed: String
  }
}
