/// The findings by rule, the worst first: for sites that have many.
package struct FindingSummary: Sendable {
  /// By severity, then the most findings first, then code.
  package let rows: [Row]
  private let counts: FindingCounts

  /// The findings of one rule that are shown with one severity.
  package struct Row: Sendable, Hashable {
    package let code: RuleCode
    package let severity: Severity
    /// Without those that are waived.
    package fileprivate(set) var count = 0
    package fileprivate(set) var waived = 0
    /// How many records they are about.
    package fileprivate(set) var records = 0
  }

  private struct Key: Hashable {
    let code: RuleCode
    let severity: Severity
  }

  package init(_ findings: [Finding]) {
    counts = FindingCounts(findings)
    var rows: [Key: Row] = [:]
    var records: [Key: Set<String>] = [:]
    for finding in findings {
      let key = Key(code: finding.code, severity: finding.severity)
      var row = rows[key] ?? Row(code: finding.code, severity: finding.severity)
      if finding.waiver == nil { row.count += 1 } else { row.waived += 1 }
      if let record = finding.record, records[key, default: []].insert(record).inserted {
        row.records += 1
      }
      rows[key] = row
    }
    self.rows = rows.values.sorted { a, b in
      if a.severity != b.severity { return a.severity < b.severity }
      if a.count != b.count { return a.count > b.count }
      return a.code < b.code
    }
  }

  /// A line a rule with its count, and the counts by severity as the last line.
  ///
  /// - Parameter title: What a rule is called; nil where nobody knows.
  package func text(
    style: TextStyle = .plain, title: (RuleCode) -> String?
  ) -> [UInt8] {
    let width = rows.map { "\($0.count)".utf8.count }.max() ?? 0
    let lines = rows.map { row in
      let count = "\(row.count)"
      let label = "\(row.severity.rawValue)[\(row.code)]"
      let padding = String(repeating: " ", count: max(1, 16 - label.utf8.count))
      let parts: [String?] = [
        row.records > 1 ? "\(row.records) records" : nil,
        row.waived > 0 ? "\(row.waived) waived" : nil,
      ]
      let remark = parts.compactMap(\.self).joined(separator: ", ")
      return String(repeating: " ", count: width - count.utf8.count) + count + "  "
        + style.coloured(label, row.severity) + padding + (title(row.code) ?? "")
        + (remark.isEmpty ? "" : " (\(remark))")
    }
    return Array((lines + [counts.summary]).joined(separator: "\n").utf8) + [0x0A]
  }
}

extension TextStyle {
  /// A text in the colour of a severity, where there is colour.
  fileprivate func coloured(_ text: String, _ severity: Severity) -> String {
    guard self == .coloured else { return text }
    let colour =
      switch severity {
      case .error: "1;31"
      case .breach: "35"
      case .warning: "1;33"
      case .note: "36"
      }
    return "\u{1B}[\(colour)m\(text)\u{1B}[0m"
  }
}
