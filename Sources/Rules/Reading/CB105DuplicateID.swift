import Findings
import Records
import SourceText

/// CB105: two records of one id.
package enum DuplicateID: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 105, title: "duplicate id", severity: .error,
    explanation: """
      An id stands for one record, in links, figures and the address of its page. Of two records
      with one id neither can be counted without guessing which is meant. The finding stands in
      each record after the first in the order of paths.
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
    duplicates(in: register)
  }

  static func duplicates(in register: Register) -> [Finding] {
    duplicates(among: register.changes.lazy.map { ($0.id, $0.idPlace) })
      + duplicates(among: register.incidents.lazy.map { ($0.id, $0.idPlace) })
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
