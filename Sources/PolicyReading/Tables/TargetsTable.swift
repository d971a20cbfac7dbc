import Findings
import SourceText

/// The table of metrics and their targets. A row either sets a target that is judged, names a metric
/// that changebook does not compute, or is a problem at its place: none is dropped.
enum TargetsTable {
  static func read(
    _ tables: [PolicyTable], types: [ChangeType], risks: [RiskLevel],
    _ problems: inout [ReadingProblem]
  ) -> [Target] {
    let scopes = (
      types: NameResolution(types.map(\.name)), risks: NameResolution(risks.map(\.name))
    )
    var targets: [Target] = []
    var names = NamedRows()
    for row in tables.flatMap(\.rows) where row.table.has(.target) {
      let reading = TargetText.read(row.text(.target))
      // One metric may have a target for each of several types.
      guard
        let metric = names.name(
          of: row, .metric, suffix: WordForm.fold(reading?.scope ?? ""), &problems)
      else { continue }
      let name = MetricName(metric)
      guard let reading, let comparison = reading.comparison ?? name.figure?.comparisonOfBareValue
      else {
        problems.append(row.notUnderstood(.target, accepted: TargetText.accepted))
        continue
      }
      if let figure = name.figure, figure.measure != reading.bound.measure {
        problems.append(row.notUnderstood(.target, accepted: figure.measure.acceptedTarget))
        continue
      }
      var scope: TargetScopeText?
      if let text = reading.scope ?? name.scope {
        scope = TargetScopeText(text, types: scopes.types, risks: scopes.risks)
        guard let scope else {
          problems.append(row.notUnderstood(.target, accepted: TargetText.accepted))
          continue
        }
        // A target with a scope that is not known would judge the wrong changes.
        guard scope.undefined.isEmpty else {
          row.report(undefined: scope.undefined, .target, scopes.types, &problems)
          continue
        }
      }
      targets.append(
        Target(
          metric: metric, figure: name.figure, comparison: comparison, bound: reading.bound,
          statistic: reading.statistic ?? name.statistic, text: row.text(.target),
          types: scope?.types ?? [], risks: scope?.risks ?? [],
          measurement: row.text(.measurement), reference: row.reference))
    }
    return targets
  }
}

/// What the name of a metric says: which figure it is, and what stands in brackets after it.
private struct MetricName {
  let figure: FigureName?
  let statistic: Target.Statistic
  /// Nil where nothing in brackets restricts it: an abbreviation, `(CFR)`, does not.
  let scope: String?

  init(_ text: String) {
    let (outside, inside) = WordForm.partingBrackets(text)
    let whole = TableSynonyms.figure(WordForm.fold(text))
    figure = whole ?? TableSynonyms.figure(WordForm.fold(outside))
    let words = WordForm.words(text)
    // What half of the incidents take is not moved by one that lasts for a week.
    statistic =
      words.contains("median") || (figure == .timeToRestore && !words.contains("mean"))
      ? .median : .mean
    scope =
      whole != nil
      ? nil
      : inside.first { note in
        let folded = WordForm.fold(note)
        return !folded.isEmpty && TableSynonyms.figure(folded) == nil && note != note.uppercased()
      }
  }
}

extension FigureName {
  /// The side on which the figure is good.
  fileprivate var comparisonOfBareValue: Target.Comparison {
    isBetterHigher ? .atLeast : .atMost
  }
}

extension FigureName.Measure {
  fileprivate var acceptedTarget: String {
    switch self {
    case .share: "a share such as >95%"
    case .duration: "a length of time such as <2 hours"
    case .number: "a pace such as ≥3 a week"
    }
  }
}
