import DeploymentLogs
import Findings
import PolicyReading
import Records
import Rules
import SourceText

/// The findings as pages ask for them.
struct FindingsIndex: Sendable {
  /// By path, place and code.
  let all: [Finding]
  /// Paths of records of which something could not be read, each with its first error, by path.
  let unread: [(path: String, finding: Finding)]
  /// Records without an error.
  let recordsRead: Int
  private let rangeOfPath: [String: Range<Int>]
  private let indicesOfRule: [RuleCode: [Int]]
  /// Ids of changes that run into another one on a system, whatever of it is shown.
  let conflicting: Set<String>
  /// Codes that were found, ascending.
  let codes: [RuleCode]

  init(_ judgement: Judgement, register: Register) {
    let findings = judgement.shown
    all = findings
    conflicting = Set(
      judgement.all.compactMap { finding in
        if case .conflict? = finding.fact { finding.record } else { nil }
      })
    var ranges: [String: Range<Int>] = [:]
    var rules: [RuleCode: [Int]] = [:]
    var unread: [(path: String, finding: Finding)] = []
    let others = Set(
      register.policies.policies.map(\.file.path) + register.pages.map(\.file.path)
        + [Self.settingsPath])
    var start = 0
    for (index, finding) in findings.enumerated() {
      rules[finding.code, default: []].append(index)
      let path = finding.place.file.path
      if path != findings[start].place.file.path { start = index }
      ranges[path] = start..<index + 1
      if finding.nature == .unreadable, unread.last?.path != path, !others.contains(path),
        !path.hasPrefix(PublishedReport.folder), !path.hasPrefix(DeploymentLog.folder)
      {
        unread.append((path, finding))
      }
    }
    rangeOfPath = ranges
    indicesOfRule = rules
    codes = rules.keys.sorted()
    self.unread = unread
    let unreadPaths = Set(unread.map(\.path))
    recordsRead =
      register.changes.count { !unreadPaths.contains($0.file.path) }
      + register.incidents.count { !unreadPaths.contains($0.file.path) }
      + register.freezes.count { !unreadPaths.contains($0.file.path) }
  }

  /// The findings of one file, in order of place.
  func of(path: String) -> ArraySlice<Finding> {
    rangeOfPath[path].map { all[$0] } ?? []
  }

  func of(_ code: RuleCode) -> some RandomAccessCollection<Finding> {
    (indicesOfRule[code] ?? []).lazy.map { all[$0] }
  }

  func count(of code: RuleCode) -> Int { indicesOfRule[code]?.count ?? 0 }

  private static let settingsPath = "changebook.yml"
}
