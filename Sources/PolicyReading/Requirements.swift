import Findings
import SourceText

/// A row of the table of required information.
package struct RequiredField: Sendable {
  /// As the policy writes it.
  package let name: String
  /// What it is in a record.
  package let kind: FieldKind
  /// What its values are, where it is a field of the policy's own.
  package let values: ValueKind
  package let requiredFor: Applicability
  package let description: String
  package let reference: PolicyReference

  package func isRequired(for type: String) -> Bool { requiredFor.includes(type) }
}

/// What a required field is in a record.
package enum FieldKind: Sendable, Hashable {
  case title, description, justification, riskLevel, impact, implementationPlan, rollbackPlan
  case testingEvidence, approvals, technicalDetails, schedule, type
  /// A section of the policy's own, known by its heading.
  case section(String)
}

/// The change types that a row holds for.
package enum Applicability: Sendable, Hashable {
  case all
  /// Names as in the table of change types.
  case types([String])

  package func includes(_ type: String) -> Bool {
    switch self {
    case .all: true
    case .types(let names): names.contains(type)
    }
  }
}

/// A row of the review matrix.
package struct ReviewRequirement: Sendable {
  package let category: String
  /// Technical reviewers.
  package let technical: Int
  /// Security reviewers, from `2 + 1 security`.
  package let security: Int
  package let securityReview: SecurityReview
  package let reference: PolicyReference

  package enum SecurityReview: Sendable, Hashable { case yes, no, ifRelevant }
}

/// The testing matrix.
package struct TestingMatrix: Sendable {
  /// The test levels, in the order of the columns.
  package let levels: [String]
  package let rows: [Row]

  package struct Row: Sendable {
    package let category: String
    /// One for each level.
    package let requirements: [Requirement]
    package let reference: PolicyReference
  }

  package enum Requirement: Sendable, Hashable { case required, recommended, optional, none }
}

/// A row of the table of environments.
package struct Environment: Sendable {
  package let name: String
  package let purpose: String
  package let reference: PolicyReference
}

/// A row of the table of standards.
package struct Control: Sendable {
  package let standard: String
  package let requirement: String
  package let implementation: String
  package let reference: PolicyReference
}
