import Findings
import PolicyReading
import Records
import SourceText

/// A policy with what the rules look up in it for every change, built once.
package final class PolicyIndex: Sendable {
  package let policy: Policy
  package let preApproved: [PreApprovedPattern]
  /// The clause on each of the subjects that are no row of a table; nil where no heading names it.
  package let auditClause: PolicyReference?
  package let emergencyClause: PolicyReference?
  package let rollbackClause: PolicyReference?
  package let runtimeClause: PolicyReference?
  package let runtimeRollbackClause: PolicyReference?
  private let types: [String: ChangeType]
  private let reviewRows: [String: ReviewRequirement]
  private let testingRows: [String: TestingMatrix.Row]

  package init(_ policy: Policy) {
    self.policy = policy
    preApproved = policy.preApproved.map(PreApprovedPattern.init)
    auditClause = Self.clause(["audit"], in: policy)
    emergencyClause = Self.clause(["emergency"], in: policy)
    rollbackClause = Self.clause(["rollback"], in: policy)
    runtimeClause = Self.clause(["runtime", "upgrade"], in: policy)
    runtimeRollbackClause = Self.clause(["runtime", "rollback"], in: policy)
    types = Self.byName(policy.types, \.name)
    reviewRows = Self.byName(policy.reviewMatrix, \.category)
    testingRows = Self.byName(policy.testingMatrix?.rows ?? [], \.category)
  }

  /// The row of a type, without regard to case and punctuation.
  package func type(named name: String) -> ChangeType? {
    types[name] ?? types[WordForm.fold(name)]
  }

  package func reviewRow(of category: String) -> ReviewRequirement? {
    reviewRows[category] ?? reviewRows[WordForm.fold(category)]
  }

  package func testingRow(of category: String) -> TestingMatrix.Row? {
    testingRows[category] ?? testingRows[WordForm.fold(category)]
  }

  /// The first row of a name as it is written, and as it is compared.
  private static func byName<Row>(_ rows: [Row], _ name: KeyPath<Row, String>) -> [String: Row] {
    var index: [String: Row] = [:]
    for row in rows.reversed() {
      index[WordForm.fold(row[keyPath: name])] = row
    }
    for row in rows.reversed() { index[row[keyPath: name]] = row }
    return index
  }

  /// The first clause whose title holds all the words.
  private static func clause(_ words: [String], in policy: Policy) -> PolicyReference? {
    let clauses = policy.clauses.filter { clause in
      let title = WordForm.fold(clause.title)
      return words.allSatisfy { title.holds($0) }
    }
    return clauses.first.map {
      PolicyReference(place: $0.place, clause: $0.number, excerpt: $0.title)
    }
  }
}

extension ChangeType {
  /// Whether it changes the runtime of a chain: approved by governance vote, and `runtime` in its
  /// name.
  package var isRuntimeUpgrade: Bool { isGoverned && WordForm.fold(name).holds("runtime") }
}
