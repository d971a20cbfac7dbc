import Chronology

/// The records that figures are measured over: all of a register, or those of one group.
struct RecordGroup: Sendable {
  /// In the order of the register.
  var changes: [MeasurableChange] = []
  /// In the order of the register.
  var incidents: [MeasurableIncident] = []

  /// Those that belong to an interval.
  func placed(in interval: Interval) -> PlacedRecords {
    func held(_ placement: Placement) -> [MeasurableChange] {
      changes.filter { interval.contains($0.instant(placement)) }
    }
    return PlacedRecords(
      ended: held(.end), started: held(.start), requested: held(.request),
      deployed: held(.deployment), incidents: incidents.filter { interval.contains($0.anchor) })
  }

  /// Those that belong to each period of a line.
  func placed(on line: PeriodLine) -> [PlacedRecords] {
    func buckets(_ placement: Placement) -> [[MeasurableChange]] {
      line.buckets(changes) { $0.instant(placement) }
    }
    let (ended, started) = (buckets(.end), buckets(.start))
    let (requested, deployed) = (buckets(.request), buckets(.deployment))
    let incidents = line.buckets(incidents) { $0.anchor }
    return line.periods.indices.map {
      PlacedRecords(
        ended: ended[$0], started: started[$0], requested: requested[$0], deployed: deployed[$0],
        incidents: incidents[$0])
    }
  }
}

/// The records of one span of time, by the instant that puts them there; each list in the order
/// of the register.
struct PlacedRecords: Sendable {
  let ended: [MeasurableChange]
  let started: [MeasurableChange]
  let requested: [MeasurableChange]
  let deployed: [MeasurableChange]
  /// By their resolution, else their start.
  let incidents: [MeasurableIncident]

  subscript(placement: Placement) -> [MeasurableChange] {
    switch placement {
    case .end: ended
    case .start: started
    case .request: requested
    case .deployment: deployed
    }
  }
}
