import Chronology
import Markdown
import PolicyReading
import SourceText

/// A change record: its facts, each with the place that states it, and its text.
///
/// A class, since it is handed from stage to stage and has some forty parts: a copy would touch each.
package final class Change: Sendable {
  /// The id as it is known everywhere; the file's name where the record gives none.
  package let id: String
  /// Where the id is stated, or the start of the file.
  package let idPlace: Place
  package let document: MarkdownDocument

  package let title: Located<String>?
  /// A name of the policy's table of types.
  package let type: Located<String>?
  /// A name of the policy's table of risks.
  package let risk: Located<String>?
  /// Rows of the review or testing matrix.
  package let categories: [Located<String>]
  package let isSecurityRelevant: Located<Bool>?
  /// As the list of systems writes them, else as they are written; `all` for every one.
  package let systems: [Located<String>]
  /// Something stands in the place of a system that is none, or none of the list.
  package let hasUnknownSystems: Bool
  /// Where it is made; empty where the record does not say.
  package let environments: [Located<String>]
  package let regions: [Located<String>]
  /// Its text speaks of more systems than its front matter names.
  package let mayTouchOthers: Bool
  package let requester: Located<String>?
  package let implementer: Located<String>?
  /// Whom `requester` and `implementer` name.
  package let requesters: [Identity]
  package let implementers: [Identity]
  /// `requester` or `implementer` speaks of more people than it names: `@ann and others`.
  package let hasUnnamedRequesters: Bool
  package let hasUnnamedImplementers: Bool
  package let owner: Located<String>?

  package let requested: Located<Instant>?
  package let scheduled: Located<Interval>?
  package let started: Located<Instant>?
  package let deployed: Located<Instant>?
  package let closed: Located<Instant>?
  package let outcome: Located<Outcome>?

  /// What somebody has approved: from the front matter and from the ticked boxes of the body, in that
  /// order.
  package let approvals: [Approval]
  /// What stands there as an approval and is none: refused, pending, struck out, or nobody's.
  package let unapproved: [Unapproved]
  /// The latest instant of an approval on record; of a verbal one the instant it was given.
  package let lastApproval: Located<Instant>?
  package let rollback: Rollback?
  package let postMortem: Located<String>?
  /// Incidents that this change fixes.
  package let incidents: [Located<String>]
  package let causedIncidents: [Located<String>]
  package let follows: Located<String>?
  package let supersedes: Located<String>?
  package let review: Review?
  package let runtime: RuntimeUpgrade?
  package let evidence: [Evidence]
  package let waivers: [Waiver]
  /// What it brings to production, in the order of the record.
  package let deliveries: [Delivery]
  /// Ids and links that it has in other systems.
  package let external: [Located<String>]

  /// The sections of the body, in order.
  package let sections: [RecordSection]
  /// What lines and tables of the body state outside its sections, in order.
  package let fields: [StatedField]
  /// The lines of the body under the record's heading and before its first section, and all of
  /// the body where it has no section: node indices of `document`.
  package let opening: Range<Int>
  /// What stands above the record's heading, which is rarely anything.
  package let preamble: Range<Int>
  /// The preamble or the opening says something, and more than `TBD`.
  package let isOpened: Bool
  /// Keys of its front matter that say nothing to changebook.
  package let unread: [UnreadKey]
  /// In the order of their places.
  package let problems: [ReadingProblem]

  init(
    id: String, idPlace: Place, document: MarkdownDocument, title: Located<String>?,
    type: Located<String>?, risk: Located<String>?, categories: [Located<String>],
    isSecurityRelevant: Located<Bool>?, systems: [Located<String>], requester: Located<String>?,
    implementer: Located<String>?, owner: Located<String>?, requested: Located<Instant>?,
    scheduled: Located<Interval>?, started: Located<Instant>?, deployed: Located<Instant>?,
    closed: Located<Instant>?, outcome: Located<Outcome>?, approvals: [Approval],
    rollback: Rollback?, postMortem: Located<String>?, incidents: [Located<String>],
    causedIncidents: [Located<String>], follows: Located<String>?, supersedes: Located<String>?,
    review: Review?, runtime: RuntimeUpgrade?, evidence: [Evidence], waivers: [Waiver],
    sections: [RecordSection], fields: [StatedField] = [], preamble: Range<Int>,
    opening: Range<Int>, isOpened: Bool,
    unread: [UnreadKey], problems: [ReadingProblem],
    hasUnknownSystems: Bool = false, requesters: [Identity] = [], implementers: [Identity] = [],
    unapproved: [Unapproved] = [], mayTouchOthers: Bool = false,
    environments: [Located<String>] = [], regions: [Located<String>] = [],
    deliveries: [Delivery] = [], external: [Located<String>] = [],
    hasUnnamedRequesters: Bool = false, hasUnnamedImplementers: Bool = false
  ) {
    self.hasUnnamedRequesters = hasUnnamedRequesters
    self.hasUnnamedImplementers = hasUnnamedImplementers
    self.environments = environments
    self.regions = regions
    self.id = id
    self.idPlace = idPlace
    self.document = document
    self.title = title
    self.type = type
    self.risk = risk
    self.categories = categories
    self.isSecurityRelevant = isSecurityRelevant
    self.systems = systems
    self.hasUnknownSystems = hasUnknownSystems
    self.mayTouchOthers = mayTouchOthers
    self.requester = requester
    self.implementer = implementer
    self.requesters = requesters
    self.implementers = implementers
    self.owner = owner
    self.requested = requested
    self.scheduled = scheduled
    self.started = started
    self.deployed = deployed
    self.closed = closed
    self.outcome = outcome
    self.approvals = approvals
    self.unapproved = unapproved
    lastApproval = approvals.compactMap(\.at).max { $0.value < $1.value }
    self.rollback = rollback
    self.postMortem = postMortem
    self.incidents = incidents
    self.causedIncidents = causedIncidents
    self.follows = follows
    self.supersedes = supersedes
    self.review = review
    self.runtime = runtime
    self.evidence = evidence
    self.waivers = waivers
    self.deliveries = deliveries
    self.external = external
    self.sections = sections
    self.fields = fields
    self.preamble = preamble
    self.opening = opening
    self.isOpened = isOpened
    self.unread = unread
    self.problems = problems
  }

  package var file: SourceFile { document.file }

  /// The systems where all of them are known; nil where none is stated, or one is no system that
  /// anybody knows.
  package var knownSystems: [String]? {
    systems.isEmpty || hasUnknownSystems ? nil : systems.map(\.value)
  }

  /// Its front matter does not parse, or it is over a limit: nothing follows from what it lacks.
  package var hasUnreadableFacts: Bool {
    problems.contains { problem in
      switch problem.kind {
      case .yamlSyntax, .yamlConstruct, .frontMatterUnclosed, .overLimit: true
      default: false
      }
    }
  }
}

