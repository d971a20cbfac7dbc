import Findings

/// What the guide and `changebook explain` say of a rule.
package struct RuleDocumentation: Sendable {
  package let code: RuleCode
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
    code: Int, title: String, severity: Severity, enforces: String? = nil, explanation: String,
    wrong: String, right: String
  ) {
    self.code = RuleCode(code)
    self.title = title
    self.severity = severity
    self.enforces = enforces
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }
}
