import Chronology
import Configuration
import SourceText

/// Cells of the Duration column of the freezes, and the `when:` of a declared one.
package enum FreezeDurationText {
  static let accepted =
    "days of every year such as Dec 20 - Jan 5, full dates, Dec 20 17:00 - Jan 2 09:00, days such as "
    + "Weekends, Fridays after 14:00 or last 3 business days of each quarter, As declared, or a length "
    + "of time after an incident such as 48 hours, or 24 hours after a Sev1 incident"

  /// What a declared freeze may say of the times at which it comes again.
  package static let acceptedTimes =
    "times as in the policy's freezes, such as last 3 business days of each quarter, Fridays after "
    + "14:00, Weekends or Dec 20 - Jan 5"

  /// The times of a cell alone; nil for what comes by a declaration or after an incident, and for what
  /// is not understood.
  package static func times(_ text: String) -> RecurringTimes? {
    guard case .duration(.recurring(let recurrence), let zone, let abbreviation) = read(text) else {
      return nil
    }
    return RecurringTimes(
      text: WordForm.trim(text), recurrence: recurrence, zone: zone,
      abbreviation: abbreviation?.problem)
  }

  enum Reading: Hashable {
    /// The zone is nil where the cell names none; the abbreviation that names it leaves something open.
    case duration(FreezeDuration, zone: Zone?, ZoneAbbreviation?)
    /// Why not, as what would be accepted.
    case refused(accepted: String)
  }

  static func read(_ text: String) -> Reading {
    let words = WordForm.words(text)
    if words.contains(where: declarations.contains) {
      return words.allSatisfy(declaring.contains)
        ? .duration(.asDeclared, zone: nil, nil)
        : .refused(accepted: "As declared alone, each declaration a file in content/freezes")
    }
    if let (seconds, severities) = readLength(text) {
      return .duration(
        .afterIncident(seconds: seconds, severities: severities), zone: nil, nil)
    }
    return readTimes(text)
  }

  private static let declarations: Set = ["declared", "declaration", "announced", "announcement"]

  /// What may stand around these words: who declares, and not where the days are to be found.
  private static let declaring = declarations.union([
    "as", "when", "if", "on", "upon", "by", "the", "a", "an", "and", "or", "each", "is", "are",
    "separately", "individually", "beforehand", "advance", "in", "time", "of", "for", "event",
    "cab", "board", "change", "advisory", "management", "engineering", "lead", "leads",
    "leadership", "team", "manager", "managers", "director", "directors", "operations", "ops",
    "release", "security", "officer", "cto", "cio", "ceo", "coo", "ciso", "incident", "commander",
    "product", "owner", "head", "it", "service", "platform",
  ])

  /// Whether words say that something went wrong: a bare length of time is counted from that alone.
  static func isAboutIncidents(_ text: String) -> Bool {
    WordForm.words(text).contains { word in
      ["incident", "outage", "disruption", "postincident", "sev", "disaster", "breach", "failure"]
        .contains { word.hasPrefix($0) }
    }
  }

  /// `48 hours`, `for 2 days after resolution`, `24 hours after a Sev1 or Sev2 incident`.
  private static func readLength(_ text: String) -> (seconds: Int64, severities: [String])? {
    var tokens = CellTokens(text)
    _ = tokens.take("for", "within")
    guard let seconds = DurationText.take(&tokens), seconds > 0 else { return nil }
    var rest = WordForm.words(tokens.remainder)[...]
    let trailing: Set = [
      "after", "from", "following", "post", "a", "an", "the", "incident", "incidents", "its",
      "resolution", "is", "resolved", "closure", "end", "of", "each", "any",
    ]
    var severities: [String] = []
    var isAfter = false
    while let word = rest.first {
      isAfter = isAfter || ["after", "from", "following", "post"].contains(word)
      if isAfter, let (severity, count) = IncidentSeverityText.first(of: rest) {
        if !severities.contains(severity) { severities.append(severity) }
        rest.removeFirst(count)
      } else if trailing.contains(word)
        || !severities.isEmpty && IncidentSeverityText.between.contains(word)
        || isAfter && IncidentSeverityText.isIncident(word)
      {
        rest.removeFirst()
      } else {
        return nil
      }
    }
    return (seconds, severities)
  }

  private static let form = RecurrenceText.Form(accepted: accepted, mixesWholeDays: true)

  /// `20 - 31`: days of some month.
  private static func isOfBareNumbers(_ text: String) -> Bool {
    var tokens = CellTokens(text)
    return tokens.takeInteger() != nil && tokens.take(sign: "-") && tokens.takeInteger() != nil
      && tokens.atEnd
  }

  private static func readTimes(_ text: String) -> Reading {
    var tokens = CellTokens(text)
    // `from Nov 20` has no end yet, and a freeze without an end is not one of a day.
    let isOpen = tokens.take("from")
    if let range = DatesText.takeRange(&tokens) {
      if case .refused(let accepted) = range.resolved { return .refused(accepted: accepted) }
      if isOpen, tokens.atEnd, range.first == range.last {
        return .refused(accepted: "a last day too, such as Nov 20 - Dec 1")
      }
    }
    if isOfBareNumbers(text) { return .refused(accepted: accepted) }
    do throws(CellRefusal) {
      let reading = try RecurrenceText(text, as: form)
      let recurrence = reading.recurrence()
      // Of a year and of every year at once nobody knows which.
      if reading.isYearly, recurrence.hasSingleDays {
        return .refused(accepted: "days without a year, such as Dec 20 - Jan 5")
      }
      return .duration(.recurring(recurrence), zone: reading.zone, reading.abbreviation)
    } catch {
      return .refused(accepted: error.accepted)
    }
  }
}

/// Times that come again, as a text says them.
package struct RecurringTimes: Sendable {
  package let text: String
  package let recurrence: Recurrence
  /// The zone that the text names; nil for the policy's own.
  package let zone: Zone?
  /// What an abbreviation of the zone leaves open.
  package let abbreviation: ReadingProblem.Kind?
}

extension Recurrence {
  /// Some of its days are days of one year.
  fileprivate var hasSingleDays: Bool {
    spans.contains {
      switch $0 {
      case .once: true
      case .yearly: false
      case .onDays(let rule, _, _, _):
        rule.patterns.contains { if case .dates = $0 { true } else { false } }
      }
    }
  }
}
