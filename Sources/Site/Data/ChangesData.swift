import Chronology
import Findings
import Interchange
import Records
import SourceText

/// Every change of the register as data.
package struct ChangesData: Sendable {
  /// By id, then path.
  package let rows: [ChangeRow]
  let asOf: Instant

  /// - Parameters:
  ///   - findings: All findings, in the order of listings.
  ///   - stage: Where a change stands at `asOf`.
  package init(
    _ register: Register, findings: [Finding], asOf: Instant, stage: (Change) -> WorkflowStage
  ) {
    self.asOf = asOf
    let codes = FindingCodes(findings)
    rows = register.changes.map { change in
      ChangeRow(
        change: change, stage: stage(change), codes: codes[change.file.path],
        page: Route.change(change.id).path)
    }
  }

  /// `changebook.changes/2`.
  package func json() -> [UInt8] { ChangeRow.document.json(self, reserving: rows.count * 1280) }

  /// Those of some changes, in the same order.
  package func rows(of ids: Set<String>) -> [ChangeRow] {
    rows.filter { ids.contains($0.change.id) }
  }
  /// One row a change, in the same order.
  package func csv() -> [UInt8] { renderCSV(rows, ChangeRow.fields) }
}

/// One change and what was found about it.
package struct ChangeRow: Sendable {
  let change: Change
  let stage: WorkflowStage
  let codes: FindingCodes.Entry

  /// The change can be read and is counted in figures.
  var isReadable: Bool { !codes.hasError }

  /// The address of its page, below the site's root.
  let page: String
}

/// The codes of the findings of each file.
struct FindingCodes {
  struct Entry: Sendable {
    /// Those that nobody waived, each once, ascending.
    var open: [String] = []
    /// Those that are waived, each once, ascending.
    var waived: [String] = []
    var hasError = false
  }

  private var entries: [String: Entry] = [:]

  init(_ findings: [Finding]) {
    for finding in findings.sorted(by: { $0.code < $1.code }) {
      let code = finding.code.description
      entries[finding.place.file.path, default: Entry()].add(
        code, severity: finding.severity, isWaived: finding.waiver != nil)
    }
  }

  subscript(path: String) -> Entry { entries[path] ?? Entry() }
}

extension FindingCodes.Entry {
  fileprivate mutating func add(_ code: String, severity: Severity, isWaived: Bool) {
    if severity == .error { hasError = true }
    if isWaived {
      if waived.last != code { waived.append(code) }
    } else if open.last != code {
      open.append(code)
    }
  }
}
