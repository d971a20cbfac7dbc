import Findings
import SourceText

/// CB107: two places of a record say different things.
package enum Disagreement: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 107, title: "two places disagree", severity: .error,
    explanation: """
      A record may state its title, type, risk, category, security relevance, systems, environment,
      region, requester, implementer, times and approvals in the front matter, in the body, or in both. Where both do, they have to agree: which of two types
      was approved cannot be told from the text, and everything else hangs on it. What stands after
      *Systems affected* may explain the systems of the front matter; it may not list others. Where it
      speaks of others, or of more (`and others`, `all of production`), a freeze of some systems leaves the
      gate without an answer.
      """,
    wrong: """
      ---
      type: Emergency
      ---
      ### Type
      [ ] Standard  [x] Normal  [ ] Emergency  [ ] Runtime Upgrade
      """,
    right: """
      ---
      type: Normal
      ---
      ### Type
      [ ] Standard  [x] Normal  [ ] Emergency  [ ] Runtime Upgrade
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    if case .systemsWidened(let text, let part) = problem.kind {
      if part == text {
        return finding(
          "\(quoted(text)) does not say which systems are touched",
          help: "name them under `systems:`, or in a list or a table of their own",
          at: problem.place, severity: .note)
      }
      return finding(
        "the systems may be more than the front matter names: \(quoted(part)) in \(quoted(text))",
        help: "name every system under `systems:`; say of others that they are not affected",
        at: problem.place, severity: .note)
    }
    guard case .disagreement(let key, let first, let second, let other) = problem.kind else {
      return nil
    }
    return finding(
      "the \(key) is \(quoted(first)) here and \(quoted(second)) on line \(other.start.line)",
      help: "make both say the same, or remove one", at: problem.place)
  }
}
