import Chronology
import Configuration
import Records
import SourceText

// Reading the history:
//  1. git says where the repository is, and how much of it is here;
//  2. one call lists the commits that touch records, and what each does to which file;
//     where the last commit has another text than they end with, merges are asked which one chose it;
//  3. files are followed through renames: each has its trail;
//  4. trails are taken in batches on several threads: one call gives the texts of a batch, the texts
//     are read as records, and neighbours are compared; a file that holds another record than before is
//     the end of one and the beginning of another.

/// What git knows of a register's changes. It never throws: where nothing is known, it says why.
///
/// - Parameter earlier: The commit at which the register was read; nil for that of the folder.
package func readHistory(
  of register: Register, root: String, environment: GitEnvironment, asOf: Instant, jobs: Jobs,
  at earlier: RevisionComparison? = nil
) -> RegisterHistory {
  let use = register.settings.history
  if use == .off { return RegisterHistory(.off) }
  do throws(HistoryAbsence) {
    let repository = try Repository(holding: root, environment)
    let last = earlier?.base ?? "HEAD"
    let log = try repository.log(records: register.changes.count, upTo: last)
    if let path = submodule(of: log) { throw .submodule(path: path) }
    let records = log.map { logged in
      LoggedCommit(
        commit: logged.commit,
        changes: logged.changes.filter { !$0.isSubmodule && $0.path.hasSuffix(".md") })
    }
    guard records.contains(where: { !$0.changes.isEmpty }) else { throw .notCommitted }
    let head = try repository.tree(of: last)
    let unexplained = records.unexplained(head)
    let explained =
      unexplained.isEmpty
      ? records : records.explaining(unexplained, head, by: try repository.merges(upTo: last))
    let reader = HistoryReader(
      register, root: root, repository, explained, head: head, asOf: asOf)
    let trails = reader.trails()
    let batches = stride(from: 0, to: trails.count, by: HistoryReader.batch).map {
      Array(trails[$0..<min($0 + HistoryReader.batch, trails.count)])
    }
    let readings = jobs.map(batches) { reader.read($0) }.flatMap(\.self)
    return RegisterHistory(
      lacksTexts: repository.isPartial, use: use, zone: register.zone,
      records: Dictionary(
        readings.compactMap { reading in reading.history.map { (reading.path, $0) } },
        uniquingKeysWith: { first, _ in first }),
      lost: readings.flatMap(\.lost).sorted { $0.path.precedesInBytes($1.path) },
      heldIDs: readings.reduce(into: []) { $0.formUnion($1.ids) })
  } catch {
    return RegisterHistory(error)
  }
}

/// A folder among the records that is a repository of its own, at the last commit that speaks of it.
private func submodule(of log: [LoggedCommit]) -> String? {
  var seen: Set<String> = []
  for change in log.lazy.flatMap(\.changes) where change.isSubmodule {
    if seen.insert(change.path).inserted, change.after != nil { return change.path }
  }
  return nil
}
