import PolicyReading

// How sure a verdict is, in words: all that pages, reports, mails and the terminal say of it.

extension EvidenceVerdict {
  /// `clear`, `inconclusive (too few changes)`: as it stands after a verdict.
  package func words(of rate: RateFigure) -> String {
    switch self {
    case .clear: "clear"
    case .tooFew: "inconclusive (too few \(rate.definition.subject.plural))"
    case .unknownOutcomes:
      "inconclusive (\(counted(rate.bounds?.unknown ?? 0, "unknown outcome")))"
    }
  }
}

extension RateFigure {
  /// The evidence of the verdict, nil where it is clear and where there is no verdict.
  package var doubtWords: String? {
    evidence.flatMap { $0 == .clear ? nil : $0.words(of: self) }
  }

  /// The same with what would make it clear: `inconclusive (too few changes); it takes 59 changes or
  /// more to show that the target is met`.
  package var evidenceWords: String? {
    evidence.map { evidence in
      ([evidence.words(of: self)] + [distanceWords].compactMap(\.self)).joined(separator: "; ")
    }
  }

  /// After a miss what would have settled it over the same n, else how many the target needs to be
  /// judged at all; nil where the verdict is clear, or open for another reason.
  package var distanceWords: String? {
    guard evidence == .tooFew, let distance, let target else { return nil }
    let subject = definition.subject
    guard let least = distance.leastToJudge else {
      return "no number of \(subject.plural) can show that this target is met"
    }
    if denominator >= least, let met = distance.clearlyMet {
      let orBetter = orBetter(met, of: denominator, isFloor: target.comparison.isFloor)
      return "\(met)\(orBetter) of \(denominator) would have shown that the target is met"
    }
    return "it takes \(least) \(subject.plural) or more to show that this target is met"
  }

  /// `between 62.5% and 87.5%, whichever way the 4 unknown outcomes fall`; nil where all are known.
  package var boundsWords: String? {
    guard let bounds else { return nil }
    let unknown =
      bounds.unknown == 1
      ? "the 1 unknown outcome falls" : "the \(bounds.unknown) unknown outcomes fall"
    return "between \(formatShare(bounds.low.numerator, bounds.low.denominator)) and "
      + "\(formatShare(bounds.high.numerator, bounds.high.denominator)), whichever way \(unknown)"
  }
}

/// ` or more` of a floor, ` or fewer` of a ceiling; empty where there is nothing better.
func orBetter(_ k: Int, of n: Int, isFloor: Bool) -> String {
  if isFloor { return k == n ? "" : " or more" }
  return k == 0 ? "" : " or fewer"
}

/// What a verdict compares, and when it is clear: the note under tables and cards.
package func evidenceNote(at confidence: Confidence) -> String {
  let rest = formatLevel((1 - confidence.level) / 2)
  return "A verdict compares the value with the target exactly. It is clear where a process right "
    + "at the target would seldom get this far by chance (binomial tail, mid-P, below \(rest)), "
    + "whichever way unknown outcomes fall; otherwise it is inconclusive."
}
