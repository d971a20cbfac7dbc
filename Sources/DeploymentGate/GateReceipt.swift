import Chronology
import Foundation
import Interchange
import SourceText

/// An answer of the gate as it was kept: a `changebook.gate/2` document.
package struct GateReceipt: Sendable {
  let state: String
  let asOf: Instant
  let start: Instant
  let seconds: Int64
  let record: GateRecordName?
  let subject: GateSubject
  let program: String
  let revision: String?
  let files: [GateEvidence.Digest]
  /// The whole document.
  let bytes: [UInt8]

  /// Reads a receipt. Throws `GateReceiptFault` where it is none.
  package init(_ bytes: [UInt8]) throws(GateReceiptFault) {
    self.bytes = bytes
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw GateReceiptFault("it is no document of the schema \(GateAnswer.document.id)")
    }
    guard document.schema == GateAnswer.document.id else {
      throw GateReceiptFault(
        "its schema is \(document.schema), and only \(GateAnswer.document.id) can be verified")
    }
    guard let asOf = Self.instant(document.as_of), let start = Self.instant(document.at),
      (0...Self.longest).contains(document.`for`),
      ["open", "closed", "unknown"].contains(document.state)
    else { throw GateReceiptFault("its instants, duration or state cannot be read") }
    state = document.state
    self.asOf = asOf
    self.start = start
    seconds = document.`for`
    program = document.program
    revision = document.revision
    files = document.files.map { GateEvidence.Digest(path: $0.path, sha256: $0.sha256) }
    record = document.change.map { id in
      document.record.map(GateRecordName.path) ?? .id(id)
    }
    subject =
      record == nil
      ? GateSubject(
        type: document.type, risk: document.risk, categories: document.categories,
        // A question that names no system leaves them unknown; none is not an answer that it gives.
        systems: document.systems.flatMap { $0.isEmpty ? nil : $0 }, incidents: document.incidents,
        environments: document.environments, regions: document.regions)
      : GateSubject()
  }

  /// Two centuries, in seconds.
  private static let longest: Int64 = 230 * 366 * 86_400

  private static func instant(_ text: String) -> Instant? {
    guard let reading = InstantText.read(text, in: .utc), !reading.zoneAssumed,
      Interval.plausibleYears.contains(reading.instant)
    else { return nil }
    return reading.instant
  }

  /// The keys of the document that the question and the comparison need.
  private struct Document: Decodable {
    let schema: String
    let state: String
    let as_of: String
    let at: String
    let `for`: Int64
    let change: String?
    let record: String?
    let type: String?
    let risk: String?
    let categories: [String]
    let systems: [String]?
    let incidents: [String]
    let environments: [String]?
    let regions: [String]?
    let program: String
    let revision: String?
    let files: [File]

    struct File: Decodable {
      let path: String
      let sha256: String
    }
  }
}

/// Why a file is no receipt; reads after "because".
package struct GateReceiptFault: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
