import Chronology
import FrontMatter
import Markdown
import PolicyReading
import SourceText

private let freezeKeys = ["name", "from", "to", "systems", "dependents", "allowed", "declared"]

/// Reads a declared freeze. Instants without a zone are taken in the policy's.
package func readFreeze(
  _ file: SourceFile, zone: Zone, systems directory: SystemDirectory = SystemDirectory()
) -> DeclaredFreeze {
  let source = RecordSource(file, known: freezeKeys)
  var facts = RecordFacts(source.mapping, zone: zone)
  let name =
    facts.text("name") ?? source.document.title
    ?? Located(file.stem, Place(startOf: file))
  let from = facts.instant("from")
  let to = facts.instant("to", isEnd: true)
  let systems = facts.systems("systems", directory)
  let dependents = facts.truth("dependents")
  // Without a list nobody knows what depends on a system.
  let isUnlisted = dependents?.value == true && !directory.knowsDependencies && !systems.areAll
  if isUnlisted, let dependents {
    facts.report(
      .unreadableValue(
        key: "dependents", text: "true",
        expected: "a list in content/systems.md of what depends on what"), at: dependents.place)
  }
  let allowed = facts.written("allowed")
  if let allowed, FreezeAllowanceText.read(allowed.value) == nil {
    facts.report(
      .unreadableValue(
        key: "allowed", text: allowed.value, expected: FreezeAllowanceText.accepted),
      at: allowed.place)
  }
  let declared = facts.nested("declared", known: ["by", "at"]) { facts, _ in
    (by: facts.text("by"), at: facts.instant("at"))
  }
  return DeclaredFreeze(
    name: name, document: source.document, from: from, to: to, systems: systems.names,
    allowed: allowed, declaredBy: declared?.by, declaredAt: declared?.at,
    unread: facts.mapping.unread, problems: source.problems + facts.problems,
    hasUnknownSystems: !systems.unknown.isEmpty || isUnlisted,
    reachesDependents: dependents?.value ?? false)
}
