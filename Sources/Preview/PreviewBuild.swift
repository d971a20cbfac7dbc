import Findings
import Interchange
import SourceText

/// One build as it is served.
package struct PreviewBuild: Sendable {
  /// The bytes of a file by its path below the output folder; nil for any other path.
  let content: @Sendable (String) -> [UInt8]?
  /// What is shown of the findings: counts, and the worst of them.
  let counts: String
  let worst: [String]
  let more: Int

  private static let mostShown = 20

  package init(findings: [Finding], content: @escaping @Sendable (String) -> [UInt8]?) {
    self.content = content
    counts = Findings.FindingCounts(findings).summary
    let open = findings.filter { $0.waiver == nil && $0.severity < .note }.mostSevereFirst()
    worst = open.prefix(Self.mostShown).map { finding in
      let start = finding.place.start
      return VisibleText.line(
        "\(finding.place.file.path):\(start.line):\(start.column): "
          + "\(finding.severity.rawValue)[\(finding.code)]: \(finding.message)")
    }
    more = max(0, open.count - worst.count)
  }
}

/// What became of an attempt to build.
package enum PreviewOutcome: Sendable {
  case built(PreviewBuild)
  /// Why there is no site, as `build` would say it.
  case failed(String)
}
