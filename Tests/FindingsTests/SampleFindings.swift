import Findings
import SourceText

/// Findings over one record and one policy, as `check` makes them.
enum SampleFindings {
  static let record = SourceFile(
    path: "content/changes/CHG-1.md",
    text: "## Approvals\n- [x] Technical Review: @runtime-lead\n\tü\u{1B}[31m: 漢字 e\u{301}x\n")
  static let policy = SourceFile(
    path: "content/policy/P.md", text: "a\n\n| Application code | 2 | No |\n")

  /// A finding at the first occurrence of `text` in the record.
  static func finding(
    _ code: Int, _ severity: Severity, _ message: String, at text: String, help: String? = nil,
    withPolicy: Bool = false
  ) -> Finding {
    let place = place(of: text, in: record)
    let reference = PolicyReference(
      place: Place(policy, policy.range(ofLine: 3)), clause: "6.1",
      excerpt: "Application code | 2 | No")
    return Finding(
      RuleCode(code), severity, message, help: help, at: place,
      policy: withPolicy ? reference : nil, record: "CHG-1")
  }

  static func place(of text: String, in file: SourceFile) -> Place {
    let needle = Array(text.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: needle) } ?? 0
    return Place(file, SourceRange(start, start + needle.count))
  }

  static var breach: Finding {
    finding(
      302, .breach, "1 technical reviewer, the policy requires 2", at: "@runtime-lead",
      help: "add a second one", withPolicy: true)
  }

  static var waived: Finding {
    var finding = finding(401, .breach, "lead time too short", at: "Technical")
    finding.waiver = AcceptedWaiver(
      by: "@cto", at: "2026-03-05T10:00:00Z", reason: "a <fixed> date")
    return finding
  }

  static var warning: Finding { finding(109, .warning, "nearly a section", at: "Approvals") }
  static var error: Finding { finding(104, .error, "100% wrong: a,b\nand more", at: "字") }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
