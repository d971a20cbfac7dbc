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

  /// - Parameter tree: The files of the site, of which none is written over.
  package init(
    _ table: ExportTable, _ mapping: ImportMapping, into register: Register, _ tree: SourceTree,
    asOf: Instant, jobs: Jobs
  ) {
    let terms = ImportTerms(register)
    var there = ExistingRecords(register, tree, source: mapping.source, kind: mapping.kind)
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
    let candidates = jobs.map(records) { entry -> ExistingRecords.Candidate? in
      guard case .success(let record)? = entry.result else { return nil }
      return known.candidate(for: record, asOf: asOf)
    }
    let faults = known.faults(of: candidates.compactMap(\.self), jobs: jobs)
    rows = zip(records, candidates).map { entry, candidate in
      guard let candidate else {
        guard case .failure(let refusal)? = entry.result else {
          return Row(line: entry.line, step: .leftOut)
        }
        return Row(line: entry.line, step: .refused(reason: refusal.reason))
      }
      let fault = faults[candidate.file.path]
      return Row(
        line: entry.line,
        step: fault.map(Step.refused) ?? known.step(for: candidate))
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
  /// The files by which records are read: the policy and the lists.
  private let context: [SourceFile]
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
    context = tree.files.filter { file in
      switch DecidingFolder(holding: file.path) {
      case .policy: true
      case .changes, .incidents, .freezes: false
      case nil: file.path.hasPrefix("content/systems") || file.path.hasPrefix("content/people")
      }
    }
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

  /// A row as the file that it would be.
  struct Candidate: Sendable {
    let record: ImportedRecord
    let hash: String
    let file: SourceFile
    /// The record that is there in its place.
    let there: SourceFile?
  }

  func candidate(for record: ImportedRecord, asOf: Instant) -> Candidate {
    let hash = Provenance.hash(record.text())
    let bytes = record.text(
      Provenance(from: source, key: record.key, at: WrittenInstant.text(asOf), hash: hash))
    let there = byKey[record.key]?.file ?? byID[record.id]
    let path = there?.path ?? self.path(for: record, asOf: asOf)
    return Candidate(
      record: record, hash: hash, file: SourceFile(path: path, bytes: bytes), there: there)
  }

  func step(for candidate: Candidate) -> ImportPlan.Step {
    let path = candidate.file.path
    guard let there = candidate.there else {
      return paths.contains(path)
        ? .conflict(path: path, reason: "another file has this name")
        : .new(path: path, bytes: candidate.file.bytes)
    }
    guard let (provenance, current) = Provenance.read(there), provenance.from == source,
      provenance.key == candidate.record.key
    else {
      return .conflict(path: path, reason: "\(candidate.record.id) is a record of its own")
    }
    if provenance.hash == candidate.hash { return .unchanged(path: path) }
    guard Provenance.hash(current) == provenance.hash else {
      return .conflict(
        path: path, reason: "both the record and its row were changed since it was imported")
    }
    return .updated(path: path, before: there, bytes: candidate.file.bytes)
  }

  private func path(for record: ImportedRecord, asOf: Instant) -> String {
    switch kind {
    case .incident: return "\(DecidingFolder.incidents.path)/\(record.id).md"
    case .change:
      let day = register.zone.wallTime(at: record.requested ?? asOf).day
      return "\(folder.path(for: day))/\(record.id).md"
    }
  }

  /// Why files could not be read as records, by path: they are read as the site would read them, some thousands
  /// at a time.
  func faults(of candidates: [Candidate], jobs: Jobs) -> [String: String] {
    var faults: [String: String] = [:]
    for start in stride(from: 0, to: candidates.count, by: Self.batch) {
      let batch = candidates[start..<min(start + Self.batch, candidates.count)]
      let tree = SourceTree(files: context + batch.map(\.file))
      guard let read = try? readRegister(tree, settings: register.settings, jobs: jobs) else {
        for candidate in batch { faults[candidate.file.path] = "the policy cannot be read" }
        continue
      }
      let problems =
        read.changes.map { ($0.file.path, $0.problems) }
        + read.incidents.map { ($0.idPlace.file.path, $0.problems) }
      for (path, problems) in problems where !problems.isEmpty {
        faults[path] = Self.fault(in: problems)
      }
    }
    return faults
  }

  /// Why a record cannot be read; nil where nothing of its problems keeps it from being counted.
  private static func fault(in problems: [ReadingProblem]) -> String? {
    for problem in problems {
      // A record of an export has no boxes, so that nothing says what they would.
      if case .boxesTicked(let field, 0) = problem.kind {
        return "nothing gives its \(field.lowercased()): no column, and no constant of the mapping"
      }
    }
    let error = findings(for: problems).first { $0.nature == .unreadable }
    return error.map { "it could not be read: \($0.message)" }
  }

  private static let batch = 4096
}
