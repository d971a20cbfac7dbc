import Chronology

/// The records that figures are measured over: all of a register, or those of one group.
struct RecordGroup: Sendable {
  /// In the order of the register.
  var changes: [MeasurableChange] = []
  /// In the order of the register.
  var incidents: [MeasurableIncident] = []
  /// To production, in the order of time; of groups none.
  var deployments: [MeasurableDeployment] = []

  /// Those that belong to an interval.
  func placed(in interval: Interval) -> PlacedRecords {
    func held(_ placement: Placement) -> [MeasurableChange] {
      changes.filter { interval.contains($0.instant(placement)) }
    }
    return PlacedRecords(
      ended: held(.end), started: held(.start), requested: held(.request),
      deployed: held(.deployment), incidents: incidents.filter { interval.contains($0.anchor) },
      logged: deployments.filter { interval.contains($0.at) })
  }

  /// Those that belong to each period of a line.
  func placed(on line: PeriodLine) -> [PlacedRecords] {
    // One pass for all placements, since a change is far more to reach than its instants.
    var ended = PeriodBuckets<MeasurableChange>(line)
    var (started, requested, deployed) = (ended, ended, ended)
    for change in changes {
      ended.append(change, at: change.instant(.end), on: line)
      started.append(change, at: change.instant(.start), on: line)
      requested.append(change, at: change.instant(.request), on: line)
      deployed.append(change, at: change.instant(.deployment), on: line)
    }
    var placed = PeriodBuckets<MeasurableIncident>(line)
    for incident in incidents { placed.append(incident, at: incident.anchor, on: line) }
    var logged = PeriodBuckets<MeasurableDeployment>(line)
    for deployment in deployments { logged.append(deployment, at: deployment.at, on: line) }
    return line.periods.indices.map {
      PlacedRecords(
        ended: ended[$0], started: started[$0], requested: requested[$0], deployed: deployed[$0],
        incidents: placed[$0], logged: logged[$0])
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
  /// Deployments to production of which logs tell.
  let logged: [MeasurableDeployment]

  subscript(placement: Placement) -> [MeasurableChange] {
    switch placement {
    case .end: ended
    case .start: started
    case .request: requested
    case .deployment: deployed
    }
  }
}
