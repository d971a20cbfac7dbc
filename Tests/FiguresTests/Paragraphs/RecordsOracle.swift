import Foundation
import Records

/// The numbers of a month worked out from the records of `SimulatedYears` alone, by the words of the
/// guide, without anything of `Figures`.
struct RecordsOracle {
  /// What is known of a record at the instant of the report. Times are compared as texts, since all
  /// are written alike.
  struct Known {
    let change: SampleChange
    let isUnreadable: Bool
    var start: String?
    var end: String?
    var deployed: String?
    var outcome: Outcome?
    var isDue = false

    var isConcluded: Bool {
      switch outcome {
      case nil: false
      case .cancelled, .rejected, .aborted: start != nil
      default: true
      }
    }
    var isUnknown: Bool { outcome == nil && isDue }
    /// Where it stands without an end.
    var anchor: String {
      end ?? start ?? change.planned?.from ?? change.requested ?? ""
    }
  }

  let records: [Known]

  init(_ years: SimulatedYears) {
    let asOf = years.asOf
    func past(_ time: String?) -> String? { time.flatMap { $0 <= asOf ? $0 : nil } }
    records = years.changes.map { change in
      var known = Known(change: change, isUnreadable: years.unreadable.contains(change.id))
      known.deployed = past(change.deployed)
      known.start = past(change.started) ?? known.deployed ?? past(change.rolledBack)
      let ended = change.rolledBack ?? change.deployed
      known.outcome = ended == nil || past(ended) != nil ? change.outcome : nil
      let plannedEnd = past(change.planned?.to)
      known.isDue = plannedEnd != nil
      known.end = past(ended) ?? known.deployed
      let isOver =
        switch known.outcome {
        case nil: false
        case .cancelled, .rejected, .aborted: known.start != nil
        default: true
        }
      if known.end == nil, isOver { known.end = plannedEnd }
      return known
    }
  }

  /// k of n of a rate in some months.
  func rate(_ title: String, in months: Set<String>) -> (
    k: Int, n: Int, low: Int, high: Int, unknown: Int
  )? {
    func isIn(_ time: String?) -> Bool {
      time.map { months.contains(String($0.prefix(7))) } ?? false
    }
    let readable = records.filter { !$0.isUnreadable }
    if let isHit = Self.ofStarted[title] {
      let started = readable.filter { isIn($0.start) }
      let k = started.count(where: isHit)
      return (k, started.count, k, k, 0)
    }
    guard let isHit = Self.ofOutcome[title] else { return nil }
    let placed = readable.filter {
      isIn($0.anchor) && (title != Self.reversible || $0.change.type != "Runtime Upgrade")
    }
    let counted = placed.filter { $0.isConcluded && $0.end != nil }
    let undated = placed.filter { $0.isConcluded && $0.end == nil }
    let unknown = placed.filter(\.isUnknown)
    let k = counted.count(where: isHit)
    let low = k + undated.count(where: isHit)
    // A change that caused an incident failed, whatever its outcome.
    let certain = title == "change failure rate" ? unknown.count { !$0.change.caused.isEmpty } : 0
    return (
      k, counted.count, low + certain, low + unknown.count, undated.count + unknown.count
    )
  }

  private static let reversible = "rollback rate where a rollback is possible"

  private static let ofStarted: [String: @Sendable (Known) -> Bool] = [
    "emergency change rate": { $0.change.type == "Emergency" },
    "changes without manual approval": { $0.change.type == "Standard" },
    "changes in a freeze": { _ in false },
  ]

  private static let ofOutcome: [String: @Sendable (Known) -> Bool] = [
    "change success rate": { $0.outcome == .successful },
    "change success rate, issues allowed": {
      $0.outcome == .successful || $0.outcome == .successfulWithIssues
    },
    "rollback rate": { $0.outcome == .rolledBack },
    reversible: { $0.outcome == .rolledBack },
    "change failure rate": {
      [.failed, .rolledBack, .aborted, .cancelled, .rejected].contains($0.outcome)
        || !$0.change.caused.isEmpty
    },
    "rework rate": { _ in false },
  ]

  static var rates: [String] { (Array(ofStarted.keys) + Array(ofOutcome.keys)).sorted() }

  /// The seconds that a figure of time counts in some months.
  func times(_ title: String, in months: Set<String>) -> [Int]? {
    guard let stage = Self.stages[title] else { return nil }
    return records.compactMap { known in
      guard !known.isUnreadable, let end = known.end, let deployed = known.deployed,
        let start = known.start, months.contains(String(end.prefix(7))),
        known.isConcluded || known.outcome == nil
      else { return nil }
      let change = known.change
      if title != "lead time from request to deployment" {
        guard change.type != "Standard", let approved = change.approved.first, approved <= start
        else { return nil }
      }
      if title.hasPrefix("mean time to deploy"), change.type != "Normal" { return nil }
      let times = [change.requested, change.approved.first, start, deployed].map {
        Self.minutes($0 ?? "")
      }
      return (times[stage.to] - times[stage.from]) * 60
    }
  }

  /// From the request, the approval, the start or the deployment to another of them.
  private static let stages: [String: (from: Int, to: Int)] = [
    "mean time to deploy": (1, 3),
    "mean time to deploy, open windows only": (1, 3),
    "lead time from request to deployment": (0, 3),
    "wait for approval": (0, 1),
    "wait from approval to start": (1, 2),
    "work from start to deployment": (2, 3),
  ]

  func deployments(in months: Set<String>) -> Int {
    records.count { known in
      !known.isUnreadable && months.contains(String((known.deployed ?? "").prefix(7)))
    }
  }

  /// Within a month, which is enough for differences of times in one.
  private static func minutes(_ time: String) -> Int {
    let parts = time.split(whereSeparator: { "-T:Z".contains($0) }).compactMap { Int($0) }
    return parts.count == 5 ? (parts[2] * 24 + parts[3]) * 60 + parts[4] : 0
  }
}
