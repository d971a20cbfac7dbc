import Chronology
import Configuration
import PolicyReading
import Records
import SourceText

// Measuring:
//  1. what figures ask of each change is taken out of the register once, as known at `asOf`;
//  2. the changes are put into periods by their end, and again by their start;
//  3. each figure judges the changes of its period, one by one: counted, or excluded with a reason;
//  4. k of n, interval and verdicts follow from the judgements.

/// The figures of one period.
///
/// `unreadable` are the ids of changes with findings of severity error; they are left out of
/// every figure, with that reason.
package func measure(
  _ register: Register, unreadable: Set<String>, period: Period, asOf: Instant
) -> PeriodFigures {
  FiguresIndex(register, unreadable: unreadable, asOf: asOf).measure(period)
}

/// The figures of all periods of each kind, from the first record's to the one that holds `asOf`,
/// without gaps: kind after kind as asked for, the earliest first.
package func measureAll(
  _ register: Register, unreadable: Set<String>, asOf: Instant,
  kinds: [Period.Kind] = Period.Kind.allCases, jobs: Jobs = .one
) -> [PeriodFigures] {
  let index = FiguresIndex(register, unreadable: unreadable, asOf: asOf)
  return jobs.map(kinds) { index.measureAll($0) }.flatMap { $0 }
}

/// Everything that figures ask of a register, taken out of it once.
package struct FiguresIndex: Sendable {
  package let asOf: Instant
  /// The zone that the periods are cut in.
  package let zone: Zone
  /// The ids of changes without any instant, which belong to no period, in order.
  package let undated: [String]
  private let policies: PolicyBook
  private let confidence: Confidence
  /// By id.
  private let changes: [MeasurableChange]

  package init(_ register: Register, unreadable: Set<String>, asOf: Instant) {
    self.asOf = asOf
    zone = register.settings.zone ?? register.policies.latest.zone
    policies = register.policies
    let level = register.settings.confidence
    confidence = Confidence(level: level > 0 && level < 1 ? level : 0.95)
    let causes = IncidentCauses(register, asOf: asOf)
    changes = register.changes.enumerated().map { position, change in
      let type = change.type.flatMap { name in
        register.policy(for: change).types.first { $0.name == name.value }
      }
      return MeasurableChange(
        change, at: position, type: type, isUnreadable: unreadable.contains(change.id),
        causedIncident: causes.blame(change), asOf: asOf)
    }
    undated = changes.compactMap { $0.anchor == nil ? $0.id : nil }
  }

  /// The figures of one period.
  package func measure(_ period: Period) -> PeriodFigures {
    func held(_ placement: Placement) -> [MeasurableChange] {
      changes.filter { $0.instant(placement).map(period.interval.contains) ?? false }
    }
    return figures(of: period, ended: held(.end), started: held(.start))
  }

  /// The figures of all periods of a kind, without gaps, the earliest first.
  package func measureAll(_ kind: Period.Kind) -> [PeriodFigures] {
    let line = PeriodLine(kind, from: firstInstant, to: asOf, in: zone)
    let ended = line.buckets(changes) { $0.instant(.end) }
    let started = line.buckets(changes) { $0.instant(.start) }
    return line.periods.indices.map {
      figures(of: line.periods[$0], ended: ended[$0], started: started[$0])
    }
  }

  /// The first instant that places a change; not earlier than thirty years before `asOf`, so
  /// that one mistyped year does not make thousands of empty periods.
  private var firstInstant: Instant {
    let instants = changes.lazy.flatMap { [$0.instant(.start), $0.instant(.end)] }
    let first = instants.compactMap { $0 }.min() ?? asOf
    return max(first, asOf + -30 * 366 * 86_400)
  }

  private func figures(
    of period: Period, ended: [MeasurableChange], started: [MeasurableChange]
  ) -> PeriodFigures {
    let policy = policies.inForce(at: min(period.interval.end + -1, asOf))
    let figures = FigureCatalogue.measures.map { measure in
      measure.measure(
        Population(
          changes: measure.placement == .end ? ended : started,
          scope: TargetScope(of: measure.definition.name, in: policy), confidence: confidence))
    }
    return PeriodFigures(
      period: period, isProvisional: asOf < period.interval.end, asOf: asOf,
      zone: zone, confidence: confidence, figures: figures,
      exceptions: ReportException.list(ended: ended, started: started))
  }
}

/// Which changes caused incidents that had begun at an instant: by the word of the incident, or
/// of the change.
private struct IncidentCauses {
  private let blamed: Set<String>
  private let later: Set<String>

  init(_ register: Register, asOf: Instant) {
    var blamed: Set<String> = []
    var later: Set<String> = []
    for incident in register.incidents {
      if let started = incident.started?.value, started > asOf {
        later.insert(incident.id)
      } else {
        for cause in incident.causedBy { blamed.insert(cause.value) }
      }
    }
    self.blamed = blamed
    self.later = later
  }

  func blame(_ change: Change) -> Bool {
    blamed.contains(change.id) || change.causedIncidents.contains { !later.contains($0.value) }
  }
}
