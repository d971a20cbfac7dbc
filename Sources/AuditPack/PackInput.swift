import Chronology
import Deployments
import Figures
import Findings
import History
import PolicyReading
import Records
import Reports
import SourceText

/// Everything that a pack is made from.
package struct PackInput: Sendable {
  package let register: Register
  package let history: RegisterHistory
  package let findings: [Finding]
  package let index: FiguresIndex
  /// What the register's logs come to; nil where there are none.
  package let deployments: DeploymentReconciliation?
  package let period: Period
  package let asOf: Instant
  /// Of the content in git; nil where it is not known.
  package let revision: String?
  /// Whether the content is other than in that commit; nil where it is not known.
  package let isChangedSince: Bool?
  package let program: String
  package let sampleSize: Int
  package let seed: String
  /// Answers of the gate that were kept, by name.
  package let receipts: [PackFile]
  /// Files beside them that are none or are not opened, by path, each with the reason.
  package let receiptsLeftOut: [String]

  package init(
    register: Register, history: RegisterHistory, findings: [Finding], index: FiguresIndex,
    deployments: DeploymentReconciliation?, period: Period, asOf: Instant, revision: String?,
    isChangedSince: Bool?, program: String,
    sampleSize: Int, seed: String, receipts: [PackFile], receiptsLeftOut: [String] = []
  ) {
    self.register = register
    self.history = history
    self.findings = findings
    self.index = index
    self.deployments = deployments
    self.period = period
    self.asOf = asOf
    self.revision = revision
    self.isChangedSince = isChangedSince
    self.program = program
    self.sampleSize = sampleSize
    self.seed = seed
    self.receipts = receipts
    self.receiptsLeftOut = receiptsLeftOut
  }
}

/// A file of a pack.
package struct PackFile: Sendable {
  /// Below the pack's folder, in plain ASCII.
  package let path: String
  package let content: [UInt8]

  package init(_ path: String, _ content: [UInt8]) {
    self.path = path
    self.content = content
  }
}
