import Chronology
import PolicyReading

/// A target together with the figure that it judges.
package struct JudgedFigure: Sendable {
  package let figure: Figure
  package let target: Target
  /// As the policy calls it, with what parts it from other targets of one figure:
  /// `Mean time to deploy (Emergency)`, `Change success rate (to 30 Jun 2026)`.
  package let title: String
  /// It judges the figure itself, not one over the changes of this target alone, nor a part of it.
  package let isWhole: Bool
  /// Its part of the period, where the policy changed the target within it; nil for all of it.
  package let part: Interval?

  package var key: String { figure.key }
  package var verdict: Verdict { figure.verdict ?? .noData }
}

/// One of the parts of a period within which the target of a figure changed.
package struct SplitFigure: Sendable {
  package let figure: Figure
  package let part: Interval
  /// `to 30 Jun 2026`, `from 1 Jul 2026`.
  package let words: String

  package var key: String { figure.key }
}

extension PeriodFigures {
  /// Every target that holds in the period, in the order of the catalogue and of the policy; of a
  /// figure whose target changed within it, each part by its own.
  package var judged: [JudgedFigure] {
    figures.flatMap { figure -> [JudgedFigure] in
      let parts = split.filter { $0.key == figure.key }
      if !parts.isEmpty {
        return parts.compactMap { JudgedFigure($0.figure, part: $0) }
      }
      let others = further.filter { $0.key == figure.key }
      return ([figure] + others).enumerated().compactMap {
        JudgedFigure(
          $1, isWhole: $0 == 0, isOneOfSeveral: !others.isEmpty && $1.target?.scopeWords != nil)
      }
    }
  }

  /// Every target of one figure.
  package func judged(ofKey key: String) -> [JudgedFigure] { judged.filter { $0.key == key } }
}

extension JudgedFigure {
  fileprivate init?(
    _ figure: Figure, part: SplitFigure? = nil, isWhole: Bool = false,
    isOneOfSeveral: Bool = false
  ) {
    guard let target = figure.target else { return nil }
    self.figure = figure
    self.target = target
    self.isWhole = isWhole
    // A metric may say it already: `Change success rate (normal)`.
    let scope = target.scopeWords.flatMap { words in
      isOneOfSeveral && !WordForm.fold(figure.title).contains(WordForm.fold(words)) ? words : nil
    }
    let notes = [scope, part?.words].compactMap(\.self)
    title = notes.isEmpty ? figure.title : "\(figure.title) (\(notes.joined(separator: ", ")))"
    self.part = part?.part
  }
}
