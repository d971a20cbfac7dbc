import Foundation
import Interchange
import SourceText

/// Findings that are known and pass, so that only new ones fail: a list that a site keeps in a file.
///
/// A finding is known again by the name that a result in SARIF has as its fingerprint, which stays when
/// lines move. What is waived is in no such list: it passes by its waiver, and when that ends it is new. A
/// finding that has become more severe than it was is new as well.
package struct FindingBaseline: Sendable {
  /// By file, then record, code and fingerprint.
  package let entries: [Entry]

  /// A finding as the list has it: what names it, and what tells people which it is.
  package struct Entry: Sendable, Hashable {
    package let fingerprint: String
    package let severity: Severity
    package let code: String
    /// Below the site's root.
    package let file: String
    /// The id of the record that it is about; nil where it is about none.
    package let record: String?
    package let message: String
  }

  /// Of all findings of a site.
  package init(of findings: [Finding]) {
    entries = FingerprintedFinding.all(findings).filter { $0.finding.waiver == nil }.map { known in
      Entry(
        fingerprint: known.text, severity: known.finding.severity,
        code: known.finding.code.description, file: known.finding.place.file.path,
        record: known.finding.record, message: known.finding.message)
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// Reads a list. Throws `BaselineFault` where it is none.
  package init(_ bytes: [UInt8]) throws(BaselineFault) {
    let document: Written
    do {
      document = try JSONDecoder().decode(Written.self, from: Data(bytes))
    } catch {
      throw BaselineFault(description: "it is no document of the schema \(Self.document.id)")
    }
    guard document.schema == Self.document.id else {
      throw BaselineFault(
        description: "its schema is \(document.schema), and only \(Self.document.id) is read")
    }
    var entries: [Entry] = []
    for written in document.findings {
      guard let severity = Severity(rawValue: written.severity) else {
        throw BaselineFault(description: "\(written.severity) is no severity")
      }
      entries.append(
        Entry(
          fingerprint: written.fingerprint, severity: severity, code: written.code,
          file: written.file, record: written.record, message: written.message))
    }
    self.entries = entries
  }

  /// What a site's findings are beside the list.
  package struct Comparison: Sendable {
    /// Those that the list does not have, waived ones among them, in the order given.
    package let new: [Finding]
    /// How many the list has.
    package let known: Int
    /// What the list has and the site has no more.
    package let gone: [Entry]
  }

  /// Of findings that are alike but for their severity each takes one of the list that was at least as
  /// severe.
  ///
  /// - Parameter findings: All of a site.
  package func compare(_ findings: [Finding]) -> Comparison {
    var left: [Substring: [Entry]] = [:]
    for entry in entries { left[Self.group(entry.fingerprint), default: []].append(entry) }
    var present: [Substring: Int] = [:]
    let all = FingerprintedFinding.all(findings)
    var isKnown = [Bool](repeating: false, count: all.count)
    // The most severe first: they have the fewest to take.
    let order = all.indices.sorted {
      (all[$0].finding.severity.rank, $0) < (all[$1].finding.severity.rank, $1)
    }
    for index in order {
      let group = Self.group(all[index].text)
      present[group, default: 0] += 1
      guard all[index].finding.waiver == nil, let candidates = left[group] else { continue }
      let severity = all[index].finding.severity
      let taken = candidates.indices.filter { candidates[$0].severity <= severity }
        .max { candidates[$0].severity < candidates[$1].severity }
      guard let taken else { continue }
      left[group]?.remove(at: taken)
      isKnown[index] = true
    }
    let known = isKnown.count { $0 }
    var room: [Substring: Int] = [:]
    for entry in entries { room[Self.group(entry.fingerprint), default: 0] += 1 }
    // One that has become more severe is there, and has not gone.
    let gone = entries.filter { entry in
      let group = Self.group(entry.fingerprint)
      guard let index = left[group]?.firstIndex(of: entry),
        room[group, default: 0] > present[group, default: 0]
      else { return false }
      left[group]?.remove(at: index)
      room[group, default: 0] -= 1
      return true
    }
    return Comparison(
      new: zip(all, isKnown).filter { !$0.1 }.map(\.0.finding), known: known, gone: gone)
  }

  /// Of findings that are alike: the fingerprint without its number.
  private static func group(_ fingerprint: String) -> Substring {
    fingerprint.prefix { $0 != ":" }
  }

  /// The keys of the document as they are read.
  private struct Written: Decodable {
    let schema: String
    let findings: [Entry]

    struct Entry: Decodable {
      let fingerprint: String
      let severity: String
      let code: String
      let file: String
      let record: String?
      let message: String
    }
  }
}

/// Why a file is no list of known findings: reads after its path and a colon.
package struct BaselineFault: Error, CustomStringConvertible {
  package let description: String
}

extension FindingBaseline {
  /// `changebook.baseline/1`.
  package static let document = DataDocument<FindingBaseline>(
    "baseline", version: 1, title: "Known findings of a changebook site"
  ) {
    DataField("findings", .list(.object(Entry.fields)), "By file, then record and code.") {
      $0.entries
    }
  }

  package func json() -> [UInt8] { Self.document.json(self, .pretty) }
}

extension FindingBaseline.Entry {
  fileprivate static let fields = DataFields<FindingBaseline.Entry> {
    DataField("code", .ruleCode) { $0.code }
    DataField("file", .text, "Below the site's root.") { $0.file }
    DataField("fingerprint", .text, "As in SARIF: it stays when lines move.") { $0.fingerprint }
    DataField("message", .text) { $0.message }
    DataField("record", .optionalText, "The id of the record it is about.") { $0.record }
    DataField("severity", .oneOf, "A finding that is more severe is new.") { $0.severity }
  }

  fileprivate var key: [String] { [file, record ?? "", code, fingerprint] }
}
