import Findings
import Obligations

extension RuleDocumentation {
  /// The rule's page as text for a terminal; ends with a line feed.
  package var text: String {
    var parts = ["\(code)  \(title)", "Severity: \(severity.rawValue)"]
    if let enforces { parts[1] += "\nEnforces: \(enforces)" }
    parts.append(explanation)
    parts.append("Wrong:\n" + indented(wrong))
    parts.append("Right:\n" + indented(right))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }
}

extension RuleCatalogue {
  /// The rules as a report of findings names them, by code.
  package static var reported: [ReportedRule] {
    rules.map { rule in
      let documentation = rule.documentation
      return ReportedRule(
        code: documentation.code, title: documentation.title, help: documentation.explanation)
    }
  }
}
