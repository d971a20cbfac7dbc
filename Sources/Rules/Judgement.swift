import Configuration
import Deployments
import Findings
import SourceText

/// What the rules have to say about a register.
package struct Judgement: Sendable {
  /// Everything, as the rules themselves see it: what figures and reports are made from. No setting
  /// changes it.
  package let all: [Finding]
  /// What is shown: with the severities of the settings, and without the rules that they turn off.
  package let shown: [Finding]
  /// What the logs of deployments come to; nil where there are none.
  package let deployments: DeploymentReconciliation?

  package init(
    _ all: [Finding], shown: [Finding]? = nil, deployments: DeploymentReconciliation? = nil
  ) {
    self.all = all
    self.shown = shown ?? all
    self.deployments = deployments
  }

  package static let empty = Judgement([])
}

extension Judgement {
  /// With the words for problems that were met outside the register, in the order of listings.
  package func adding(_ problems: [ReadingProblem], settings: Settings) -> Judgement {
    if problems.isEmpty { return self }
    return Judgement(
      (all + findings(for: problems)).sorted(by: Finding.inOrder),
      shown: (shown + findings(for: problems, settings: settings)).sorted(by: Finding.inOrder),
      deployments: deployments)
  }
}
