import Chronology
import Records
import SourceText

/// An edit of what was approved, after it was: plan, risk, type, systems.
///
/// What came before what is told by which commit was made from which, and by no clock: an approval that
/// stood in the record before an edit was given before it.
package struct LateEdit: Sendable {
  package let edit: RecordEdit
  /// Those of its changes that approvals are given for.
  package let changes: [FieldChange]
  /// The approvals that were given before, and not again since.
  package let voided: [Approval]
  /// Those that came into the record with it or later, in the roles of those that were given before.
  let again: [Approval]
  /// Rules go by it: it counts by itself, or was made from one that does, whatever its clock says.
  let isEvidence: Bool

  /// Those that void an approval.
  ///
  /// - Parameter mayFillIn: What was empty may be filled in afterwards, as in an emergency.
  package static func all(
    of change: Change, in history: RegisterHistory, mayFillIn: Bool
  ) -> [LateEdit] {
    edits(of: change, in: history, mayFillIn: mayFillIn).filter { late in
      !late.voided.isEmpty && late.isEvidence
    }
  }

  /// The same, with those that rules do not go by and those after which everybody approved again.
  static func edits(
    of change: Change, in history: RegisterHistory, mayFillIn: Bool
  ) -> [LateEdit] {
    guard let record = history.of(change) else { return [] }
    return record.edits.indices.compactMap { index in
      let edit = record.edits[index]
      let later = record.edits[(index + 1)...].flatMap(\.changes)
      let isMadeFromOne =
        history.isJudged && !(edit.kind == .added && edit.bringsInMany)
        && record.edits[..<index].contains { $0.commit != nil && history.isEvidence($0.commit) }
      let late = edit.comparisons.compactMap {
        LateEdit(
          edit, $0, later: later, of: change, mayFillIn: mayFillIn,
          isEvidence: isMadeFromOne || history.isEvidence(edit))
      }
      // Of a merge the parent whose approvals it leaves without what they were given for.
      return late.first { !$0.voided.isEmpty } ?? late.first
    }
  }

  private init?(
    _ edit: RecordEdit, _ comparison: RecordEdit.Comparison, later: [FieldChange],
    of change: Change, mayFillIn: Bool, isEvidence: Bool
  ) {
    let changes = comparison.fields.changes.filter {
      $0.part == .approved && !(mayFillIn && $0.removed.isEmpty)
    }
    let before = comparison.approvalsBefore
    guard !changes.isEmpty, !before.isEmpty else { return nil }
    let stood = before.map(\.text)
    let added = (comparison.fields.changes + later).filter { $0.part == .approval }
      .flatMap(\.added)
    let given = change.approvals.filter { added.contains($0.text) || !stood.contains($0.text) }
    self.edit = edit
    self.changes = changes
    self.isEvidence = isEvidence
    voided = before.filter { old in !given.contains { $0.role.value == old.role.value } }
    again = given.filter { new in before.contains { $0.role.value == new.role.value } }
  }
}
