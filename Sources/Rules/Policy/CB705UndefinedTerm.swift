import Calendar
import Configuration
import Findings
import PolicyReading
import Records
import SourceText

/// CB705: words on which something depends, and which nothing explains.
package enum UndefinedTerm: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 705, title: "a term decides something and is defined nowhere", severity: .warning,
    enforces: "Deployment windows",
    explanation: """
      The purpose of a window, or its Applies To, says which changes may use it. It is understood
      where it names types, risks or categories of the policy, in the words *significant changes*
      and *monitoring-heavy changes*, and where `terms:` in `changebook.yml` says what it stands
      for. Of any other words nobody can tell whether a change may use the window: the gate then
      says that it does not know, and no change is held to be outside of it.
      """,
    wrong: """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      | Low-traffic | 02:00-06:00 | Delicate work |
      """,
    right: """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      | Low-traffic | 02:00-06:00 | Normal, high risk |
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    context.calendars.calendars.flatMap { calendar in
      let known = knownNames(calendar.policy, register.settings)
      return calendar.windows.flatMap { window in
        window.usage.unclear.map { words in
          let meant = suggest(for: words, among: known).map { "did you mean `\($0)`? Else " } ?? ""
          return finding(
            "nothing says which changes \(quoted(words)) are, that may use \(quoted(window.name))",
            help: meant + "define it under `terms:` in changebook.yml, or use the name of a type, "
              + "a risk or a category",
            at: window.row.usagePlace)
        }
      }
    }
  }

  private static func knownNames(_ policy: Policy, _ settings: Settings) -> [String] {
    policy.types.map(\.name) + policy.risks.map(\.name) + policy.categoryNames
      + settings.terms.map(\.term)
      + ["Significant changes", "Monitoring-heavy changes", "All changes"]
  }
}
