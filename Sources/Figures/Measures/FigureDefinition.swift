import PolicyReading

/// What a figure is, in words: shown on its pages, in the guide and by `changebook explain`.
///
/// A class, since every figure of every period has it: its texts are not counted with each copy, and
/// one definition is told from another by what it is.
package final class FigureDefinition: Sendable {
  /// Its name in JSON, for example `change_success_rate`.
  package let key: String
  /// Its name in addresses and files, for example `change-success-rate`.
  package let slug: String
  /// As it is called where the policy has no name for it.
  package let title: String
  /// What it is called where a policy sets a target for it; nil for one that no policy can name.
  package let name: FigureName?
  /// What is counted, or the time that is measured.
  package let numerator: String
  /// The changes that it is counted over.
  package let denominator: String
  /// The changes that are left out, and why.
  package let notCounted: String
  /// How the value comes about, with the source of the formula.
  package let formula: String
  /// What is counted, and so what the ids are ids of.
  package let subject: FigureSubject
  /// Nil where neither side is better in itself.
  package let better: BetterSide?

  init(
    key: String, title: String, name: FigureName?, numerator: String, denominator: String,
    notCounted: String, formula: String, subject: FigureSubject = .change,
    better: BetterSide? = nil
  ) {
    self.key = key
    slug = String(
      decoding: key.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    self.title = title
    self.name = name
    self.numerator = numerator
    self.denominator = denominator
    self.notCounted = notCounted
    self.formula = formula
    self.subject = subject
    self.better = better
  }
}

extension FigureDefinition {
  /// Policies mostly set a target for it.
  var isCommonTarget: Bool {
    switch name {
    case .changeSuccessRate, .emergencyChangeRate, .meanTimeToDeploy, .rollbackRate: true
    default: false
    }
  }

  /// The formula of every rate.
  static let rateFormula = """
    k of n, compared with the target as exact fractions; the rate is exact for the period, and the \
    interval is about the process behind it: Wilson's score interval (E. B. Wilson, Probable \
    inference, the law of succession, and statistical inference, 1927). Whether a verdict is clear \
    is decided by the exact binomial tail with mid-P (H. O. Lancaster, Significance tests in \
    discrete distributions, 1961)
    """

  /// The denominator of the rates of outcomes.
  static let concludedChanges = """
    changes that started, ended in the period and have a known outcome; a change ends with its \
    rollback where it was rolled back, else with its deployment, else with its closing
    """

  /// The formula of every duration.
  static let durationFormula = """
    the sum of the seconds divided by n; median and 90th percentile by linear interpolation \
    between the order statistics (definition 7 of R. J. Hyndman and Y. Fan, Sample quantiles in \
    statistical packages, 1996)
    """

  /// What the rates of outcomes leave out.
  static let notConcluded = """
    changes cancelled, rejected or aborted before they started; changes not started or in flight; \
    changes whose end has passed without an outcome, which give the rate its bounds; changes \
    with an outcome but no recorded end; changes that could not be read
    """
}

extension FigureDefinition {
  /// The definition as text for a terminal; ends with a line feed.
  package var text: String {
    """
    \(title)  (\(key))

    Numerator:    \(numerator)
    Denominator:  \(denominator)
    Exclusions:   \(notCounted)
    Formula:      \(formula)

    """
  }
}
