import Chronology
import Figures
import Findings
import Interchange
import PolicyReading

// What the management review asks for.

extension JSONWriter {
  mutating func breaches(_ summary: BreachSummary) {
    object("breaches") { json in
      json.array("controls") { json in
        for review in summary.controls {
          json.object { json in
            json.member("exceptions", review.open)
            json.array("ids", review.records)
            json.member("requirement", review.control.requirement)
            json.member("standard", review.control.standard)
            json.member("topic", review.topic.rawValue)
            json.member("waived", review.waived)
          }
        }
      }
      json.array("findings") { json in
        for course in summary.course {
          json.object { json in
            json.member("code", course.code.description)
            json.array("counts") { json in
              for count in course.counts { json.value(count) }
            }
          }
        }
      }
      json.member("open", summary.open)
      json.array("periods", summary.periods.map(\.label))
      json.array("repeated") { json in
        for repeated in summary.repeated {
          json.object { json in
            json.member("code", repeated.code.description)
            json.array("ids", repeated.records)
            json.member("system", repeated.system)
          }
        }
      }
      json.array("rules") { json in
        for rule in summary.rules {
          json.object { json in
            json.member("code", rule.code.description)
            json.array("ids", rule.records)
            json.member("open", rule.open)
            json.member("waived", rule.waived)
          }
        }
      }
      json.member("waived", summary.waived)
    }
  }

  /// Null for other audiences than the review.
  mutating func targets(_ report: PeriodReport) {
    guard report.audience == .review else { return null("targets") }
    array("targets") { json in
      for review in report.targetReviews {
        json.object { json in
          json.member("changesNeeded", review.changesNeeded)
          json.member("conclusion", review.conclusion.key)
          json.member("figure", review.key)
          json.array("periods", review.periods.map(\.period.label))
          json.member("text", review.target.text)
        }
      }
    }
  }
}

extension TargetReview.Conclusion {
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

extension TargetReview {
  /// Of the periods together; nil where these are clear.
  fileprivate var changesNeeded: Int? {
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
