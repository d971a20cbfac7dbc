import Chronology

extension [LoggedCommit] {
  /// What is wrong with the clock of each, in their order.
  func clockFaults(asOf: Instant) -> [ClockFault?] {
    var times: [String: Instant] = [:]
    for logged in self { times[logged.commit.id] = logged.commit.committed }
    return map { logged in
      let commit = logged.commit
      guard let committed = commit.committed, let written = commit.authored else { return .absent }
      if Swift.min(committed, written) < firstCommit { return .beforeGit }
      if Swift.max(committed, written) - asOf > 86_400 { return .ahead }
      let isBehind = commit.parents.contains { parent in
        times[parent].map { $0 - committed > 86_400 } ?? false
      }
      return isBehind ? .beforeParent : nil
    }
  }
}

/// That of git itself, 2005-04-07.
private let firstCommit = Instant(secondsSinceEpoch: 1_112_832_000)
