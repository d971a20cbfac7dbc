import Chronology
import Figures
import Findings
import Interchange
import PolicyReading

// What the management review asks for.

extension BreachSummary {
  static let fields = DataFields<BreachSummary> {
    DataField("controls", .list(.object(ControlReview.fields))) { $0.controls }
    DataField("findings", .list(.object(course)), "By rule, one count for each of `periods`.") {
      $0.course
    }
    DataField("open", .integer, "Breaches that no waiver covers.") { $0.open }
    DataField("periods", .texts, "Labels, the earliest first.") { $0.periods.map(\.label) }
    DataField("repeated", .list(.object(repeated))) { $0.repeated }
    DataField("rules", .list(.object(rule))) { $0.rules }
    DataField("waived", .integer) { $0.waived }
  }

  private static let course = DataFields<RuleCourse> {
    DataField("code", .text) { $0.code.description }
    DataField("counts", .list(.integer)) { $0.counts }
  }

  private static let repeated = DataFields<RepeatedBreach> {
    DataField("code", .text) { $0.code.description }
    DataField("ids", .texts) { $0.records }
    DataField("system", .text) { $0.system }
  }

  private static let rule = DataFields<BrokenRule> {
    DataField("code", .text) { $0.code.description }
    DataField("ids", .texts) { $0.records }
    DataField("open", .integer) { $0.open }
    DataField("waived", .integer) { $0.waived }
  }
}

extension ControlReview {
  fileprivate static let fields = DataFields<ControlReview> {
    DataField("exceptions", .integer) { $0.open }
    DataField("ids", .texts) { $0.records }
    DataField("requirement", .text) { $0.control.requirement }
    DataField("standard", .text) { $0.control.standard }
    DataField("topic", .oneOf) { $0.topic }
    DataField("waived", .integer) { $0.waived }
  }
}

extension TargetReview {
  static let fields = DataFields<TargetReview> {
    DataField("changes_needed", .optional(.integer)) { $0.changesNeeded }
    DataField("conclusion", .choice(Conclusion.keys)) { $0.conclusion.key }
    DataField("figure", .text) { $0.key }
    DataField("periods", .texts) { $0.periods.map(\.period.label) }
    DataField("text", .text) { $0.target.text }
  }

  /// Of the periods together; nil where these are clear.
  private var changesNeeded: Int? {
    PooledRate(
      periods.compactMap { judged in
        if case .rate(let rate) = judged.figure, rate.target?.bound == target.bound {
          rate
        } else {
          nil
        }
      })?.changesNeeded
  }
}

extension TargetReview.Conclusion {
  fileprivate static let keys = [
    "met_throughout", "missed_throughout", "too_few", "mixed", "too_short", "no_data",
  ]

  fileprivate var key: String {
    switch self {
    case .metThroughout: "met_throughout"
    case .missedThroughout: "missed_throughout"
    case .inconclusive: "too_few"
    case .mixed: "mixed"
    case .tooShort: "too_short"
    case .noData: "no_data"
    }
  }
}
