import Chronology
import Configuration
import Findings
import PolicyReading
import Records
import Rules
import SourceText

// An import:
//  1. every row becomes the text of a record, or a reason why it does not;
//  2. the record is read, and what cannot be read refuses the row;
//  3. it is held against what is there: new, unchanged, to be written anew, or in conflict.

/// What an import comes to, row by row.
package struct ImportPlan: Sendable {
  package enum Step: Sendable {
    case new(path: String, bytes: [UInt8])
    /// The record that was imported before and that nobody has edited since.
    case updated(path: String, before: SourceFile, bytes: [UInt8])
    case unchanged(path: String)
    /// Both the source and the record were changed, or the id is another record's.
    case conflict(path: String, reason: String)
    case leftOut
    case refused(reason: String)
  }

  package struct Row: Sendable {
    package let line: Int
    package let step: Step
  }

  package let rows: [Row]

  /// - Parameters:
  ///   - source: The name of the export, for the provenance.
  ///   - tree: The files of the site, of which none is written over.
  package init(
    _ table: ExportTable, _ mapping: ImportMapping, from source: String, into register: Register,
    _ tree: SourceTree, asOf: Instant, jobs: Jobs
  ) {
    let terms = ImportTerms(register)
    var there = ExistingRecords(register, tree, source: source, kind: mapping.kind)
    // Ids are given one after the other; all else is the same whichever row is first.
    var records: [(line: Int, result: Result<ImportedRecord, ImportedRecord.Refusal>?)] = []
    var seen: [String: Int] = [:]
    var seenIDs: [String: Int] = [:]
    for row in table.rows {
      if let fault = row.fault {
        records.append((row.line, .failure(.init(reason: fault))))
        continue
      }
      var cells: [String: String] = [:]
      for (head, cell) in zip(table.heads, row.cells) { cells[head] = cell }
      let isLeft = mapping.left.contains { column, values in
        values.contains(WordForm.fold(cells[column.value] ?? ""))
      }
      if isLeft {
        records.append((row.line, nil))
        continue
      }
      do throws(ImportedRecord.Refusal) {
        let known = there.id(ofKey: WordForm.trim(cells[mapping.key.value] ?? ""))
        let record = try ImportedRecord(
          cells, mapping, id: { known ?? there.nextID(asOf: asOf, zone: register.zone) }, in: terms)
        if let other = seen[record.key] {
          throw .init(reason: "`\(mapping.key.value)` \(record.key) is that of line \(other) too")
        }
        seen[record.key] = row.line
        if let other = seenIDs[record.id] {
          throw .init(reason: "the id \(record.id) is that of line \(other) too")
        }
        seenIDs[record.id] = row.line
        records.append((row.line, .success(record)))
      } catch {
        records.append((row.line, .failure(error)))
      }
    }
    let known = there
    rows = jobs.map(records) { entry in
      switch entry.result {
      case nil: Row(line: entry.line, step: .leftOut)
      case .failure(let refusal)?: Row(line: entry.line, step: .refused(reason: refusal.reason))
      case .success(let record)?:
        Row(line: entry.line, step: known.step(for: record, asOf: asOf))
      }
    }
  }
}

/// The records of a site that an import meets.
private struct ExistingRecords: Sendable {
  private let register: Register
  private let source: String
  private let kind: RecordKind
  private let folder: RecordFolder
  private let byKey: [String: (id: String, file: SourceFile)]
  private let byID: [String: SourceFile]
  private let paths: Set<String>
  private var used: Set<String>
  private var last: RecordNumbering.Series?

  init(_ register: Register, _ tree: SourceTree, source: String, kind: RecordKind) {
    self.register = register
    self.source = source
    self.kind = kind
    folder = RecordFolder(register.changes, zone: register.zone)
    var byKey: [String: (id: String, file: SourceFile)] = [:]
    var byID: [String: SourceFile] = [:]
    let records =
      register.changes.map { ($0.id, $0.file) }
      + register.incidents.map { ($0.id, $0.idPlace.file) }
    for (id, file) in records {
      if byID[id] == nil { byID[id] = file }
      guard let (provenance, _) = Provenance.read(file), provenance.from == source else { continue }
      byKey[provenance.key] = (id, file)
    }
    self.byKey = byKey
    self.byID = byID
    paths = Set(tree.files.map(\.path))
    used = Set(byID.keys).union(tree.files.compactMap(\.idInName))
  }

  func id(ofKey key: String) -> String? { byKey[key]?.id }

  mutating func nextID(asOf: Instant, zone: Zone) -> String? {
    if last == nil {
      let known =
        kind == .change ? register.changes.map(\.id) : register.incidents.map(\.id)
      last = RecordNumbering.Series(
        kind, after: known, used: used, year: zone.wallTime(at: asOf).day.year,
        patterns: register.settings.idPatterns)
    }
    return last?.next()
  }

  func step(for record: ImportedRecord, asOf: Instant) -> ImportPlan.Step {
    let hash = Provenance.hash(record.text())
    let bytes = record.text(
      Provenance(from: source, key: record.key, at: WrittenInstant.text(asOf), hash: hash))
    let there = byKey[record.key]?.file ?? byID[record.id]
    let path = there?.path ?? self.path(for: record, asOf: asOf)
    if let reason = fault(of: bytes, at: path, id: record.id) { return .refused(reason: reason) }
    guard let there else {
      return paths.contains(path)
        ? .conflict(path: path, reason: "another file has this name")
        : .new(path: path, bytes: bytes)
    }
    guard let (provenance, current) = Provenance.read(there), provenance.from == source,
      provenance.key == record.key
    else { return .conflict(path: path, reason: "\(record.id) is a record of its own") }
    if provenance.hash == hash { return .unchanged(path: path) }
    guard Provenance.hash(current) == provenance.hash else {
      return .conflict(
        path: path, reason: "both the record and its row were changed since it was imported")
    }
    return .updated(path: path, before: there, bytes: bytes)
  }

  private func path(for record: ImportedRecord, asOf: Instant) -> String {
    switch kind {
    case .incident: return "\(DecidingFolder.incidents.path)/\(record.id).md"
    case .change:
      let day = register.zone.wallTime(at: record.requested ?? asOf).day
      return "\(folder.path(for: day))/\(record.id).md"
    }
  }

  /// Why the record could not be read; nil where it can.
  private func fault(of bytes: [UInt8], at path: String, id: String) -> String? {
    let file = SourceFile(path: path, bytes: bytes)
    let problems = RecordReader(register).problems(of: file)
    let errors = findings(for: problems).filter { $0.nature == .unreadable }
    return errors.first.map { "it could not be read: \($0.message)" }
  }
}
