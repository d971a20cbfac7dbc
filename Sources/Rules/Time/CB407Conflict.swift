import Calendar
import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// CB407: two changes in each other's way.
package enum Conflict: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 407, title: "overlaps another change on the same system", severity: .warning,
    explanation: """
      When two changes are on one system at one time, nobody can tell which of them broke it, and
      the rollback of one may take the other with it. The time of a change is that of the work
      where it has begun, up to now while it is under way, and the planned one before. Both records
      are named, each at its own place. A change that begins when the other ends is not in its way,
      nor is one that was cancelled, and of a change that names no system nothing is known. Where
      `content/systems.md` says what depends on what, a change of a system is in the way of changes
      of those that depend on it.

      No clause forbids it, and at times it is meant, so this is a warning. Changes that run beside
      others by their nature are exempted in `changebook.yml`, as `conflicts: {exempt: [Standard]}`
      with names of types or categories; one whose impact assessment says that it needs downtime is
      not.
      """,
    wrong: """
      # CHG-2026-0053
      systems: [rpc-gateway]
      scheduled: 2026-09-15T14:00Z/2026-09-15T15:00Z

      # CHG-2026-0054
      systems: [rpc-gateway]
      scheduled: 2026-09-15T14:20Z/2026-09-15T15:40Z
      """,
    right: """
      # CHG-2026-0053
      systems: [rpc-gateway]
      scheduled: 2026-09-15T14:00Z/2026-09-15T15:00Z

      # CHG-2026-0054
      systems: [rpc-gateway]
      scheduled: 2026-09-15T15:00Z/2026-09-15T16:20Z
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    let conflicts = ChangeConflicts(register, asOf: context.asOf)
    return register.changes.indices.flatMap { index -> [Finding] in
      let (first, areMore) = conflicts.conflicts(ofChangeAt: index)
      guard !first.isEmpty, let mine = conflicts.occupation(ofChangeAt: index) else { return [] }
      let change = register.changes[index]
      var findings = first.map { conflict in
        finding(
          "overlaps \(conflict.other.id) \(scope(of: conflict)), "
            + DisplayTime.interval(conflict.overlap, in: register.zone),
          help: change.beginning == nil
            ? "move one of the two, or name only the systems that it touches"
            : "name only the systems that each of the two touches",
          at: mine.place, record: change.id, fact: .conflict(with: conflict.other.id))
      }
      if areMore {
        findings.append(
          finding(
            "overlaps more changes than the \(first.count) that are named here",
            help: "plan them one after the other", at: mine.place, record: change.id,
            fact: .conflict(with: nil)))
      }
      return findings
    }
  }

  /// `on rpc-gateway`, or `while explorer depends on rpc-gateway`.
  private static func scope(of conflict: ChangeConflict) -> String {
    if !conflict.systems.isEmpty { return "on \(list(conflict.systems))" }
    let links = conflict.dependencies.map { "\($0.system) depends on \($0.dependsOn)" }
    return "while \(list(links))"
  }

  private static func list(_ systems: [String]) -> String {
    guard systems.count > 1, let last = systems.last else { return systems.first ?? "" }
    return systems.dropLast().joined(separator: ", ") + " and " + last
  }
}
