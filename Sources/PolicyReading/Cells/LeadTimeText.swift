/// Cells of the Lead Time column.
enum LeadTimeText {
  static let accepted =
    "Immediate, Same day, Voting period, or a number of days, business days, hours or weeks "
    + "such as 5 days or 1–3 days"

  static func read(_ text: String) -> ChangeType.LeadTime? {
    switch WordForm.fold(text) {
    case "immediate", "immediately", "none", "no lead time", "no notice", "at once", "asap",
      "n a", "not applicable", "as soon as possible":
      return .immediate
    case "same day", "same business day", "the same day", "on the day":
      return .sameDay
    case "next day", "the next day": return .days(1)
    case "next business day", "next working day", "the next business day", "the next working day":
      return .businessDays(1)
    case let folded where folded.hasSuffix("voting period") || folded.hasSuffix("vote"):
      return .votingPeriod
    case "": return isDash(text) ? .immediate : nil
    default: return readCount(text)
    }
  }

  /// `5 days`, `at least 3 business days before`, and of `1–3 days` the smaller number.
  private static func readCount(_ text: String) -> ChangeType.LeadTime? {
    let (outside, inside) = WordForm.partingBrackets(text)
    // `0 (pre-approved)`
    let isRemark = inside.allSatisfy { ApprovalCellWords.isPreApproved(WordForm.fold($0)) }
    var tokens = CellTokens(isRemark ? outside : text)
    if tokens.take(sign: "≥") || tokens.take("minimum", "min", "minimally") {
      _ = tokens.take("of") || tokens.take(sign: ".")
    } else if tokens.take(sign: ">") {
      guard tokens.take(sign: "=") else { return nil }
    } else {
      _ = tokens.take(phrase: "at least") || tokens.take(phrase: "no less than")
    }
    guard let count = tokens.takeCount() else { return nil }
    var upper = tokens
    if upper.take(sign: "-") || upper.take("to"), let larger = upper.takeCount() {
      guard larger >= count else { return nil }
      tokens = upper
    }
    _ = tokens.take(sign: "+") || tokens.take(sign: "-")
    if count == 0, tokens.atEnd { return .immediate }
    guard let unit = DurationText.takeUnit(&tokens) else { return nil }
    while tokens.take(
      "notice", "before", "beforehand", "minimum", "min", "in", "advance", "prior", "ahead",
      "lead", "time", "or", "more", "of", "deployment", "start", "the", "to", "implementation",
      "change", "release", "execution", "rollout", "planned", "scheduled", "date")
      || tokens.take(sign: "+") || tokens.take(sign: ".")
    {}
    guard tokens.atEnd else { return nil }
    return leadTime(count, unit)
  }

  private static func leadTime(_ count: Int, _ unit: DurationText.Unit) -> ChangeType.LeadTime? {
    switch unit {
    case _ where count == 0: .immediate
    case .minute, .hour: unit.seconds.map { .seconds(Int64(count) * $0) }
    case .day: .days(count)
    case .businessDay: .businessDays(count)
    case .week: .days(count * 7)
    case .month, .year: nil
    }
  }

  private static func isDash(_ text: String) -> Bool {
    let trimmed = WordForm.trim(text).unicodeScalars
    return !trimmed.isEmpty && trimmed.allSatisfy(CellTokens.isDash)
  }
}
