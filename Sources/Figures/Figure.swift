import PolicyReading

/// A figure of one period.
package enum Figure: Sendable {
  case rate(RateFigure)
  case duration(DurationFigure)
  case count(CountFigure)

  package var definition: FigureDefinition {
    switch self {
    case .rate(let figure): figure.definition
    case .duration(let figure): figure.definition
    case .count(let figure): figure.definition
    }
  }

  /// The key of its definition, without a copy of all of that.
  package var key: String {
    switch self {
    case .rate(let figure): figure.definition.key
    case .duration(let figure): figure.definition.key
    case .count(let figure): figure.definition.key
    }
  }

  /// As the policy calls it, else its own title.
  package var title: String { target?.metric ?? definition.title }

  /// The row of the policy that sets its target; nil where none does.
  package var target: Target? {
    switch self {
    case .rate(let figure): figure.target
    case .duration(let figure): figure.target
    case .count(let figure): figure.target
    }
  }

  /// n: how many of its subject it is taken over.
  package var count: Int {
    switch self {
    case .rate(let figure): figure.denominator
    case .duration(let figure): figure.durations.count
    case .count(let figure): figure.count
    }
  }

  /// The records that are counted, by id.
  package var countedIDs: [String] {
    switch self {
    case .rate(let figure): figure.counted.map(\.id)
    case .duration(let figure): figure.durations.map(\.id)
    case .count(let figure): figure.countedIDs
    }
  }

  /// By id.
  package var excluded: [ExcludedRecord] {
    switch self {
    case .rate(let figure): figure.excluded
    case .duration(let figure): figure.excluded
    case .count(let figure): figure.excluded
    }
  }

  /// Nil without a target.
  package var verdict: Verdict? {
    switch self {
    case .rate(let figure): figure.verdict
    case .duration(let figure): figure.verdict
    case .count(let figure): figure.verdict
    }
  }

  /// A share between 0 and 1, a mean or median in seconds, or a number; nil where nothing is counted.
  package var value: Double? {
    switch self {
    case .rate(let figure): figure.share?.value
    case .duration(let figure): figure.leadingValue
    case .count(let figure): figure.known.map(Double.init)
    }
  }
}

/// Records left out for one reason.
package struct ExclusionGroup: Sendable {
  package let reason: ExclusionReason
  /// In order.
  package let ids: [String]
}

extension Figure {
  /// What is excluded, by reason in the order of `ExclusionReason`.
  package var exclusionsByReason: [ExclusionGroup] {
    var groups: [(reason: ExclusionReason, ids: [String])] = []
    for record in excluded {
      if let index = groups.firstIndex(where: { $0.reason == record.reason }) {
        groups[index].ids.append(record.id)
      } else {
        groups.append((record.reason, [record.id]))
      }
    }
    return ExclusionReason.allCases.compactMap { reason in
      groups.first { $0.reason == reason }.map { ExclusionGroup(reason: $0.reason, ids: $0.ids) }
    }
  }
}
