import Markdown
import SourceText

/// A section of a record's body.
package struct RecordSection: Sendable {
  package let heading: MarkdownHeading
  /// What the section is; nil for one that neither the template nor the policy knows.
  package let role: SectionRole?
  /// Node indices of the record's document, subsections of unknown role included.
  package let content: Range<Int>
  package let state: State

  /// Whether a section says something.
  package enum State: Sendable, Hashable {
    case filled
    case empty
    /// Text left from the template, for example `[Why is this change needed?]`.
    case template(SourceRange)
  }
}

/// The sections that the policy's template knows.
package enum SectionRole: String, Sendable, Hashable, CaseIterable {
  case summary, type, riskLevel, justification, technicalDetails, impact, implementationPlan
  case rollbackPlan, testingEvidence, approvals, schedule
}
