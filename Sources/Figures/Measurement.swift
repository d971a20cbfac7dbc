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
    let parts = policyParts(of: period)
    let differing = differingMeasures(parts)
    let scopes = scopes(of: period.interval)
    let span = Span(
      period.interval, firstRecord: firstRecord, firstWork: firstWork, asOf: asOf, in: zone)
    var own: [Figure] = []
    var further: [Figure] = []
    own.reserveCapacity(scopes.count)
    for (index, (measure, scopes)) in zip(FigureCatalogue.measures, scopes).enumerated() {
      func measured(_ scope: TargetScope) -> Figure {
        measure.measure(
          Population(span: span, records: records, scope: scope, confidence: confidence))
      }
      if differing.contains(index) {
        own.append(measured(scopes.own.unjudged))
      } else {
        own.append(measured(scopes.own))
        for scope in scopes.further { further.append(measured(scope)) }
      }
    }
    return PeriodFigures(
      period: period, isProvisional: asOf < period.interval.end, asOf: asOf, zone: zone,
      confidence: confidence, figures: own, further: further,
      split: differing.flatMap {
        split(FigureCatalogue.measures[$0], at: $0, into: parts, records)
      },
      exceptions: ReportException.list(ended: records.ended, started: records.started))
  }

  private func scopes(of interval: Interval) -> [MeasureScopes] {
    scopes[policies.index(inForceAt: min(interval.end + -1, asOf))]
  }

  /// All figures over some records of an interval, in the order of the catalogue. The targets are
  /// those of the policy in force at its end.
  ///
  /// - Parameter isPart: The records are those of one type, risk or system: a target that is set for
  ///   all changes together says nothing of a part of them.
  func figures(
    over interval: Interval, _ records: PlacedRecords, isPart: Bool = false
  ) -> [Figure] {
    let span = Span(interval, firstRecord: firstRecord, firstWork: firstWork, asOf: asOf, in: zone)
    return zip(FigureCatalogue.measures, scopes(of: interval)).map { measure, scopes in
      measure.measure(
        Population(
          span: span, records: records, scope: isPart ? scopes.own.unjudged : scopes.own,
          confidence: confidence))
    }
  }
}
