/// The names that the fields of a change go by: one list for the policy's table of required
/// information and for the headings and labels of records.
package struct FieldNames: Sendable {
  package let kind: FieldKind
  /// The names that templates use, the usual one first. In a record they count at any depth.
  package let usual: [String]
  /// Names that count in a record as well, but inside a section of another name only as a part of
  /// that section.
  package let others: [String]
  /// Names that say this in a table of fields. In a record they may say anything (`Plan`), unless it
  /// is the policy itself that calls the field so.
  let inPolicies: [String]

  private init(
    _ kind: FieldKind, _ usual: [String], others: [String] = [], inPolicies: [String] = []
  ) {
    self.kind = kind
    self.usual = usual
    self.others = others
    self.inPolicies = inPolicies
  }

  package static let all: [FieldNames] = [
    FieldNames(
      .title, ["Title", "Change Title", "Title of Change", "Change Name", "Name of Change"],
      inPolicies: ["Name", "Short Title"]),
    FieldNames(
      .description, ["Summary", "Description"],
      others: ["Change Description", "Description of Change", "Change Summary", "Overview"]),
    FieldNames(.type, ["Type", "Change Type", "Type of Change"], inPolicies: ["Category"]),
    FieldNames(
      .riskLevel, ["Risk Level", "Risk", "Risk Assessment"],
      others: ["Risk Class", "Risk Rating", "Risk Classification", "Level of Risk"]),
    FieldNames(
      .justification, ["Justification", "Business Justification", "Reason"],
      others: [
        "Reason for Change", "Reason for the Change", "Change Reason", "Rationale",
        "Business Reason",
      ],
      inPolicies: ["Why"]),
    FieldNames(
      .technicalDetails, ["Technical Details", "Technical Description"], inPolicies: ["Details"]),
    FieldNames(
      .impact, ["Impact Assessment", "Impact"],
      others: ["Impact Analysis", "Affected Systems", "Systems Affected"]),
    FieldNames(
      .implementationPlan, ["Implementation Plan", "Implementation"],
      others: [
        "Implementation Steps", "Implementation Procedure", "Deployment Plan", "Deployment Steps",
        "Change Plan",
      ],
      inPolicies: ["Plan"]),
    FieldNames(
      .rollbackPlan, ["Rollback Plan", "Backout Plan", "Rollback"],
      others: [
        "Roll Back Plan", "Back-out Plan", "Rollback Procedure", "Rollback Steps", "Backout",
        "Backout Procedure", "Back-out Procedure", "Recovery Plan",
      ]),
    // A plan of tests is not yet their evidence.
    FieldNames(
      .testingEvidence, ["Testing Evidence", "Test Evidence", "Testing"],
      others: ["Test Results", "Proof of Testing", "Evidence of Testing"],
      inPolicies: ["Tests", "Test Plan"]),
    FieldNames(
      .approvals, ["Approvals", "Approval"], others: ["Sign-offs", "Sign-off", "Signoffs"],
      inPolicies: ["Authorisation", "Authorization"]),
    FieldNames(
      .schedule, ["Schedule"],
      others: ["Scheduling", "Planned Date", "Planned Time", "Schedule Date"],
      inPolicies: ["Timing"]),
  ]

  private static let kinds = Dictionary(
    all.flatMap { field in
      (field.usual + field.others + field.inPolicies).map { (WordForm.fold($0), field.kind) }
    }, uniquingKeysWith: { first, _ in first })

  /// What a field of the policy's table is, by its folded name; nil for one of the policy's own.
  static func kind(_ folded: String) -> FieldKind? { kinds[folded] }
}
