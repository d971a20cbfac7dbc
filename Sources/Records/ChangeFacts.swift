import Chronology
import FrontMatter
import PolicyReading
import SourceText

/// The parts of a change's front matter that are mappings of their own.
extension RecordFacts {
  mutating func approvals(_ people: PeopleDirectory) -> [StatedApproval] {
    nestedList("approvals", known: ChangeKeys.approval.names) { facts, place in
      let by = facts.written("by")
      let at = facts.instant("at")
      let isVerbal = facts.truth("verbal")?.value ?? false
      let documented = facts.instant("documented")
      guard let role = facts.text("role") else {
        if facts.problems.isEmpty {
          facts.report(
            .unreadableValue(key: "role", text: "", expected: "the role that approved"), at: place)
        }
        return nil
      }
      return StatedApproval(
        role: role, by: by, mentions: by.map { people.read($0.value) } ?? [], at: at,
        isVerbal: isVerbal, documented: documented, place: place,
        asksInstant: facts.mapping.has("at"))
    }
  }

  mutating func rollback() -> Rollback? {
    nested("rollback", known: ChangeKeys.rollback.names) { facts, place in
      Rollback(
        at: facts.instant("at"), trigger: facts.text("trigger"), verified: facts.truth("verified"),
        place: place)
    }
  }

  mutating func review() -> Review? {
    nested("review", known: ChangeKeys.review.names) { facts, place in
      Review(
        at: facts.instant("at"), by: facts.text("by"), notes: facts.text("notes"), place: place)
    }
  }

  mutating func runtime() -> RuntimeUpgrade? {
    nested("runtime", known: ChangeKeys.runtime.names) { facts, place in
      RuntimeUpgrade(
        specVersion: facts.number("spec_version"), wasmHash: facts.text("wasm_hash"),
        changelog: facts.text("changelog"), migrationNotes: facts.text("migration_notes"),
        proposal: facts.text("proposal"), voting: facts.voting(),
        enactedAtBlock: facts.number("enacted_at_block"), enacted: facts.instant("enacted"),
        place: place)
    }
  }

  private mutating func voting() -> Voting? {
    nested("voting", known: ChangeKeys.voting.names) { facts, place in
      Voting(
        from: facts.instant("from"), to: facts.instant("to"), aye: facts.votes("aye"),
        nay: facts.votes("nay"), place: place)
    }
  }

  /// A number of votes, from 0 on.
  private mutating func votes(_ key: String) -> Located<Int>? {
    guard let number = number(key) else { return nil }
    if number.value >= 0 { return number }
    report(
      .unreadableValue(
        key: key, text: String(number.value), expected: "a number of votes, a whole number from 0"),
      at: number.place)
    return nil
  }

  mutating func waivers(_ people: PeopleDirectory) -> [Waiver] {
    nestedList("waivers", known: ChangeKeys.waiver.names) { facts, place in
      let by = facts.written("by")
      return Waiver(
        rule: facts.text("rule"), reason: facts.written("reason"), by: by, at: facts.instant("at"),
        place: place,
        people: (by.map { people.read($0.value) } ?? []).compactMap {
          $0.fault == nil ? $0.identity : nil
        }, expires: facts.instantOrDay("expires", isEnd: true))
    }
  }

  /// The systems that a key names; whatever else stands there is a problem and leaves them unknown.
  mutating func systems(_ key: String, _ directory: SystemDirectory) -> NamedSystems {
    var named = NamedSystems()
    for node in mapping.sequence(key) {
      guard case .scalar(let scalar) = node, !scalar.isNull, !WordForm.trim(scalar.text).isEmpty
      else {
        named.addUnknown(Located(node.place.text, node.place), isName: false)
        continue
      }
      named.add(directory.read(Located(scalar.text, scalar.place)))
    }
    for problem in named.problems(of: key) { report(problem.kind, at: problem.place) }
    return named
  }

  /// Whether names that no list holds are words for much or all: `global`, `production`. Of a freeze it
  /// is not known then whom it holds for.
  mutating func reportGeneral(_ named: NamedSystems, _ directory: SystemDirectory) -> Bool {
    guard directory.isEmpty else { return false }
    let general = named.names.filter {
      $0.value != NamedSystems.every
        && (SystemName.isGeneral(WordForm.fold($0.value)) || SystemName.isNumbered($0.value))
    }
    for name in general {
      report(
        .unreadableValue(key: "systems", text: name.value, expected: SystemName.accepted),
        at: name.place)
    }
    return !general.isEmpty
  }

  /// Proof by test level; a level that the policy's matrix does not have is a problem.
  mutating func evidence(_ levels: TestLevels) -> [Evidence] {
    guard var nested = mapping.mapping("evidence", known: nil) else { return [] }
    let evidence = nested.entries.compactMap { entry -> Evidence? in
      guard let level = levels.level(of: entry.key.text) else {
        nested.takeUnknown(entry, known: levels.names)
        return nil
      }
      guard case .scalar(let proof) = entry.value, !proof.isNull,
        EvidenceText.shows(proof.text)
      else { return nil }
      return Evidence(
        level: Located(level, entry.key.place), proof: Located(proof.text, proof.place))
    }
    mapping.absorb(nested)
    return evidence
  }
}
