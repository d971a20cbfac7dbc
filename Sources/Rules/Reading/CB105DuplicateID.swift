import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// CB105: two records of one id.
package enum DuplicateID: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 105, title: "duplicate id", severity: .error,
    explanation: """
      An id stands for one record, in links, figures and the address of its page. Of two records
      with one id neither can be counted without guessing which is meant. The finding stands in
      each record after the first in the order of paths; of a change and an incident with one id, in
      the change.

      Freezes go by their names: two of one name that hold at one time are one of them too many, and
      until one is renamed or removed the gate has no answer while they hold.
      """,
    wrong: """
      # content/changes/a.md          # content/changes/b.md
      id: CHG-2026-0042               id: CHG-2026-0042
      """,
    right: """
      # content/changes/a.md          # content/changes/b.md
      id: CHG-2026-0042               id: CHG-2026-0043
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    duplicates(in: register) + freezes(of: register)
  }

  /// Declared freezes of one name that hold at one time.
  private static func freezes(of register: Register) -> [Finding] {
    var firsts: [String: DeclaredFreeze] = [:]
    return register.freezes.compactMap { freeze in
      let name = WordForm.fold(freeze.name.value)
      guard let first = firsts[name] else {
        firsts[name] = freeze
        return nil
      }
      if let from = freeze.from, let end = first.to, end.value <= from.value { return nil }
      if let from = first.from, let end = freeze.to, end.value <= from.value { return nil }
      return finding(
        "the freeze \(quoted(freeze.name.value)) is declared by \(first.file.path) for the same time",
        help: "give this one another name, or keep one of the two files", at: freeze.name.place)
    }
  }

  static func duplicates(in register: Register) -> [Finding] {
    duplicates(among: register.changes.lazy.map { ($0.id, $0.idPlace) })
      + duplicates(among: register.incidents.lazy.map { ($0.id, $0.idPlace) })
      + register.changes.compactMap { change in
        register.incident(change.id).map { incident in
          finding(
            "the id \(change.id) is taken by \(incident.file.path)",
            help: "give this record the next free id", at: change.idPlace, record: change.id)
        }
      }
  }

  /// - Precondition: records of one id stand next to each other, as in a register.
  private static func duplicates(among records: some Sequence<(String, Place)>) -> [Finding] {
    var findings: [Finding] = []
    var first: (id: String, place: Place)?
    for (id, place) in records {
      // Canonically equivalent spellings are CB802's.
      guard let known = first, known.id.utf8.elementsEqual(id.utf8) else {
        first = (id, place)
        continue
      }
      findings.append(
        finding(
          "the id \(id) is taken by \(known.place.file.path)",
          help: "give this record the next free id", at: place, record: id))
    }
    return findings
  }
}
