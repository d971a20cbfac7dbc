import Records

/// A change that a report names: an emergency, or one that was not simply successful.
package struct ReportException: Sendable, Hashable {
  package let id: String
  /// Nil where the record has none.
  package let title: String?
  /// Never empty; in the order of `Kind`.
  package let kinds: [Kind]

  /// Why it is named.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case emergency
    case failed
    case rolledBack = "rolled_back"
    case aborted
    case withIssues = "successful_with_issues"
    case causedIncident = "caused_incident"

    package var text: String {
      switch self {
      case .emergency: "emergency"
      case .failed: "failed"
      case .rolledBack: "rolled back"
      case .aborted: "aborted after the start"
      case .withIssues: "successful with issues"
      case .causedIncident: "caused an incident"
      }
    }
  }

  /// Emergencies that started, and changes that ended in the period otherwise than successful or
  /// caused an incident, by id: exactly the numerators of the emergency rate and of the failure rate,
  /// and what the success rate counts as not successful.
  static func list(ended: [MeasurableChange], started: [MeasurableChange]) -> [ReportException] {
    var exceptions: [ReportException] = []
    var next = 0
    func append(_ change: MeasurableChange, _ kinds: [Kind]) {
      guard !kinds.isEmpty else { return }
      exceptions.append(ReportException(id: change.id, title: change.title, kinds: kinds))
    }
    // Both lists are in the order of the register, so one pass merges them.
    for change in ended {
      while next < started.count, started[next].position < change.position {
        append(started[next], started[next].emergencyKind)
        next += 1
      }
      var kinds = change.failureKinds
      if next < started.count, started[next].position == change.position {
        kinds = change.emergencyKind + kinds
        next += 1
      }
      append(change, kinds)
    }
    for change in started[next...] { append(change, change.emergencyKind) }
    return exceptions
  }
}

extension MeasurableChange {
  fileprivate var emergencyKind: [ReportException.Kind] {
    guard !isUnreadable, EmergencyChangeRate.judge(self) == .counted(inNumerator: true) else {
      return []
    }
    return [.emergency]
  }

  fileprivate var failureKinds: [ReportException.Kind] {
    guard !isUnreadable, case .counted = ChangeFailureRate.judge(self),
      case .concluded(let outcome) = standing
    else { return [] }
    let kind: ReportException.Kind? =
      switch outcome {
      case .failed: .failed
      case .rolledBack: .rolledBack
      case .aborted, .cancelled, .rejected: .aborted
      case .successfulWithIssues: .withIssues
      case .successful: nil
      }
    return (kind.map { [$0] } ?? []) + (causedIncident ? [.causedIncident] : [])
  }
}
