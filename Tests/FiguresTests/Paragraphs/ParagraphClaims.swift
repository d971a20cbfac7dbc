import Chronology
import Foundation
import Records

@testable import Figures

/// What a paragraph claims, sentence by sentence, held against the records of its years.
struct ParagraphClaims {
  let years: SimulatedYears
  let oracle: RecordsOracle
  let month: Set<String>
  let isRunning: Bool

  init(_ years: SimulatedYears) {
    self.years = years
    oracle = RecordsOracle(years)
    month = [years.label]
    isRunning = years.asOf < "\(years.label)-31"
  }

  /// What is not so; empty where all is true.
  func faults(of paragraph: String) -> [String] {
    var faults: [String] = []
    var seen: Set<String> = []
    for sentence in paragraph.dropLast().components(separatedBy: ". ") {
      let text = String(sentence)
      guard let check = Self.checks.first(where: { text.contains($0.opening) }) else {
        faults.append("nobody knows the sentence: \(text)")
        continue
      }
      seen.insert(check.name)
      faults += check.faults(self)(text).map { "\($0) — \(text)" }
    }
    for name in ["targets", "evidence", "course", "exceptions"] where !seen.contains(name) {
      if name == "evidence", targets.allSatisfy({ $0.evidence == nil }) { continue }
      faults.append("nothing is said of \(name)")
    }
    if !seen.contains("missed"), targets.contains(where: { $0.isMet == false }) {
      faults.append("what was missed is not said")
    }
    for (name, count) in doubts where count > 0 && !seen.contains(name) {
      faults.append("\(count) \(name) are not said")
    }
    return faults
  }

  struct Check {
    let name: String
    let opening: Regex<Substring>
    let faults: (ParagraphClaims) -> (String) -> [String]
  }

  static var checks: [Check] {
    [
      Check(
        name: "targets", opening: #/^(?:So far i|I)n .* targets? /#, faults: { $0.targetCounts }),
      Check(name: "missed", opening: #/^Missed: /#, faults: { $0.missed }),
      Check(name: "evidence", opening: #/^The evidence is /#, faults: { $0.evidence }),
      Check(name: "course", opening: #/^\d+ figures? /#, faults: { $0.shifts }),
      Check(
        name: "course", opening: #/^There is not enough history/#, faults: { _ in { _ in [] } }),
      Check(
        name: "course", opening: /^The month is not compared/,
        faults: { claims in { _ in claims.isRunning ? [] : ["the month is over"] } }),
      Check(name: "reach", opening: #/^With \d+ changes? in the month, /#, faults: { $0.reach }),
      Check(name: "exceptions", opening: #/^Exceptions: /#, faults: { $0.exceptions }),
      Check(name: "exceptions", opening: #/^No change /#, faults: { $0.noExceptions }),
      Check(name: "unknown", opening: #/no recorded outcome/#, faults: { $0.doubt("unknown") }),
      Check(name: "undated", opening: #/no recorded end/#, faults: { $0.doubt("undated") }),
      Check(
        name: "unreadable", opening: #/errors and (?:is|are) excluded$/#,
        faults: { $0.doubt("unreadable") }),
    ]
  }
}
