import Markdown
import PolicyReading
import SourceText

/// A section of a record's body.
package struct RecordSection: Sendable {
  package let heading: MarkdownHeading
  /// What the section is; nil for one that neither the template nor the policy knows.
  package let role: SectionRole?
  /// Of a section that the policy asks for by a name that the template does not know: that name,
  /// folded. Nil for any other.
  package let ownName: String?
  /// Node indices of the record's document, subsections of unknown role included.
  package let content: Range<Int>
  package let state: State

  /// Whether a section says something.
  package enum State: Sendable, Hashable {
    case filled
    case empty
    /// Text left from the template, for example `[Why is this change needed?]`, or another text that
    /// is no answer, for example `TBD`.
    case template(SourceRange)
  }

  /// Empty where the settings say that its text is no answer.
  func read(_ words: RecordWords, in document: MarkdownDocument) -> RecordSection {
    guard state == .filled, words.value(document.plainText(ofNodes: content)).isEmpty else {
      return self
    }
    return RecordSection(
      heading: heading, role: role, ownName: ownName, content: content, state: .empty)
  }

  /// Whether it is the section that the policy asks for under a name of its own.
  package func isNamed(_ field: String) -> Bool {
    ownName.map { $0 == WordForm.fold(field) } ?? false
  }
}

/// The sections that the policy's template knows.
package enum SectionRole: String, Sendable, Hashable, CaseIterable {
  case title, summary, type, riskLevel, justification, technicalDetails, impact, implementationPlan
  case rollbackPlan, testingEvidence, approvals, schedule
}

extension FieldKind {
  /// The part of a record's body that holds it; nil for a section of the policy's own.
  package var role: SectionRole? {
    switch self {
    case .section: nil
    case .title: .title
    case .description: .summary
    case .justification: .justification
    case .riskLevel: .riskLevel
    case .impact: .impact
    case .implementationPlan: .implementationPlan
    case .rollbackPlan: .rollbackPlan
    case .testingEvidence: .testingEvidence
    case .approvals: .approvals
    case .technicalDetails: .technicalDetails
    case .schedule: .schedule
    case .type: .type
    }
  }
}
