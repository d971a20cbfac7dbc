import Findings

/// How many findings of which severity there are, and how many were accepted.
package struct FindingCounts: Sendable {
  /// The most severe first, those that there are none of left out.
  package let open: [(severity: Severity, count: Int)]
  package let waived: Int

  package init(_ findings: some Sequence<Finding>) {
    var counts = [Int](repeating: 0, count: Severity.allCases.count)
    var waived = 0
    for finding in findings {
      if finding.waiver != nil {
        waived += 1
      } else if let index = Severity.allCases.firstIndex(of: finding.severity) {
        counts[index] += 1
      }
    }
    open = zip(Severity.allCases, counts).compactMap { $1 > 0 ? ($0, $1) : nil }
    self.waived = waived
  }

  package var isEmpty: Bool { open.isEmpty && waived == 0 }

  /// `1 breach`, `2 warnings`, `1 waived`, each with the tone of its look.
  var parts: [(text: String, tone: String)] {
    open.map { severity, count in
      let many = severity == .breach ? "breaches" : "\(severity.rawValue)s"
      return (counted(count, severity.rawValue, many), severity.rawValue)
    } + (waived > 0 ? [("\(waived) waived", "waived")] : [])
  }
}
