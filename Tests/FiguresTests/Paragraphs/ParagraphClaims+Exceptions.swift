import Chronology
import Foundation
import Records

@testable import Figures

/// Exceptions, and what could not be counted.
extension ParagraphClaims {

  var ended: [RecordsOracle.Known] {
    oracle.records.filter {
      !$0.isUnreadable && $0.isConcluded && month.contains(String(($0.end ?? "").prefix(7)))
    }
  }

  var emergencies: [RecordsOracle.Known] {
    oracle.records.filter {
      !$0.isUnreadable && $0.change.type == "Emergency"
        && month.contains(String(($0.start ?? "").prefix(7)))
    }
  }

  /// By outcome, as a paragraph calls it.
  var unsuccessful: [String: Int] {
    var counts: [String: Int] = [:]
    for known in ended {
      let name: String? =
        switch known.outcome {
        case .failed: "failed"
        case .rolledBack: "rolled back"
        case .aborted, .cancelled, .rejected: "aborted after the start"
        case .successfulWithIssues: "successful with issues"
        case .successful, nil: nil
        }
      if let name { counts[name, default: 0] += 1 }
    }
    return counts
  }

  func exceptions(_ text: String) -> [String] {
    var wanted = unsuccessful
    let causes = ended.filter { !$0.change.caused.isEmpty }
    if !causes.isEmpty { wanted["caused an incident"] = causes.count }
    if !emergencies.isEmpty {
      wanted[emergencies.count == 1 ? "emergency" : "emergencies"] = emergencies.count
    }
    let ids = Set(
      (ended.filter { $0.outcome != .successful } + causes + emergencies).map(\.change.id))
    let list = text.dropFirst("Exceptions: ".count)
    let said = Self.counts(String(list.prefix { $0 != "(" }))
    var faults = said == wanted ? [] : ["they are \(wanted)"]
    let all = text.firstMatch(of: #/\((\d+) changes? in all\)/#).flatMap { Int($0.1) }
    if (all ?? said.values.reduce(0, +)) != ids.count {
      faults.append("\(ids.count) changes are they")
    }
    return faults
  }

  func noExceptions(_ text: String) -> [String] {
    let isCertain = text == "No change failed, and none was an emergency"
    let hasDoubts = doubts.contains { $0.count > 0 }
    return
      (ended.allSatisfy { $0.outcome == .successful && $0.change.caused.isEmpty }
      && emergencies.isEmpty ? [] : ["there are some"])
      + (isCertain == hasDoubts ? ["how certain that is"] : [])
  }

  var doubts: [(name: String, count: Int)] {
    let placed = oracle.records.filter { month.contains(String($0.anchor.prefix(7))) }
    return [
      ("unknown", placed.count { !$0.isUnreadable && $0.isUnknown }),
      ("undated", placed.count { !$0.isUnreadable && $0.isConcluded && $0.end == nil }),
      ("unreadable", placed.count(where: \.isUnreadable)),
    ]
  }

  func doubt(_ name: String) -> (String) -> [String] {
    { text in
      let said = Self.number(String(text.prefix { $0 != " " }))
      let count = doubts.first { $0.name == name }?.count ?? 0
      return said == count ? [] : ["\(count) \(name)"]
    }
  }
}
