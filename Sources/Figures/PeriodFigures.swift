import Chronology
import PolicyReading

/// All figures of one period, and the changes that its report names.
package struct PeriodFigures: Sendable {
  package let period: Period
  /// The period has not ended at `asOf`.
  package let isProvisional: Bool
  package let asOf: Instant
  /// The zone that the period is cut in.
  package let zone: Zone
  package let confidence: Confidence
  /// In the order of `FigureCatalogue`.
  package let figures: [Figure]
  /// Of further targets of one figure, each over the changes that it is set for: in the order of the
  /// catalogue, then of the policy.
  package let further: [Figure]
  /// The parts of figures whose target changed within the period.
  package let split: [SplitFigure]
  /// The changes that a report names, by id.
  package let exceptions: [ReportException]

  /// The figures that the policy sets targets for, in the order of `FigureCatalogue`; where it sets
  /// none, those that policies mostly do.
  package var main: [Figure] {
    let keys = Set(judged.map(\.key))
    return figures.filter {
      keys.isEmpty ? $0.definition.isCommonTarget : keys.contains($0.key)
    }
  }

  /// The figures beside them.
  package var side: [Figure] {
    let keys = Set(main.map(\.key))
    return figures.filter { !keys.contains($0.key) }
  }

  /// By the key of its definition; nil where there is no such figure.
  package subscript(key key: String) -> Figure? { figures.first { $0.key == key } }

  /// The place of a figure among those of the period; nil where there is no such figure.
  ///
  /// - Parameter guess: Its place in another period, which mostly is its place in this one.
  func place(ofKey key: String, near guess: Int) -> Int? {
    if figures.indices.contains(guess), figures[guess].key == key { return guess }
    return figures.firstIndex { $0.key == key }
  }

  package subscript(name name: FigureName) -> Figure? {
    figures.first { $0.definition.name == name }
  }

  /// A rate by its key; nil where there is none.
  package func rate(_ key: String) -> RateFigure? {
    if case .rate(let figure)? = self[key: key] { figure } else { nil }
  }

  /// A duration by its key; nil where there is none.
  package func duration(_ key: String) -> DurationFigure? {
    if case .duration(let figure)? = self[key: key] { figure } else { nil }
  }
}
