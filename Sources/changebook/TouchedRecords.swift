import Findings
import History
import Records
import SourceText

/// What a call with `--since` is about: records and files that are other than at a revision.
struct TouchedRecords {
  let comparison: RevisionComparison

  init(since revision: String, _ settings: SiteSettings) throws {
    do throws(RevisionFault) {
      comparison = try RevisionComparison(
        since: revision, root: settings.root, settings.git)
    } catch {
      throw Failure("--since \(revision): \(error.sentence)")
    }
  }

  /// The findings that stand in a file that was touched or are about a record whose file was.
  func findings(among findings: [Finding], of register: Register) -> [Finding] {
    let ids = ids(in: register)
    return findings.filter { finding in
      comparison.isTouched(finding.place.file.path) || finding.record.map(ids.contains) ?? false
    }
  }

  /// Of the records whose files were touched.
  private func ids(in register: Register) -> Set<String> {
    var ids: Set<String> = []
    for change in register.changes where comparison.isTouched(change.file.path) {
      ids.insert(change.id)
    }
    for incident in register.incidents where comparison.isTouched(incident.file.path) {
      ids.insert(incident.id)
    }
    return ids
  }

  /// What was compared, in a line.
  var remark: String {
    let count = comparison.touchedOfSite.count
    let foreign = comparison.foreignFolders
    return "since     \(comparison.base.prefix(12)): \(count) "
      + (count == 1 ? "file" : "files") + " touched"
      + (foreign.isEmpty
        ? "" : ", and all of \(foreign.joined(separator: ", ")), another repository")
  }
}
