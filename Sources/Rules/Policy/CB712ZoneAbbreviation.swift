import Findings
import SourceText

/// CB712: an abbreviation of a time zone, which may not be what was meant in summer.
package enum ZoneAbbreviated: ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 712, title: "an abbreviation of a time zone", severity: .warning,
    explanation: """
      `EST` and `PST` are the standard time of their place: one offset all year, an hour off from what
      its clocks show in summer. `CET` is a name of the time zone database, and follows the clocks of
      its region. Either may have been meant, and the name of a place says which: `America/New_York`
      has summer time, `Etc/GMT+5` has none. Where an abbreviation follows the clocks, this is a note.

      Abbreviations that mean two places, such as `BST`, `IST` and `CST`, are refused.
      """,
    wrong: """
      | Window | Time | Purpose |
      |--------|------|---------|
      | Business hours | 10:00-15:00 EST | Significant changes |
      """,
    right: """
      | Window | Time | Purpose |
      |--------|------|---------|
      | Business hours | 10:00-15:00 America/New_York | Significant changes |
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .zoneAbbreviation(let name, let zone, let place, let isFixed) = problem.kind else {
      return nil
    }
    if isFixed {
      return finding(
        "\(name) is read as \(zone): one offset all year, summer time is not meant",
        help: "write \(place) for the clocks there, or \(zone) for the offset", at: problem.place)
    }
    return finding(
      "\(name) is read as \(zone): summer time is meant",
      help: "write \(place), which says so", at: problem.place, severity: .note)
  }
}
