import Chronology
import Records
import SourceText

/// An edit of what was approved, after it was: plan, risk, type, systems.
package struct LateEdit: Sendable {
  package let edit: RecordEdit
  /// Those of its changes that approvals are given for.
  package let changes: [FieldChange]
  /// The approvals that were given before, and not again since.
  package let voided: [Approval]

  /// - Parameter mayFillIn: What was empty may be filled in afterwards, as in an emergency.
  package static func all(
    of change: Change, in history: RegisterHistory, mayFillIn: Bool
  ) -> [LateEdit] {
    guard let record = history.of(change) else { return [] }
    return record.edits.indices.compactMap { index in
      let edit = record.edits[index]
      let changes = edit.changes.filter {
        $0.part == .approved && !(mayFillIn && $0.removed.isEmpty)
      }
      guard !changes.isEmpty, !edit.approvalsBefore.isEmpty, history.isEvidence(edit) else {
        return nil
      }
      let later = record.edits[index...].flatMap(\.changes)
        .filter { $0.part == .approval }.flatMap(\.added)
      let again = change.approvals.filter { approval in
        later.contains(approval.text)
          || approval.at.map { at in edit.at.map { $0 <= at.value } ?? false } ?? false
      }
      let voided = edit.approvalsBefore.filter { before in
        !again.contains { $0.role.value == before.role.value }
      }
      return voided.isEmpty ? nil : LateEdit(edit: edit, changes: changes, voided: voided)
    }
  }
}
