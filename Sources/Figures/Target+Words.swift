import PolicyReading

extension Target {
  /// A share between 0 and 1, seconds, or a number a week.
  package var boundValue: Double {
    switch bound {
    case .share(let share): share.value
    case .duration(let seconds): Double(seconds)
    case .perWeek(let pace): pace.value
    }
  }

  /// `above 95%`, `below 2 h for Normal`: for cards and charts, where `words` are too long.
  package var shortWords: String {
    let comparison =
      switch comparison {
      case .above: "above"
      case .atLeast: "at least"
      case .below: "below"
      case .atMost: "at most"
      }
    let value =
      switch bound {
      case .share(let share): formatBound(share)
      case .duration(let seconds): formatDuration(Double(seconds))
      case .perWeek(let pace): "\(pace.decimal) a week"
      }
    let which = statistic == .median ? "median " : ""
    let scope = scopeWords.map { " for \($0)" } ?? ""
    return "\(which)\(comparison) \(value)\(scope)"
  }
}
