import Records
import SourceText

/// The way of one file through the commits, renames included: what was done to it, the oldest first.
struct RecordTrail: Sendable {
  struct Step: Sendable {
    /// Index in the log.
    let commit: Int
    /// Of the text before and after; nil where there is none.
    let before: String?
    let after: String?
    /// Where the file lay before, where the commit moved it.
    var movedFrom: String?
    /// Of a merge the texts that its other parents had.
    var others: [String?] = []
  }

  /// Where it lies now, or lay last: from the site's root.
  var path: String
  var steps: [Step] = []

  /// The last commit that speaks of it removed it.
  var isRemoved: Bool { steps.last.map { $0.after == nil } ?? true }
}

/// Follows files through a log.
///
/// git does not say what was renamed. Of the files that one commit removes and adds those are one whose
/// text is the same, whose names give the same id, or whose texts do: a record that was removed is
/// not taken for another one that happens to come in with the same commit.
struct TrailReader {
  private var trails: [RecordTrail] = []
  private var indices: [String: Int] = [:]
  /// The id that a text gives its record, by the text's hash.
  private let ids: [String: String]

  /// - Parameter log: Paths from the site's root, the newest commit first.
  static func trails(_ log: [LoggedCommit], ids: [String: String]) -> [RecordTrail] {
    var reader = TrailReader(ids: ids)
    for (index, logged) in log.enumerated().reversed() { reader.add(logged.changes, commit: index) }
    return reader.trails
  }

  /// The texts whose ids tell whether a file was moved, each once.
  static func undecided(_ log: [LoggedCommit]) -> [String] {
    var seen: Set<String> = []
    var hashes: [String] = []
    for logged in log {
      var (removed, added) = parts(logged.changes)
      _ = pairs(&removed, &added) { $0 == $1 }
      guard !removed.isEmpty, !added.isEmpty else { continue }
      for change in removed + added {
        if let hash = change.after ?? change.before, seen.insert(hash).inserted {
          hashes.append(hash)
        }
      }
    }
    return hashes
  }

  private init(ids: [String: String]) { self.ids = ids }

  private mutating func add(_ changes: [FileChange], commit: Int) {
    var (removed, added) = Self.parts(changes)
    var moves = Self.pairs(&removed, &added) { $0 == $1 }
    if !removed.isEmpty, !added.isEmpty {
      moves += Self.pairs(&removed, &added) { [ids] before, after in
        guard let before, let after, let id = ids[before] else { return false }
        return id == ids[after]
      }
    }
    for (old, new) in moves {
      let step = RecordTrail.Step(
        commit: commit, before: old.before, after: new.after, movedFrom: old.path,
        others: new.otherBefores)
      let index = indices[old.path]
      indices[old.path] = nil
      append(step, to: new.path, index)
    }
    for change in changes where change.before != nil && change.after != nil {
      append(change, commit)
    }
    for change in removed + added { append(change, commit) }
  }

  private mutating func append(_ change: FileChange, _ commit: Int) {
    append(
      RecordTrail.Step(
        commit: commit, before: change.before, after: change.after, others: change.otherBefores),
      to: change.path, indices[change.path])
  }

  private mutating func append(_ step: RecordTrail.Step, to path: String, _ known: Int?) {
    let index = known ?? indices[path] ?? trails.count
    if index == trails.count { trails.append(RecordTrail(path: path)) }
    trails[index].path = path
    trails[index].steps.append(step)
    indices[path] = index
  }

  private static func parts(
    _ changes: [FileChange]
  ) -> (removed: [FileChange], added: [FileChange]) {
    (changes.filter { $0.after == nil }, changes.filter { $0.before == nil && $0.after != nil })
  }

  /// Takes out of both those whose texts agree, each with the first that does.
  private static func pairs(
    _ removed: inout [FileChange], _ added: inout [FileChange],
    _ agree: (String?, String?) -> Bool
  ) -> [(FileChange, FileChange)] {
    var pairs: [(FileChange, FileChange)] = []
    if removed.isEmpty { return [] }
    for new in added {
      guard let index = removed.firstIndex(where: { agree($0.before, new.after) }) else { continue }
      pairs.append((removed.remove(at: index), new))
    }
    let taken = Set(pairs.map(\.1.path))
    added.removeAll { taken.contains($0.path) }
    return pairs
  }
}
