import Calendar
import Chronology
import DeploymentGate
import History
import PolicyReading
import Records
import SourceText

/// Finds the records whose files a branch touches, and tells how each stands.
struct ReviewedRecords {
  private(set) var records: [ReviewedRecord] = []
  private let register: Register
  private let gate: RegisterGate
  private let conflicts: ChangeConflicts
  private let asOf: Instant

  /// Seconds before and after the planned time within which a freeze is near.
  private static let near: Int64 = 7 * 86_400
  private static let mostSlots = 3

  /// What is known of a record's file, whatever it is.
  private struct Filed {
    let kind: ReviewedRecord.Kind
    let id: String
    let title: String?
    let path: String
    /// Among the changes of the register.
    var index: Int?
  }

  init(
    _ comparison: RevisionComparison, from before: Register?, to register: Register,
    gate: RegisterGate, asOf: Instant
  ) {
    self.register = register
    self.gate = gate
    self.asOf = asOf
    conflicts = ChangeConflicts(register, asOf: asOf)
    let old = before.map(Self.filed) ?? []
    let new = Self.filed(register)
    let oldPaths = Set(old.map(\.path))
    let newPaths = Set(new.map(\.path))
    // A record keeps its id where its file moves.
    var gone = old.filter { !newPaths.contains($0.path) && comparison.isTouched($0.path) }
    for filed in new where comparison.isTouched(filed.path) {
      var edit = ReviewedRecord.Edit.changed
      var former: String?
      if !oldPaths.contains(filed.path) {
        if let index = gone.firstIndex(where: { $0.kind == filed.kind && $0.id == filed.id }) {
          former = gone.remove(at: index).path
        }
        edit = former == nil ? .added : .moved
      }
      records.append(record(filed, edit, former))
    }
    records += gone.map { filed in
      ReviewedRecord(
        kind: filed.kind, id: filed.id, title: filed.title, path: filed.path, formerPath: nil,
        edit: .removed, change: nil)
    }
    records.sort { $0.path.precedesInBytes($1.path) }
  }

  private static func filed(_ register: Register) -> [Filed] {
    register.changes.enumerated().map { index, change in
      Filed(
        kind: .change, id: change.id, title: change.title?.value, path: change.file.path,
        index: index)
    }
      + register.incidents.map { incident in
        Filed(
          kind: .incident, id: incident.id, title: incident.title?.value, path: incident.file.path)
      }
      + register.freezes.map { freeze in
        Filed(kind: .freeze, id: freeze.name.value, title: nil, path: freeze.file.path)
      }
  }

  private func record(
    _ filed: Filed, _ edit: ReviewedRecord.Edit, _ former: String?
  ) -> ReviewedRecord {
    ReviewedRecord(
      kind: filed.kind, id: filed.id, title: filed.title, path: filed.path, formerPath: former,
      edit: edit, change: filed.index.map(standing))
  }

  private func standing(ofChangeAt index: Int) -> ReviewedRecord.ChangeStanding {
    let change = register.changes[index]
    let awaits = !change.hasStarted && change.outcome == nil && change.closed == nil
    let planned = awaits ? change.scheduled?.value : nil
    let next =
      awaits
      ? NextSlots(
        change, by: gate, from: asOf, seconds: change.scheduled?.value.seconds ?? 0,
        count: Self.mostSlots, conflicts: conflicts) : nil
    let found = conflicts.conflicts(ofChangeAt: index)
    return ReviewedRecord.ChangeStanding(
      type: change.type?.value, risk: change.risk?.value,
      stage: register.stage(of: change, asOf: asOf).rawValue,
      planned: planned, answer: planned.map { gate.ask(change, over: $0, asOf: asOf) },
      needs: next?.needs.map(\.text) ?? [],
      conflicts: found.first.map { conflict in
        ReviewedRecord.Conflict(
          other: conflict.other.id,
          systems: (conflict.systems
            + conflict.dependencies.flatMap { [$0.system, $0.dependsOn] }).uniqued,
          overlap: conflict.overlap)
      },
      hasMoreConflicts: found.areMore,
      freezes: planned.map { freezes(around: $0, of: change) } ?? [], next: next)
  }

  /// Freezes of all systems, or of one of the change's.
  private func freezes(around planned: Interval, of change: Change) -> [ReviewedRecord.NearFreeze] {
    let span = Interval(start: planned.start + -Self.near, end: planned.end + Self.near)
    let own = change.knownSystems.map { Set($0.map(WordForm.fold)) }
    return gate.book.freezeOccurrences(in: span).compactMap { occurrence in
      let freeze = occurrence.freeze
      let isOfOthers =
        !freeze.systems.isEmpty && own != nil
        && !freeze.systems.contains { own?.contains(WordForm.fold($0)) ?? true }
      if isOfOthers { return nil }
      return ReviewedRecord.NearFreeze(
        name: freeze.name, interval: occurrence.interval, allowed: freeze.allowedText)
    }
  }
}
