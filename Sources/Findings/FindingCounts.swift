/// How many findings there are of each severity.
package struct FindingCounts: Sendable, Hashable {
  package private(set) var errors = 0
  /// Without those that are waived.
  package private(set) var breaches = 0
  package private(set) var warnings = 0
  package private(set) var notes = 0
  /// Covered by an accepted exception, whatever their severity; counted nowhere else.
  package private(set) var waived = 0

  package init(_ findings: some Sequence<Finding>) {
    for finding in findings {
      guard finding.waiver == nil else {
        waived += 1
        continue
      }
      switch finding.severity {
      case .error: errors += 1
      case .breach: breaches += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  /// `3 errors, 2 breaches (1 waived), 0 warnings`: the waived one is not among the two. Notes are
  /// named where there are some.
  package var summary: String {
    let waivedPart = waived == 0 ? "" : " (\(waived) waived)"
    let notesPart = notes == 0 ? "" : ", \(notes) \(notes == 1 ? "note" : "notes")"
    return "\(errors) \(errors == 1 ? "error" : "errors"), "
      + "\(breaches) \(breaches == 1 ? "breach" : "breaches")\(waivedPart), "
      + "\(warnings) \(warnings == 1 ? "warning" : "warnings")\(notesPart)"
  }
}

extension AcceptedWaiver {
  /// `waived by @cto at 2026-03-05T10:00:00Z because the vendor's window is fixed`
  var sentence: String { "waived by \(by) at \(at) because \(reason)" }
}
