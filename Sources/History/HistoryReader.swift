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
  private let ids: Set<String>
  private let reader: RecordVersionReader

  /// Files whose texts are asked for at once.
  static let batch = 256

  /// What is known of one file.
  struct Reading: Sendable {
    let path: String
    /// Nil where there is no such record any more.
    let history: RecordHistory?
    let lost: LostRecord?
  }

  init(
    _ register: Register, root: String, _ repository: Repository, _ log: [LoggedCommit],
    asOf: Instant
  ) {
    self.root = root
    self.repository = repository
    self.log = log
    clocks = log.clockFaults(asOf: asOf)
    additions = log.map { logged in logged.changes.count { $0.before == nil } }
    current = Dictionary(
      register.changes.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    ids = Set(register.changes.map(\.id))
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
    return zip(trails, names).map { read($0, named: $1, texts) }
  }

  /// - Parameter name: git's name for the text that the file has now; nil where it is gone.
  private func read(
    _ trail: RecordTrail, named name: String?, _ texts: [String: [UInt8]]
  ) -> Reading {
    let change = current[trail.path]
    var versions: [String: RecordVersion] = [:]
    func version(_ hash: String?) -> RecordVersion? {
      guard let hash else { return nil }
      if let version = versions[hash] { return version }
      let read = hash == name ? change : texts[hash].map { reader.read($0, path: trail.path) }
      let version = RecordVersion(read)
      versions[hash] = version
      return version
    }
    var edits = trail.steps.map { step in
      edit(step, from: version(step.before), to: version(step.after))
    }
    guard let change else {
      let last = trail.steps.last.flatMap { version($0.after ?? $0.before) }?.change
      return Reading(path: trail.path, history: nil, lost: lost(trail, last))
    }
    let committed = trail.steps.last?.after
    if committed == nil || committed != name {
      let present = RecordVersion(change)
      let last = version(committed)
      // Line ends and marks of the encoding are other in the folder where git is told so.
      if last.map({ !present.saysTheSame(as: $0) }) ?? true {
        edits.append(edit(nil, from: last, to: present))
      }
    }
    return Reading(path: trail.path, history: RecordHistory(edits: edits), lost: nil)
  }

  private func edit(
    _ step: RecordTrail.Step?, from before: RecordVersion?, to after: RecordVersion?
  ) -> RecordEdit {
    let kind: RecordEdit.Kind =
      if let origin = step?.movedFrom { .moved(from: origin) } else if before == nil {
        .added
      } else if after == nil { .removed } else { .changed }
    let fields = RecordVersion.compare(before, after)
    // Of a text that cannot be read nobody knows what it declared already.
    let known = before?.change?.declaredInstants ?? []
    let declared = fields.areRead ? after?.change?.declaredInstants ?? [] : []
    return RecordEdit(
      commit: step.map { log[$0.commit].commit }, clock: step.flatMap { clocks[$0.commit] },
      kind: kind, companions: step.map { max(0, additions[$0.commit] - 1) } ?? 0, fields: fields,
      approvalsBefore: before?.change?.approvals ?? [],
      declared: declared.filter { instant in !known.contains { $0.isSame(as: instant) } })
  }

  /// A record that is no more, and whose id no other file has.
  private func lost(_ trail: RecordTrail, _ last: Change?) -> LostRecord? {
    let name = SourceFile(path: trail.path, text: "").idInName
    guard let id = last?.idOnRecord ?? name, !ids.contains(id), let step = trail.steps.last else {
      return nil
    }
    let isRemoved = step.after == nil
    // A file that is there and cannot be read is told of elsewhere.
    if !isRemoved, access("\(root)/\(trail.path)", F_OK) == 0 { return nil }
    return LostRecord(
      id: id, path: trail.path, last: last, commit: isRemoved ? log[step.commit].commit : nil,
      clock: isRemoved ? clocks[step.commit] : nil)
  }

  private func currentName(of trail: RecordTrail) -> String? {
    guard let change = current[trail.path], let hash = trail.hashes.first else { return nil }
    return BlobHash.name(of: change.file.bytes, like: hash)
  }
}

extension RecordTrail {
  fileprivate var hashes: [String] { steps.flatMap { [$0.before, $0.after].compactMap(\.self) } }
}

extension Change {
  /// The id that the record or its file's name gives; nil where neither does.
  fileprivate var idOnRecord: String? { RecordID.isValid(id) ? id : nil }
}