/// How a change ended.
package enum Outcome: String, Sendable, Hashable, CaseIterable {
  case successful
  case successfulWithIssues = "successful-with-issues"
  case failed
  case rolledBack = "rolled-back"
  case aborted
  case cancelled
  case rejected
}

extension Outcome {
  /// An outcome by its own name or a usual one; case, spaces, hyphens and underscores do not matter.
  package init?(writtenAs text: String) {
    let folded = WordForm.fold(text)
    guard
      let outcome = Self.allCases.first(where: { WordForm.fold($0.rawValue) == folded })
        ?? Self.synonyms[folded]
    else { return nil }
    self = outcome
  }

  /// Other words for an end before the work.
  private static let synonyms: [String: Outcome] = [
    "withdrawn": .cancelled, "canceled": .cancelled, "abandoned": .cancelled,
    "superseded": .cancelled, "obsolete": .cancelled, "dropped": .cancelled,
    "called off": .cancelled, "not deployed": .cancelled, "not implemented": .cancelled,
    "wont do": .cancelled, "duplicate": .cancelled,
    "declined": .rejected, "denied": .rejected, "refused": .rejected, "not approved": .rejected,
    "disapproved": .rejected,
  ]
}

/// A sign-off.
package struct Approval: Sendable {
  package let role: Located<ApprovalRole>
  /// Who approved, as written, for example `@runtime-lead`.
  package let by: Located<String>?
  /// Nil for a ticked box, which has no time.
  package let at: Located<Instant>?
  /// Given by word of mouth.
  package let isVerbal: Bool
  /// When a verbal approval was written down.
  package let documented: Located<Instant>?
  package let place: Place
  /// Whom `by` names, but for those who refused or have not answered.
  package var people: [Identity] = []
  /// Who else `by` speaks of: `@cy on behalf of @ann`. It is not known whose approval it is then.
  package var others: [Identity] = []
  /// The days that stand beside the names.
  package var days: [WrittenDay] = []
  /// It stands where an approval gives its instant, and gives none: it may not have been given yet.
  package var isUndated = false
}

/// A return to the state before the change.
package struct Rollback: Sendable {
  package let at: Located<Instant>?
  package let trigger: Located<String>?
  package let verified: Located<Bool>?
  package let place: Place
}

/// A post-implementation review.
package struct Review: Sendable {
  package let at: Located<Instant>?
  package let by: Located<String>?
  package let notes: Located<String>?
  package let place: Place
}

/// What only a runtime upgrade has.
package struct RuntimeUpgrade: Sendable {
  package let specVersion: Located<Int>?
  package let wasmHash: Located<String>?
  package let changelog: Located<String>?
  package let migrationNotes: Located<String>?
  package let proposal: Located<String>?
  package let voting: Voting?
  package let enactedAtBlock: Located<Int>?
  package let enacted: Located<Instant>?
  package let place: Place
}

/// A governance vote.
package struct Voting: Sendable {
  package let from: Located<Instant>?
  package let to: Located<Instant>?
  package let aye: Located<Int>?
  package let nay: Located<Int>?
  package let place: Place
}

/// Proof for one test level.
package struct Evidence: Sendable {
  /// A level of the testing matrix.
  package let level: Located<String>
  /// A link or an id; nil for a ticked box.
  package let proof: Located<String>?
}

/// An accepted exception to a rule.
package struct Waiver: Sendable {
  /// The rule's code as written, for example `CB302`.
  package let rule: Located<String>?
  package let reason: Located<String>?
  package let by: Located<String>?
  package let at: Located<Instant>?
  package let place: Place
  /// Whom `by` names.
  package var people: [Identity] = []
  /// From when on it holds no more.
  package var expires: Located<Instant>?
}
