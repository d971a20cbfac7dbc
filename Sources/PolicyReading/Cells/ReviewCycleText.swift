/// How often the policy is reviewed, in words.
enum ReviewCycleText {
  static let accepted = "Annual, Quarterly, Monthly, or a number such as Every 6 months"

  static func read(_ text: String) -> ReviewCycle? {
    let folded = WordForm.fold(text)
    let months: Int?
    switch folded {
    case "annual", "annually", "yearly", "every year", "once a year", "each year", "per year":
      months = 12
    case "semi annual", "semi annually", "semiannual", "semiannually", "half yearly",
      "twice a year", "every half year", "biannual", "biannually":
      months = 6
    case "quarterly", "every quarter", "each quarter": months = 3
    case "monthly", "every month", "each month": months = 1
    case "biennial", "biennially", "every other year": months = 24
    default: months = readCount(folded)
    }
    guard let months, months > 0 else { return nil }
    return ReviewCycle(months: months, text: WordForm.trim(text))
  }

  /// `every 6 months`, `two years`, `at least every 12 months`, `annual review`.
  private static func readCount(_ text: String) -> Int? {
    var tokens = CellTokens(text)
    _ = tokens.take(phrase: "at least")
    if tokens.take("annual", "annually", "yearly") {
      return tokens.remainder == "review" || tokens.atEnd ? 12 : nil
    }
    if tokens.take("quarterly") { return tokens.remainder == "review" || tokens.atEnd ? 3 : nil }
    _ = tokens.take("every", "each")
    guard let (count, unit) = DurationText.takePart(&tokens), tokens.atEnd,
      count.fractionDigits == 0
    else { return nil }
    switch unit {
    case .month: return count.whole
    case .year: return count.whole * 12
    default: return nil
    }
  }
}
