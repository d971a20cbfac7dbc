import Chronology
import Glibc
import Records
import SourceText

/// Reads the versions of records and compares them.
struct HistoryReader: Sendable {
  private let root: String
  private let repository: Repository
  private let log: [LoggedCommit]
  private let clocks: [ClockFault?]
  /// How many records each commit brings in.
  private let additions: [Int]
  private let current: [String: Change]
  /// By id.
  private let holders: [String: [Change]]
  /// git's names of the texts of the last commit.
  private let head: [String: String]
  private let reader: RecordVersionReader

  /// Files whose texts are asked for at once.
  static let batch = 256

  /// What is known of one file.
  struct Reading: Sendable {
    let path: String
    /// Of the record that it holds; nil where it holds none any more.
    let history: RecordHistory?
    /// Those that it held, and that are gone.
    let lost: [LostRecord]
    /// Every id that a text of it gave.
    let ids: Set<String>
  }

  init(
    _ register: Register, root: String, _ repository: Repository, _ log: [LoggedCommit],
    head: [String: String], asOf: Instant
  ) {
    self.root = root
    self.repository = repository
    self.log = log
    clocks = log.clockFaults(asOf: asOf)
    additions = log.map { logged in logged.changes.count { $0.before == nil } }
    current = Dictionary(
      register.changes.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    holders = Dictionary(grouping: register.changes, by: \.id)
    self.head = head
    reader = RecordVersionReader(register)
  }

  func trails() -> [RecordTrail] {
    let hashes = TrailReader.undecided(log)
    let ids = repository.texts(hashes).compactMapValues { reader.read($0, path: "").idOnRecord }
    return TrailReader.trails(log, ids: ids)
  }

  func read(_ trails: [RecordTrail]) -> [Reading] {
    var hashes: [String] = []
    var seen: Set<String> = []
    let names = trails.map(currentName)
    for (trail, name) in zip(trails, names) {
      for hash in trail.hashes where hash != name && seen.insert(hash).inserted {
        hashes.append(hash)
      }
    }
    let texts = repository.texts(hashes)
    return zip(trails, names).map { trail, name in
      let versions = TrailVersions(
        trail, current: current[trail.path], named: name, texts, reader: reader)
      return read(trail, named: name, versions)
    }
  }

  /// - Parameter name: git's name for the text that the file has now; nil where it is gone.
  private func read(
    _ trail: RecordTrail, named name: String?, _ versions: TrailVersions
  ) -> Reading {
    // Each record that the file held, with its steps; the step that wrote another over it comes first there.
    var edits: [RecordEdit] = []
    var lost: [LostRecord] = []
    var last: RecordVersion?
    for step in trail.steps {
      let (before, after) = (versions[step.before], versions[step.after])
      if let old = (before ?? last)?.change, let new = after?.change, old.isReplaced(by: new) {
        // It may have been removed before the other one came in.
        let removal = before == nil ? edits.last { $0.kind == .removed } : nil
        lost += replaced(
          trail, old, by: new, removal ?? edit(step, from: nil, to: after))
        edits = [edit(step, from: nil, to: after)]
      } else {
        edits.append(
          edit(step, from: before, to: after, others: step.others.map { versions[$0] }))
      }
      last = after ?? last ?? before
    }
    let committed = trail.steps.last?.after
    guard let change = current[trail.path] else {
      lost += removed(trail, last?.change)
      return Reading(path: trail.path, history: nil, lost: lost, ids: versions.ids)
    }
    if committed == nil || committed != name {
      let present = RecordVersion(change)
      if let old = last?.change, old.isReplaced(by: change) {
        let removal = committed == nil ? edits.last { $0.kind == .removed } : nil
        lost += replaced(
          trail, old, by: change, removal ?? edit(nil, from: nil, to: present))
        edits = [edit(nil, from: nil, to: present)]
      } else if versions[committed].map({ !present.saysTheSame(as: $0) }) ?? true {
        // Line ends and marks of the encoding are other in the folder where git is told so.
        edits.append(edit(nil, from: versions[committed], to: present))
      }
    }
    return Reading(
      path: trail.path, history: RecordHistory(edits: edits), lost: lost, ids: versions.ids)
  }

  /// - Parameter others: Of a merge the versions of its other parents.
  private func edit(
    _ step: RecordTrail.Step?, from before: RecordVersion?, to after: RecordVersion?,
    others: [RecordVersion?] = []
  ) -> RecordEdit {
    let kind: RecordEdit.Kind =
      if let origin = step?.movedFrom, before != nil {
        .moved(from: origin)
      } else if before == nil { .added } else if after == nil { .removed } else { .changed }
    let fields = RecordVersion.compare(before, after)
    // Of a text that cannot be read nobody knows what it declared already.
    let known = before?.change?.declaredInstants ?? []
    let declared = fields.areRead ? after?.change?.declaredInstants ?? [] : []
    return RecordEdit(
      commit: step.map { log[$0.commit].commit }, clock: step.flatMap { clocks[$0.commit] },
      kind: kind, companions: step.map { max(0, additions[$0.commit] - 1) } ?? 0, fields: fields,
      approvalsBefore: before?.change?.approvals ?? [],
      declared: declared.filter { instant in !known.contains { $0.isSame(as: instant) } },
      others: others.map { other in
        RecordEdit.Comparison(
          fields: RecordVersion.compare(other, after),
          approvalsBefore: other?.change?.approvals ?? [])
      },
      hadBegun: after?.change.map { $0.hasStarted || $0.outcome != nil } ?? false)
  }

  /// A record that another one was written over, or whose id another has now.
  private func replaced(
    _ trail: RecordTrail, _ last: Change, by other: Change, _ removal: RecordEdit
  ) -> [LostRecord] {
    guard let id = last.idOnRecord, !stands(last, id) else { return [] }
    return [
      LostRecord(
        id: id, path: trail.path, last: last, commit: removal.commit, clock: removal.clock,
        isCommitted: removal.commit == nil, replacement: other.id)
    ]
  }

  /// The record of a file that is no more, unless it lies elsewhere.
  private func removed(_ trail: RecordTrail, _ last: Change?) -> [LostRecord] {
    let name = SourceFile(path: trail.path, text: "").idInName
    guard let id = last?.idOnRecord ?? name, !stands(last, id), let step = trail.steps.last else {
      return []
    }
    let isRemoved = step.after == nil
    // A file that is there and cannot be read is told of elsewhere.
    if !isRemoved, access("\(root)/\(trail.path)", F_OK) == 0 { return [] }
    return [
      LostRecord(
        id: id, path: trail.path, last: last, commit: isRemoved ? log[step.commit].commit : nil,
        clock: isRemoved ? clocks[step.commit] : nil, isCommitted: head[trail.path] != nil,
        replacement: holders[id] == nil ? nil : id)
    ]
  }

  /// Whether some file holds the record still; of a text that is not here its id is enough.
  private func stands(_ last: Change?, _ id: String) -> Bool {
    let holders = holders[id] ?? []
    guard let last else { return !holders.isEmpty }
    return holders.contains { !last.isReplaced(by: $0) }
  }

  private func currentName(of trail: RecordTrail) -> String? {
    guard let change = current[trail.path], let hash = trail.hashes.first else { return nil }
    return BlobHash.name(of: change.file.bytes, like: hash)
  }
}

extension RecordTrail {
  fileprivate var hashes: [String] {
    steps.flatMap { ([$0.before, $0.after] + $0.others).compactMap(\.self) }
  }
}
