import Findings
import Obligations

/// What the guide and `changebook explain` say of a rule.
package struct RuleDocumentation: Sendable {
  package let code: RuleCode
  package let topic: RuleTopic
  /// It goes by git's history, and is off where nothing is known of that.
  package let asksHistory: Bool
  /// It goes by logs of deployments, and is off where there is none.
  package let asksLogs: Bool
  /// A few words, without the code.
  package let title: String
  /// What it is unless `changebook.yml` says otherwise.
  package let severity: Severity
  /// The subject of the policy that it enforces, for example `Review requirements`; nil where it
  /// protects the reading itself.
  package let enforces: String?
  /// Why the rule exists and what it looks at: plain Markdown, a paragraph or two.
  package let explanation: String
  /// Markdown of a record or policy that breaks it.
  package let wrong: String
  /// The same, put right.
  package let right: String

  package init(
    code: Int, topic: RuleTopic? = nil, title: String, severity: Severity,
    enforces: String? = nil, explanation: String, wrong: String, right: String,
    asksHistory: Bool = false, asksLogs: Bool = false
  ) {
    self.asksHistory = asksHistory
    self.asksLogs = asksLogs
    self.code = RuleCode(code)
    self.topic = topic ?? RuleTopic(hundredOf: code)
    self.title = title
    self.severity = severity
    self.enforces = enforces
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }
}

extension RuleTopic {
  /// The topic that most rules of a hundred have.
  fileprivate init(hundredOf code: Int) {
    self =
      switch code / 100 {
      case 1: .reading
      case 2: .requiredInformation
      case 3: .authorisation
      case 4: .timing
      case 5: .evidence
      case 6: .audit
      case 7: .policy
      case 8: .site
      default: .waivers
      }
  }
}
