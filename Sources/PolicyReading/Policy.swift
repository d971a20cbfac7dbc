import Chronology
import Findings
import Markdown
import SourceText

/// A change-management policy as it was read out of one document.
///
/// Every list keeps the order of its table. An empty list means that the table is absent or that
/// none of its rows was understood; `problems` says which. A class, since every change asks for it.
package final class Policy: Sendable {
  package let document: MarkdownDocument
  package let title: String
  package let metadata: PolicyMetadata
  package let clauses: [PolicyClause]

  package let types: [ChangeType]
  package let risks: [RiskLevel]
  package let preApproved: [PreApprovedChange]
  package let requiredFields: [RequiredField]
  package let reviewMatrix: [ReviewRequirement]
  package let testingMatrix: TestingMatrix?
  package let environments: [Environment]
  package let windows: [WindowRow]
  package let freezes: [FreezeRow]
  package let targets: [Target]
  package let controls: [Control]
  package let versions: [PolicyVersion]

  /// The time after an emergency change within which it is reviewed, in seconds.
  package let reviewDeadline: Stated<Int64>?
  package let retention: Stated<Retention>?
  /// The share of a governance vote that carries a proposal.
  package let voteThreshold: Stated<Threshold>?
  package let reporting: [ReportingDuty]
  package let template: RecordTemplate?
  package let words: MappedWords

  package let zone: Zone
  package let problems: [ReadingProblem]
  /// Tables recognised, by key, for the report of what was understood.
  package let tables: [RecognisedTable]

  init(
    document: MarkdownDocument, title: String, metadata: PolicyMetadata, clauses: [PolicyClause],
    types: [ChangeType], risks: [RiskLevel], preApproved: [PreApprovedChange],
    requiredFields: [RequiredField], reviewMatrix: [ReviewRequirement],
    testingMatrix: TestingMatrix?, environments: [Environment], windows: [WindowRow],
    freezes: [FreezeRow], targets: [Target], controls: [Control], versions: [PolicyVersion],
    reviewDeadline: Stated<Int64>?, retention: Stated<Retention>?,
    voteThreshold: Stated<Threshold>?, reporting: [ReportingDuty], template: RecordTemplate?,
    words: MappedWords, zone: Zone, problems: [ReadingProblem], tables: [RecognisedTable]
  ) {
    self.document = document
    self.title = title
    self.metadata = metadata
    self.clauses = clauses
    self.types = types
    self.risks = risks
    self.preApproved = preApproved
    self.requiredFields = requiredFields
    self.reviewMatrix = reviewMatrix
    self.testingMatrix = testingMatrix
    self.environments = environments
    self.windows = windows
    self.freezes = freezes
    self.targets = targets
    self.controls = controls
    self.versions = versions
    self.reviewDeadline = reviewDeadline
    self.retention = retention
    self.voteThreshold = voteThreshold
    self.reporting = reporting
    self.template = template
    self.words = words
    self.zone = zone
    self.problems = problems
    self.tables = tables
  }

  package var file: SourceFile { document.file }
}

/// A value with the sentence or row of the policy that states it.
package struct Stated<Value: Sendable>: Sendable {
  package let value: Value
  package let reference: PolicyReference

  package init(_ value: Value, _ reference: PolicyReference) {
    self.value = value
    self.reference = reference
  }
}

/// The lines under the policy's title, or its front matter.
package struct PolicyMetadata: Sendable {
  package let id: Located<String>?
  package let version: Located<String>?
  package let effective: Located<CivilDay>?
  package let reviewCycle: Located<ReviewCycle>?
  package let owner: Located<String>?
  /// All of them as written, in order, the unknown ones included.
  package let entries: [Entry]

  package struct Entry: Sendable {
    package let name: String
    package let value: Located<String>
  }
}

/// How often the policy itself is reviewed.
package struct ReviewCycle: Sendable, Hashable {
  package let months: Int
  package let text: String
}

/// A heading of the policy with its number.
package struct PolicyClause: Sendable {
  /// `6.1`; nil where the heading has no number.
  package let number: String?
  /// Without the number.
  package let title: String
  package let anchor: String
  package let level: Int
  package let place: Place
}

/// How long records are kept.
package struct Retention: Sendable, Hashable {
  package let months: Int
  package let text: String
}

/// A share that has to be reached (`2/3+`) or passed (`>50%`).
package struct Threshold: Sendable, Hashable {
  package let share: Ratio
  /// Reaching the share is not enough.
  package let isStrict: Bool
  package let text: String
}

/// `Monthly: Change metrics to leadership`.
package struct ReportingDuty: Sendable {
  package let period: Period.Kind
  package let content: String
  package let reference: PolicyReference
}

/// The fenced block that records are made from.
package struct RecordTemplate: Sendable {
  /// The Markdown inside the fence.
  package let text: String
  package let place: Place
  /// In the form that lines of records are compared with, see `isFiller`.
  let known: TemplateFillers

  /// Every line or phrase of it, trimmed, that a finished record must not contain as it stands.
  package var fillers: [String] { known.texts }
}

/// A table that was recognised.
package struct RecognisedTable: Sendable {
  package let key: TableKey
  package let place: Place
  package let clause: PolicyClause?
  package let rows: Int
  /// The heads of columns that are shown, and decide nothing.
  var unread: [String] = []
}

extension Policy {
  /// Whether its tables make it a change policy: that of the change types, or two others of a
  /// policy.
  package var isChangePolicy: Bool {
    tables.contains { $0.key == .types } || Set(tables.map(\.key)).count >= 2
  }
}
