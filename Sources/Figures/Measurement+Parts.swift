import Chronology
import PolicyReading
import SourceText

extension FiguresIndex {
  /// The parts of a quarter or a year between the days on which versions of the policy begin to
  /// hold; one where none does. A month or a week is judged by the policy at its end.
  func policyParts(of period: Period) -> [Interval] {
    guard period.kind == .quarter || period.kind == .year else { return [period.interval] }
    let cuts = policies.policies.compactMap { policy -> Instant? in
      policy.metadata.effective.map { policy.zone.start(of: $0.value) }
    }.filter { period.interval.start < $0 && $0 < period.interval.end && $0 <= asOf }
    guard !cuts.isEmpty else { return [period.interval] }
    let edges = [period.interval.start] + cuts + [period.interval.end]
    return zip(edges, edges.dropFirst()).filter { $0 < $1 }
      .map { Interval(start: $0, end: $1) }
  }

  /// The indices of the measures that are not judged alike in all parts.
  func differingMeasures(_ parts: [Interval]) -> [Int] {
    guard parts.count > 1 else { return [] }
    let all = parts.map { scopes[policies.index(inForceAt: min($0.end + -1, asOf))] }
    return FigureCatalogue.measures.indices.filter { index in
      !all.allSatisfy { $0[index].judges(as: all[0][index]) }
    }
  }

  /// A figure over each part, once for each target that held in it.
  func split(
    _ measure: any FigureMeasure.Type, at index: Int, into parts: [Interval],
    _ records: PlacedRecords
  ) -> [SplitFigure] {
    parts.enumerated().flatMap { number, part -> [SplitFigure] in
      let policy = policies.index(inForceAt: min(part.end + -1, asOf))
      let span = Span(part, firstRecord: firstRecord, firstWork: firstWork, asOf: asOf, in: zone)
      let held = records.held(in: part)
      let from = "from \(DisplayTime.day(zone.wallTime(at: part.start).day))"
      let to = "to \(DisplayTime.day(zone.wallTime(at: part.end + -1).day))"
      let words =
        number == 0 ? to : number == parts.count - 1 ? from : "\(from) \(to)"
      return scopes[policy][index].all.filter { $0.target != nil }.map { scope in
        SplitFigure(
          figure: measure.measure(
            Population(span: span, records: held, scope: scope, confidence: confidence)),
          part: part, words: words)
      }
    }
  }
}

extension PlacedRecords {
  /// Those of a part of their time.
  func held(in part: Interval) -> PlacedRecords {
    func held(_ placement: Placement) -> [MeasurableChange] {
      self[placement].filter { part.contains($0.instant(placement)) }
    }
    return PlacedRecords(
      ended: held(.end), started: held(.start), requested: held(.request),
      deployed: held(.deployment), incidents: incidents.filter { part.contains($0.anchor) },
      logged: logged.filter { part.contains($0.at) })
  }
}
