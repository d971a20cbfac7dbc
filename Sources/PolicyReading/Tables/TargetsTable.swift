import Findings
import SourceText

/// The table of metrics and their targets.
enum TargetsTable {
  static func read(
    _ tables: [PolicyTable], types: [ChangeType], _ problems: inout [ReadingProblem]
  ) -> [Target] {
    let typeNames = NameResolution(types.map(\.name))
    var targets: [Target] = []
    var names = NamedRows()
    for row in tables.flatMap(\.rows) where row.table.has(.target) {
      let reading = TargetText.read(row.text(.target))
      // One metric may have a target for each of several types.
      guard
        let metric = names.name(
          of: row, .metric, suffix: WordForm.fold(reading?.scope ?? ""), &problems)
      else { continue }
      let figure =
        TableSynonyms.figure(WordForm.fold(metric))
        ?? TableSynonyms.figure(WordForm.fold(WordForm.partingBrackets(metric).outside))
      guard let reading, let comparison = comparison(reading, figure) else {
        problems.append(row.notUnderstood(.target, accepted: TargetText.accepted))
        continue
      }
      guard figure.map({ $0.isDuration == reading.bound.isDuration }) ?? true else {
        problems.append(
          row.notUnderstood(
            .target,
            accepted: reading.bound.isDuration
              ? "a share such as >95%" : "a length of time such as <2 hours"))
        continue
      }
      var scope: [String] = []
      if let text = reading.scope {
        guard let scoped = ApplicabilityText.read(text, types: typeNames) else {
          problems.append(row.notUnderstood(.target, accepted: TargetText.accepted))
          continue
        }
        // A target with a scope that is not known would judge the wrong changes.
        guard scoped.undefined.isEmpty else {
          row.report(undefined: scoped.undefined, .target, typeNames, &problems)
          continue
        }
        if case .types(let named) = scoped.applicability { scope = named }
      }
      targets.append(
        Target(
          metric: metric, figure: figure, comparison: comparison, bound: reading.bound,
          text: row.text(.target), types: scope, measurement: row.text(.measurement),
          reference: row.reference))
    }
    return targets
  }

  /// As stated; of a bare value (`90 min`) the side on which the figure is good, where that is known.
  private static func comparison(
    _ reading: TargetText.Reading, _ figure: FigureName?
  ) -> Target.Comparison? {
    if let comparison = reading.comparison { return comparison }
    switch figure {
    case .changeSuccessRate?: return .atLeast
    case .emergencyChangeRate?, .meanTimeToDeploy?, .rollbackRate?: return .atMost
    case nil: return nil
    }
  }
}

extension FigureName {
  /// Measured in time, not as a share.
  package var isDuration: Bool { self == .meanTimeToDeploy }
}

extension Target.Bound {
  package var isDuration: Bool {
    switch self {
    case .duration: true
    case .share: false
    }
  }
}
