import Findings
import SourceText

/// CB108: a row of boxes without exactly one tick.
package enum BoxesTicked: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 108, title: "no box ticked, or more than one", severity: .error,
    explanation: """
      The rows of boxes under Type and Risk Level each ask for one choice. Without a tick, or with
      two, a record has no type or no risk, and neither its approval nor its window can be judged.
      """,
    wrong: """
      ### Risk Level
      [x] Low  [x] Medium  [ ] High  [ ] Critical
      """,
    right: """
      ### Risk Level
      [ ] Low  [x] Medium  [ ] High  [ ] Critical
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .boxesTicked(let field, let count) = problem.kind else { return nil }
    return finding(
      count == 0
        ? "\(field) has no box ticked; tick exactly one"
        : "\(field) has \(count) boxes ticked; tick exactly one",
      help: "mark one box with an x: `[x]`, and leave the others empty: `[ ]`", at: problem.place)
  }
}
