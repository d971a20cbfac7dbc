import PolicyReading
import Records
import SourceText

/// A test level that the matrix requires of a change and for which its record shows nothing.
package struct TestGap: Sendable {
  package let level: String
  package let row: TestingMatrix.Row

  /// In the order of the matrix; none before evidence is owed, and none where the whole field is
  /// missing or no answer, which is a gap in the information.
  static func all(of change: Change, in context: ObligationContext) -> [TestGap] {
    guard change.owesEvidence(asOf: context.asOf),
      let demand = context.policy.testDemand(of: change, type: context.type)
    else { return [] }
    if change.leavesOutTestingEvidence(in: context) { return [] }
    return demand.levels.compactMap { level, row in
      change.evidence.contains { $0.level.value == level } ? nil : TestGap(level: level, row: row)
    }
  }
}

extension Change {
  fileprivate func leavesOutTestingEvidence(in context: ObligationContext) -> Bool {
    let isAskedFor = context.policy.policy.requiredFields.contains {
      $0.kind == .testingEvidence && context.requires($0)
    }
    guard isAskedFor else { return false }
    return switch state(of: .testingEvidence) {
    case .absent, .template: true
    case .given, .empty: false
    }
  }
}
