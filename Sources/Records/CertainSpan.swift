import Chronology
import SourceText

/// When a record holds, where nothing that was not understood could make it hold at another time. What
/// else is wrong with it matters then and at no other time.
extension Incident {
  /// From its start to the latest end that it can have had; nil while it lasts, and where either is not
  /// certain.
  package var certainSpan: Interval? {
    // A day without a time is no instant, and ends all the same.
    let isDay = resolved == nil && latestEnd != nil
    return span(
      from: started?.value, to: latestEnd, keys: ["started", "resolved"],
      in: isDay ? problems.filter { !$0.isUnreadable("resolved") } : problems)
  }

  /// Nothing that was not understood could make it start at another time.
  package var hasCertainStart: Bool {
    started != nil
      && !problems.contains { $0.kind.mayConcern(["started"]) || $0.kind.assumesZone }
  }
}

extension DeclaredFreeze {
  /// From its beginning to its end; nil where it has none, and where either is not certain.
  package var certainSpan: Interval? {
    span(from: from?.value, to: to?.value, keys: ["from", "to", "when"], in: problems)
  }
}

private func span(
  from start: Instant?, to end: Instant?, keys: [String], in problems: [ReadingProblem]
) -> Interval? {
  guard let start, let end, start <= end,
    !problems.contains(where: { $0.kind.mayConcern(keys) })
  else { return nil }
  // No zone is further than this from the one that was taken.
  let margin: Int64 = problems.contains { $0.kind.assumesZone } ? 26 * 3600 : 0
  return Interval(start: start + -margin, end: end + margin)
}

extension ReadingProblem.Kind {
  fileprivate var assumesZone: Bool {
    if case .zoneAssumed = self { true } else { false }
  }

  /// Whether one of some keys may say something else than was read.
  fileprivate func mayConcern(_ keys: [String]) -> Bool {
    switch self {
    case .unreadableValue(let key, _, _): key.isEmpty || keys.contains(key)
    case .duplicateKey(let key), .notAnswered(let key, _): keys.contains(key)
    // Nobody knows what a key that is like none says.
    case .unknownKey(_, let suggestion, _): suggestion.map(keys.contains) ?? true
    case .keyNotRead, .zoneAssumed, .missingID, .disagreement, .boxesTicked, .nearMiss,
      .deceptiveHeading, .unsafeLink, .deadLink, .pictureNotShown, .bidirectionalOverride:
      false
    // The front matter may be another, or may be read in part.
    default: true
    }
  }
}
