import Findings
import Records
import SourceText

/// CB802: two pages of the site that would be one file, or one a folder where the other is a file.
package enum PathCollision: ReadingRule, RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 802, title: "two outputs would share a path", severity: .error,
    explanation: """
      Ids and file names become addresses. Some file systems and hosts do not tell `Guide.md` from
      `guide.md`, nor an `é` of one character from one of two, so such a pair is one page on some
      machines and two on others. Names have to differ by more than case and Unicode form.

      The site makes pages of its own, such as `calendar/2026-03.html` for a month. A page of the
      content folder at such an address, `content/calendar/2026-03.md`, is not published.
      """,
    wrong: """
      content/guide/Rollback.md
      content/guide/rollback.md
      """,
    right: """
      content/guide/rollback.md
      content/guide/rollback-drill.md
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    switch problem.kind {
    case .pathCollision(let path, let other):
      return collision(path, with: other, at: problem.place)
    case .addressTaken(let path, let owner):
      return finding(
        "the page is not published: \(quoted(path)) is taken by \(owner)",
        help: "give the file another name, or move it to another folder", at: problem.place)
    default: return nil
    }
  }

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    collisions(among: register.changes.lazy.map { ($0.id, $0.idPlace) }, areRecords: true)
      + collisions(among: register.incidents.lazy.map { ($0.id, $0.idPlace) }, areRecords: true)
      + collisions(
        among: register.pages.lazy.map { ($0.slug, Place(startOf: $0.file)) }, areRecords: false)
  }

  /// Names that are equal but for case and Unicode form; of records, those that are equal in bytes
  /// are CB105's.
  private static func collisions(
    among names: some Sequence<(String, Place)>, areRecords: Bool
  ) -> [Finding] {
    // Swift compares strings by canonical equivalence, so the keys need no normal form.
    var known: [String: (name: String, place: Place)] = [:]
    var findings: [Finding] = []
    for (name, place) in names {
      let key = name.lowercased()
      guard let first = known[key] else {
        known[key] = (name, place)
        continue
      }
      if areRecords, first.name.utf8.elementsEqual(name.utf8) { continue }
      var found = collision(name, with: first.place, at: place)
      if areRecords { found.record = name }
      findings.append(found)
    }
    return findings
  }

  private static func collision(_ name: String, with other: Place, at place: Place) -> Finding {
    finding(
      "the page of \(quoted(name)) would have the address of that of \(other.file.path)",
      help: "give one of them a name that differs by more than case or accents' form", at: place)
  }
}
