import Crypto
import Chronology
import PolicyReading
import SourceText

/// An answer of the gate with what it rests on.
package struct GateAnswer: Sendable {
  package let report: GateReport
  package let evidence: GateEvidence
  /// Whoever keeps the answer keeps what gave it: to free a thousand incidents takes a while.
  private let gate: RegisterGate?

  package init(report: GateReport, evidence: GateEvidence, by gate: RegisterGate? = nil) {
    self.report = report
    self.evidence = evidence
    self.gate = gate
  }
}

/// What an answer rests on: with the same files, the same now and the same program it is the same.
package struct GateEvidence: Sendable {
  /// The version of the program.
  package let program: String
  /// What was taken for now.
  package let asOf: Instant
  /// Of the content; nil where it is not known.
  package let revision: String?
  /// The path of the record that was asked about; nil where the question named none.
  package let record: String?
  /// The versions of the policy, the earliest first.
  package let policies: [Version]
  /// Every file that was read, in the order of their paths' bytes.
  private let sources: [SourceFile]

  /// The digests of all files. They are worked out each time, since most answers are given without.
  package var files: [Digest] { sources.map(Digest.init) }

  /// A version of the policy.
  package struct Version: Sendable {
    package let id: String?
    package let version: String?
    /// The first day on which it holds.
    package let effective: CivilDay?
    fileprivate let source: SourceFile

    package var file: Digest { Digest(source) }
  }

  /// A file and the SHA-256 digest of its bytes, in hexadecimal digits.
  package struct Digest: Sendable, Hashable {
    package let path: String
    package let sha256: String

    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }

    init(_ file: SourceFile) {
      self.init(path: file.path, sha256: SHA256.hash(data: file.bytes).hexadecimal)
    }
  }

  package init(
    program: String, asOf: Instant, revision: String?, record: String?, policies: [Policy],
    files: [SourceFile]
  ) {
    self.program = program
    self.asOf = asOf
    self.revision = revision
    self.record = record
    sources = files
    self.policies = policies.map { policy in
      Version(
        id: policy.metadata.id?.value, version: policy.metadata.version?.value,
        effective: policy.metadata.effective?.value, source: policy.file)
    }
  }
}
