import Findings

extension RuleDocumentation {
  /// The whole page as plain text, for a terminal.
  package var text: String {
    let heading = "\(code) \(title) (\(severity.rawValue))"
    let enforced = enforces.map { "Enforces: \($0)\n\n" } ?? ""
    return """
      \(heading)
      \(String(repeating: "=", count: heading.unicodeScalars.count))

      \(enforced)\(explanation)

      Wrong:

      \(Self.indented(wrong))

      Right:

      \(Self.indented(right))

      """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
  }
}
