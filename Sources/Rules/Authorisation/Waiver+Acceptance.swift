import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// What a waiver amounts to.
enum WaiverReading {
  case accepted(RuleCode, AcceptedWaiver)
  /// It would hold, and its end is over.
  case expired(RuleCode, Located<Instant>)
  case refused(Fault)

  struct Fault {
    let message: String
    let help: String
    let place: Place
  }
}

extension Waiver {
  /// Accepted where rule, name, instant and reason are given, the instant has come, it has not expired, and
  /// it is neither the requester's nor the implementer's own.
  ///
  /// - Parameter until: The instant at which it still has to hold; nil for `asOf`.
  func reading(of change: Change, asOf: Instant, until: Instant? = nil) -> WaiverReading {
    func refused(_ message: String, _ help: String, at place: Place? = nil) -> WaiverReading {
      .refused(WaiverReading.Fault(message: message, help: help, place: place ?? self.place))
    }
    guard let rule else {
      return refused("the waiver names no rule", "add `rule:` with the code of the finding")
    }
    guard let code = RuleCode(parsing: rule.value), RuleCatalogue.knows(code),
      RuleCatalogue.rule(code)?.documentation.topic != .waivers
    else {
      return refused(
        "no rule that can be waived has the code \(quoted(rule.value))",
        "give the code of the finding, such as `CB302`", at: rule.place)
    }
    guard let by, !people.isEmpty else {
      return refused(
        "the waiver does not say who accepted", "add `by:` with somebody's name", at: by?.place)
    }
    guard let at else { return refused("the waiver does not say when", "add `at:`, an instant") }
    guard at.value <= asOf else {
      return refused(
        "the waiver is of \(at.value.rfc3339), which is to come",
        "it holds from then on; give the instant at which it was accepted", at: at.place)
    }
    guard let reason, !reason.value.isEmpty, NonAnswer(reason.value) == nil else {
      return refused(
        "the waiver does not say why", "add `reason:` with the reason", at: self.reason?.place)
    }
    if saysNone(reason.value, at: until ?? asOf) {
      return refused(
        "the waiver's reason says that it is none: \(quoted(reason.value))",
        "remove the waiver, or give the reason for which it was granted", at: reason.place)
    }
    guard !people.share(with: change.requesters) else {
      return refused(
        "\(by.value) waived a rule for their own request", "let somebody else accept it",
        at: by.place)
    }
    guard !people.share(with: change.implementers) else {
      return refused(
        "\(by.value) waived a rule for their own work", "let somebody else accept it", at: by.place)
    }
    if let expires, expires.value <= until ?? asOf { return .expired(code, expires) }
    return .accepted(
      code, AcceptedWaiver(by: by.value, at: at.value.rfc3339, reason: reason.value))
  }

  /// What it amounts to in words, and for one that holds its rule and what is shown with its findings.
  package func standing(
    of change: Change, asOf: Instant
  ) -> (state: String, accepted: (code: RuleCode, waiver: AcceptedWaiver)?) {
    switch reading(of: change, asOf: asOf) {
    case .accepted(let code, let waiver): ("accepted", (code, waiver))
    case .expired: ("expired", nil)
    case .refused(let fault): ("refused: \(fault.message)", nil)
    }
  }

  /// `Waiver was refused`, `requested, not granted yet`, `until 9 June` where that is over.
  private func saysNone(_ reason: String, at instant: Instant) -> Bool {
    let words = WordForm.words(reason)
    guard let first = words.first else { return true }
    let speaksOfWaiver =
      words.contains(where: Self.ofWaivers.contains) || StateWords.off.contains(first)
    if speaksOfWaiver, EndingStatement.says(reason) { return true }
    let isEnd =
      ["until", "till", "expires", "expired"].contains(first)
      || words.starts(with: ["valid", "to"]) || words.starts(with: ["valid", "until"])
    let days = WrittenDay.all(in: reason)
    return isEnd && !days.isEmpty && days.allSatisfy { !$0.isAfter(instant) }
  }

  private static let ofWaivers: Set<String> = ["waiver", "exception", "granted", "requested"]
}
