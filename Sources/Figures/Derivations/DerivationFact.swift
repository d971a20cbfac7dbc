import Chronology
import Records

/// A fact of a record that a figure rests on.
package struct DerivationFact: Sendable, Hashable {
  /// `deployed`, `outcome`.
  package let label: String
  package let value: Value

  package enum Value: Sendable, Hashable {
    case instant(Instant)
    case words(String)
  }
}

extension [DerivationFact] {
  /// Those that are known, in their order.
  static func instants(_ facts: (label: String, instant: Instant?)...) -> [DerivationFact] {
    facts.compactMap { fact in
      fact.instant.map { DerivationFact(label: fact.label, value: .instant($0)) }
    }
  }

  /// Those that are known, in their order.
  static func words(_ facts: (label: String, words: String?)...) -> [DerivationFact] {
    facts.compactMap { fact in
      fact.words.map { DerivationFact(label: fact.label, value: .words($0)) }
    }
  }
}

extension MeasurableChange {
  /// What the rates of outcomes rest on.
  var outcomeFacts: [DerivationFact] {
    let outcome: String? =
      if case .concluded(let outcome) = standing { outcome.rawValue } else { nil }
    return .instants(("ended", end)) + .words(("outcome", outcome))
  }
}

extension FigureMeasure {
  static func facts(of change: MeasurableChange) -> [DerivationFact] { change.outcomeFacts }
}
