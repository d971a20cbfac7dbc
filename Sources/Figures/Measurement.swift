import Chronology
import PolicyReading
import Records
import SourceText

// Measuring:
//  1. what figures ask of each record is taken out of the register once, as known at `asOf`;
//  2. the records are put into periods by each of the instants that a figure goes by;
//  3. each figure judges the records of its period, one by one: counted, or excluded with a reason;
//  4. k of n, interval and verdicts follow from the judgements.

/// The figures of one period.
package func measure(
  _ register: Register, facts: FindingFacts, period: Period, asOf: Instant
) -> PeriodFigures {
  FiguresIndex(register, facts: facts, asOf: asOf).measure(period)
}

/// The figures of all periods of each kind, from the first record's to the one that holds `asOf`,
/// without gaps: kind after kind as asked for, the earliest first.
package func measureAll(
  _ register: Register, facts: FindingFacts, asOf: Instant,
  kinds: [Period.Kind] = Period.Kind.allCases, jobs: Jobs = .one
) -> [PeriodFigures] {
  FiguresIndex(register, facts: facts, asOf: asOf, jobs: jobs).measureAll(kinds, jobs: jobs)
}

extension FiguresIndex {
  /// The figures of one period.
  package func measure(_ period: Period) -> PeriodFigures {
    figures(of: period, all.placed(in: period.interval))
  }

  /// The figures of all periods of each kind, without gaps: kind after kind, the earliest first.
  package func measureAll(_ kinds: [Period.Kind], jobs: Jobs = .one) -> [PeriodFigures] {
    jobs.map(kinds) { measureAll($0) }.flatMap { $0 }
  }

  /// The figures of all periods of a kind, without gaps, the earliest first.
  package func measureAll(_ kind: Period.Kind) -> [PeriodFigures] {
    measure(all, on: line(of: kind))
  }

  /// The periods of a kind from the one of the first record to the one that holds `asOf`; from
  /// thirty years before `asOf` at the earliest, so that one mistyped year does not make thousands
  /// of empty periods.
  func line(of kind: Period.Kind) -> PeriodLine {
    let first = max(firstRecord ?? asOf, asOf + -30 * 366 * 86_400)
    return PeriodLine(kind, from: first, to: asOf, in: zone)
  }

  /// The figures of a group of records for each period of a line.
  func measure(_ group: RecordGroup, on line: PeriodLine) -> [PeriodFigures] {
    zip(line.periods, group.placed(on: line)).map { figures(of: $0, $1) }
  }

  private func figures(of period: Period, _ records: PlacedRecords) -> PeriodFigures {
    PeriodFigures(
      period: period, isProvisional: asOf < period.interval.end, asOf: asOf, zone: zone,
      confidence: confidence, figures: figures(over: period.interval, records),
      exceptions: ReportException.list(ended: records.ended, started: records.started))
  }

  /// All figures over some records of an interval, in the order of the catalogue. The targets are
  /// those of the policy in force at its end.
  func figures(over interval: Interval, _ records: PlacedRecords) -> [Figure] {
    let span = Span(interval, firstRecord: firstRecord, asOf: asOf)
    let scopes = scopes[policies.index(inForceAt: min(interval.end + -1, asOf))]
    return zip(FigureCatalogue.measures, scopes).map { measure, scope in
      measure.measure(
        Population(span: span, records: records, scope: scope, confidence: confidence))
    }
  }
}
