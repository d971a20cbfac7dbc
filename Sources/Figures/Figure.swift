import PolicyReading

/// A figure of one period.
package enum Figure: Sendable {
  case rate(RateFigure)
  case duration(DurationFigure)

  package var definition: FigureDefinition {
    switch self {
    case .rate(let figure): figure.definition
    case .duration(let figure): figure.definition
    }
  }

  /// As the policy calls it, else its own title.
  package var title: String { target?.metric ?? definition.title }

  /// The row of the policy that sets its target; nil where none does.
  package var target: Target? {
    switch self {
    case .rate(let figure): figure.target
    case .duration(let figure): figure.target
    }
  }

  /// How many changes it is counted over.
  package var count: Int {
    switch self {
    case .rate(let figure): figure.counted.count
    case .duration(let figure): figure.durations.count
    }
  }

  /// By id.
  package var countedIDs: [String] {
    switch self {
    case .rate(let figure): figure.counted.map(\.id)
    case .duration(let figure): figure.durations.map(\.id)
    }
  }

  /// By id.
  package var excluded: [ExcludedChange] {
    switch self {
    case .rate(let figure): figure.excluded
    case .duration(let figure): figure.excluded
    }
  }

  /// Nil without a target.
  package var verdict: Verdict? {
    switch self {
    case .rate(let figure): figure.verdict
    case .duration(let figure): figure.verdict
    }
  }
}

/// Changes left out for one reason.
package struct ExclusionGroup: Sendable {
  package let reason: ExclusionReason
  /// In order.
  package let ids: [String]
}

extension Figure {
  /// What is excluded, by reason in the order of `ExclusionReason`.
  package var exclusionsByReason: [ExclusionGroup] {
    ExclusionReason.allCases.compactMap { reason in
      let ids = excluded.compactMap { $0.reason == reason ? $0.id : nil }
      return ids.isEmpty ? nil : ExclusionGroup(reason: reason, ids: ids)
    }
  }
}
