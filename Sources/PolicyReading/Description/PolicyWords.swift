import Chronology

/// Values of a policy in words, as pages and the terminal show them.

extension ChangeType.Approval {
  /// After "needs": `a CAB review`.
  package var words: String {
    switch self {
    case .preApproved: "pre-approved"
    case .nobody: "nobody approves"
    case .advisoryBoard: "approval of the CAB"
    case .emergencyBoard: "approval of the emergency CAB"
    case .governanceVote: "a governance vote"
    case .roles(let rule):
      "approval: \(rule.text)"
        + (rule.afterwards.isEmpty
          ? "" : " (after the change: \(rule.afterwards.joined(separator: "; ")))")
    }
  }
}

extension ChangeType.LeadTime {
  package var words: String {
    switch self {
    case .immediate: "may start at once"
    case .sameDay: "from the day of its request"
    case .days(let count): "requested \(counted(count, "day")) before"
    case .businessDays(let count): "requested \(counted(count, "business day")) before"
    case .seconds(let seconds): "requested \(durationWords(seconds)) before"
    case .votingPeriod: "after the voting period"
    }
  }
}

extension ReviewRequirement {
  /// `2 reviewers and 1 for security`.
  package var words: String {
    let reviewers = technical == 0 ? "no reviewers" : counted(technical, "reviewer")
    return security == 0 ? reviewers : "\(reviewers) and \(security) for security"
  }
}

extension ReviewRequirement.SecurityReview {
  package var words: String {
    switch self {
    case .yes: "security review"
    case .no: "no security review"
    case .ifRelevant: "security review if security-relevant"
    }
  }
}

extension FreezeDuration {
  package var words: String {
    switch self {
    case .recurring(let recurrence): recurrence.isAlways ? "always" : recurrence.words
    case .asDeclared: "when a freeze is declared"
    case .afterIncident(let seconds, let severities):
      "until \(durationWords(seconds)) after "
        + (severities.isEmpty
          ? "an incident" : "an incident of severity " + severities.joined(separator: " or "))
        + " is resolved"
    }
  }
}

extension Target {
  /// `above 95%`, `below 2 hours, Normal changes`.
  package var words: String {
    let side =
      switch comparison {
      case .above: "above"
      case .atLeast: "at least"
      case .below: "below"
      case .atMost: "at most"
      }
    let which = statistic == .median ? "median " : ""
    let scope = scopeWords.map { ", \($0) changes" } ?? ""
    return "\(which)\(side) \(bound.words)\(scope)"
  }

  /// `Normal`, `Normal and Emergency, high risk`: what it is set for; nil where that is everything.
  package var scopeWords: String? {
    let parts = [
      types.joined(separator: " and "),
      risks.isEmpty ? "" : "\(risks.joined(separator: " and ")) risk",
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension Target.Bound {
  package var words: String {
    switch self {
    case .share(let ratio): ratio.percent ?? "\(ratio.numerator)/\(ratio.denominator)"
    case .duration(let seconds): durationWords(seconds)
    case .perWeek(let pace): "\(pace.decimal) a week"
    }
  }
}

extension Ratio {
  /// `3`, `0.23`: at most two decimals.
  package var decimal: String {
    let hundredths = (numerator * 200 + denominator) / (2 * denominator)
    let part = hundredths % 100
    if part == 0 { return "\(hundredths / 100)" }
    let digits = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
    return "\(hundredths / 100).\(digits)"
  }
}

extension Ratio {
  /// `95%`, `99.5%`, `0.25%`; nil where it has more than three decimals as a percentage.
  package var percent: String? {
    let scaled = numerator * 100_000
    guard scaled.isMultiple(of: denominator) else { return nil }
    let thousandths = scaled / denominator
    var decimals = "\(1000 + thousandths % 1000)".dropFirst()
    while decimals.hasSuffix("0") { decimals = decimals.dropLast() }
    return "\(thousandths / 1000)\(decimals.isEmpty ? "" : ".\(decimals)")%"
  }
}

extension Threshold {
  package var words: String {
    let share = share.percent ?? "\(share.numerator)/\(share.denominator)"
    return isStrict ? "more than \(share)" : "\(share) or more"
  }
}

extension FigureName {
  /// `change success rate`.
  package var words: String {
    rawValue.split(separator: "_").joined(separator: " ")
  }
}

/// `48 hours`, `90 minutes`, `4 days`: the largest unit that fits exactly, days from three days up.
package func durationWords(_ seconds: Int64) -> String {
  for (length, unit, least) in [(86_400, "day", 3), (3600, "hour", 1), (60, "minute", 1)]
    as [(Int64, String, Int64)]
  where seconds.isMultiple(of: length) && seconds / length >= least {
    return counted(Int(seconds / length), unit)
  }
  return counted(Int(seconds), "second")
}

extension Zone {
  /// Its name; `UTC−5` for an offset, which the database writes the other way round.
  package var words: String {
    guard name.hasPrefix("Etc/GMT"), name.utf8.count > 8 else { return name }
    return "UTC" + (name.contains("+") ? "−" : "+") + name.dropFirst(8)
  }
}

/// `1 day`, `5 days`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
