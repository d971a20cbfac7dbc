import SourceText

/// What a rule has to say about one place.
package struct Finding: Sendable {
  package let code: RuleCode
  /// What its rule is about.
  package let topic: RuleTopic
  /// How it is shown, and whether it fails a call: the settings may change it.
  package var severity: Severity
  /// What it says of the record, by its own rule: no setting changes that.
  package let nature: Nature
  /// What is wrong, a single terse sentence without a full stop.
  package let message: String
  /// What would satisfy the rule.
  package let help: String?
  package let place: Place
  /// The row or clause of the policy that asks for it.
  package let policy: PolicyReference?
  /// The id of the record that it is about, where there is one.
  package var record: String?
  /// The accepted exception that covers it.
  package var waiver: AcceptedWaiver?
  /// The fact that it words, where reports and pages ask for it.
  package var fact: Fact?
  /// An edit that mends it; nil where somebody has to know more than the record says.
  package var fix: TextFix?

  /// What a finding says, whatever severity it is shown with.
  package enum Nature: Sendable, Hashable {
    /// Something cannot be read or counted.
    case unreadable
    /// It can be read, and the policy was not followed.
    case breach
    /// Something that should be looked at.
    case advice
    /// Something worth knowing, that asks for nothing.
    case remark
  }

  /// A fact about a change that has a name of its own.
  package enum Fact: Sendable, Hashable {
    /// The time for a post-implementation review has passed without one.
    case reviewOverdue
    case outcomeOverdue
    case followUpOverdue
    case postMortemOverdue
    /// What the policy requires on tests is not given.
    case testEvidenceMissing
    /// It overlaps another change on a system; the other's id, nil for further ones.
    case conflict(with: String?)
    /// It is planned or was carried out in a freeze that does not let it pass.
    case insideFreeze
  }

  package init(
    _ code: RuleCode, _ severity: Severity, _ message: String, help: String? = nil,
    at place: Place, policy: PolicyReference? = nil, record: String? = nil,
    topic: RuleTopic = .reading, fact: Fact? = nil
  ) {
    self.code = code
    self.topic = topic
    self.severity = severity
    nature =
      switch severity {
      case .error: .unreadable
      case .breach: .breach
      case .warning: .advice
      case .note: .remark
      }
    self.fact = fact
    self.message = message
    self.help = help
    self.place = place
    self.policy = policy
    self.record = record
  }

  /// By path, then place, then code, then message: the order of every listing.
  package static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
    if a.place.file !== b.place.file, a.place.file.path != b.place.file.path {
      return a.place.file.path.precedesInBytes(b.place.file.path)
    }
    if a.place.range != b.place.range {
      return (a.place.range.lower, a.place.range.upper) < (b.place.range.lower, b.place.range.upper)
    }
    if a.code != b.code { return a.code < b.code }
    return a.message.precedesInBytes(b.message)
  }
}

/// The part of a policy that a finding rests on.
package struct PolicyReference: Sendable, Hashable {
  package let place: Place
  /// The number of the clause, for example `6.1`; nil where its heading has none.
  package let clause: String?
  /// The row's cells joined with ` | `, or the sentence.
  package let excerpt: String

  package init(place: Place, clause: String?, excerpt: String) {
    self.place = place
    self.clause = clause
    self.excerpt = excerpt
  }
}

/// Who accepted that a rule was not followed, when and why.
package struct AcceptedWaiver: Sendable, Hashable {
  package let by: String
  /// RFC 3339, in UTC.
  package let at: String
  package let reason: String

  package init(by: String, at: String, reason: String) {
    self.by = by
    self.at = at
    self.reason = reason
  }
}
