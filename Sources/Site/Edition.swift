import Chronology
import Figures
import History
import Records
import Rules

/// Everything that one build of the site shows.
package struct Edition: Sendable {
  package let register: Register
  /// What git knows of it.
  package let history: RegisterHistory
  package let judgement: Judgement
  /// What figures are measured from.
  package let index: FiguresIndex
  /// Of all kinds of period, by `index`.
  package let figures: [PeriodFigures]
  package let asOf: Instant
  /// Of the content; nil where it is not known.
  package let revision: String?

  package init(
    register: Register, history: RegisterHistory = RegisterHistory(), judgement: Judgement,
    index: FiguresIndex, figures: [PeriodFigures],
    asOf: Instant, revision: String?
  ) {
    self.register = register
    self.history = history
    self.judgement = judgement
    self.index = index
    self.figures = figures
    self.asOf = asOf
    self.revision = revision
  }
}
