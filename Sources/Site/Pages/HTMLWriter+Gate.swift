import DeploymentGate
import Documents
import Markdown
import Records
import Reports

extension Tone {
  /// The class of its mark.
  var markClass: String { "mark-\(look)" }
}

extension HTMLWriter {
  /// ` · blocked: Holiday freeze, Dec 20 - Jan 5: Emergency only`: what the gate answers for a planned
  /// change; nothing where it was not asked.
  mutating func answer(_ report: GateReport?) {
    guard let report else { return }
    text(" · ")
    element("span", "class", report.standing.tone.markClass, report.brief)
  }
}
