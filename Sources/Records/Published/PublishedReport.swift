import Chronology
import SourceText

/// The figures of a closed period as they were published: a file of `content/published`, in the
/// form `changebook.published/2`, or `/1` as it was before.
package struct PublishedReport: Sendable {
  package let file: SourceFile
  package let period: Period
  /// The instant for which the figures were computed.
  package let asOf: Instant
  package let policy: PublishedPolicy
  /// Nil in files of before these were kept.
  package let settings: PublishedSettings?
  /// By key.
  package let figures: [PublishedFigure]
  /// What was on record then of each record that a figure looked at, by id.
  package let records: [PublishedRecord]
  /// What was published of the period before, the latest first.
  package let earlier: [EarlierPublication]

  package static let folder = "content/published/"
  /// Of files that are written now, then of those that were before.
  static let schemas = ["changebook.published/2", "changebook.published/1"]

  /// Where the figures of a period are kept, below the site's folder.
  package static func path(of period: Period) -> String { "\(folder)\(period.label).json" }
}

/// The version of the policy that was in force at the end of the period.
package struct PublishedPolicy: Sendable, Hashable, Codable {
  package let id: String?
  package let version: String?
  /// A date such as `2026-01-19`.
  package let effective: String?

  package init(id: String?, version: String?, effective: String?) {
    self.id = id
    self.version = version
    self.effective = effective
  }
}

/// The settings that figures and verdicts rest on.
package struct PublishedSettings: Sendable, Hashable, Decodable {
  /// The level of intervals and evidence.
  package let confidence: Double
  /// Days after its start within which a change is to have an outcome.
  package let outcomeDue: Int64

  package init(confidence: Double, outcomeDue: Int64) {
    self.confidence = confidence
    self.outcomeDue = outcomeDue
  }

  private enum CodingKeys: String, CodingKey {
    case confidence
    case outcomeDue = "outcome_due"
    /// In `changebook.published/1`.
    case former = "outcomeDue"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    confidence = try container.decode(Double.self, forKey: .confidence)
    outcomeDue = try container.decode(
      Int64.self, forKey: container.contains(.former) ? .former : .outcomeDue)
  }
}

/// One figure as it was published.
package struct PublishedFigure: Sendable {
  /// As in `changebook.report/2`, for example `change_success_rate`.
  package let key: String
  package let title: String
  package let size: PublishedSize
  /// The cell of the policy; nil without a target.
  package let target: String?
  /// `met`, `missed` or `no_data`; nil without a target.
  package let verdict: String?
  /// As in `changebook.report/2`; nil without a verdict, and in files of before it was kept.
  package let evidence: String?
  /// How each record bore on it, by id.
  package let standings: [PublishedStanding]

  package init(
    key: String, title: String, size: PublishedSize, target: String?, verdict: String?,
    evidence: String?, standings: [PublishedStanding]
  ) {
    self.key = key
    self.title = title
    self.size = size
    self.target = target
    self.verdict = verdict
    self.evidence = evidence
    self.standings = standings
  }
}

/// What a figure came to.
package enum PublishedSize: Sendable, Hashable {
  /// k of n.
  case rate(Int, of: Int)
  /// The sum of the seconds of n records.
  case duration(total: Int64, of: Int)
  case count(Int)
}

/// How one record bore on a figure.
package struct PublishedStanding: Sendable, Hashable {
  package let id: String
  package let judgement: Judgement

  package enum Judgement: Sendable, Hashable {
    /// It added so much to k and to n.
    case part(Int, of: Int)
    case seconds(Int64)
    case counted
    /// A reason as in `changebook.report/2`, for example `in_flight`.
    case excluded(String)
  }

  package init(id: String, judgement: Judgement) {
    self.id = id
    self.judgement = judgement
  }
}

/// A record when its period was published.
package struct PublishedRecord: Sendable, Hashable {
  package let id: String
  /// Names of facts with their values, `outcome` and `successful`, by name.
  package let facts: [Fact]

  package struct Fact: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(id: String, facts: [Fact]) {
    self.id = id
    self.facts = facts
  }
}

/// What was published of a period before it was published again.
package struct EarlierPublication: Sendable {
  package let asOf: Instant
  package let policy: PublishedPolicy
  /// By key.
  package let figures: [(key: String, size: PublishedSize)]

  package init(
    asOf: Instant, policy: PublishedPolicy, figures: [(key: String, size: PublishedSize)]
  ) {
    self.asOf = asOf
    self.policy = policy
    self.figures = figures
  }
}
