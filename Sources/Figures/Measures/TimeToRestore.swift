import Chronology
import PolicyReading

/// The time from the start of an incident that a change caused to its resolution.
enum TimeToRestore: FigureMeasure {
  static let definition = FigureDefinition(
    key: "time_to_restore", title: "Time to restore service", name: .timeToRestore,
    numerator: "the time from the start of the incident to its resolution",
    denominator: "incidents that a change caused, resolved in the period",
    notCounted: """
      incidents not resolved, listed where they started; incidents without a recorded start; \
      incidents resolved before they started, whose time would be negative; incidents that could \
      not be read. Incidents of which no record says that a change caused them are not looked at
      """,
    formula: FigureDefinition.durationFormula, subject: .incident, better: .lower)

  static func measure(_ population: Population) -> Figure {
    var counted: [MeasuredDuration] = []
    var excluded: [ExcludedRecord] = []
    for incident in population.records.incidents {
      let judgement =
        population.scope.exclusion(of: incident).map(DurationJudgement.excluded)
        ?? judge(incident)
      switch judgement {
      case .counted(let seconds):
        counted.append(MeasuredDuration(id: incident.id, seconds: seconds))
      case .excluded(let reason):
        excluded.append(ExcludedRecord(id: incident.id, reason: reason))
      case .unconcerned: break
      }
    }
    return .duration(
      DurationFigure(
        definition: definition, counted: counted, excluded: excluded,
        target: population.scope.target))
  }

  static func judge(_ incident: MeasurableIncident) -> DurationJudgement {
    if incident.isUnreadable { return .excluded(.unreadable) }
    guard let resolved = incident.resolved else { return .excluded(.notResolved) }
    guard let started = incident.started else { return .excluded(.noStart) }
    guard started <= resolved else { return .excluded(.resolvedBeforeStart) }
    return .counted(seconds: resolved - started)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] { [] }

  static func facts(of incident: MeasurableIncident) -> [DerivationFact] {
    .instants(("started", incident.started), ("resolved", incident.resolved))
  }
}
