import DeploymentGate
import Markdown
import Reports

extension GateReport.Standing {
  /// The class of its mark.
  var markClass: String {
    switch self {
    case .open: "mark-good"
    case .notApproved, .unknown: "mark-warn"
    case .blocked: "mark-bad"
    }
  }
}

extension HTMLWriter {
  /// ` · blocked: Holiday freeze, Dec 20 - Jan 5: Emergency only`: what the gate answers for a planned
  /// change; nothing where it was not asked.
  mutating func answer(_ report: GateReport?) {
    guard let report else { return }
    text(" · ")
    element("span", "class", report.standing.markClass, report.brief)
  }
}
