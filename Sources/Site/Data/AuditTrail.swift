import History
import Records
import Reports

/// The audit log and the duties of a register, worked out once for pages and data.
package struct AuditTrail: Sendable {
  let log: Deferred<[AuditLogRow]>
  let duties: Deferred<[DutyRow]>

  package init(_ register: Register, _ history: RegisterHistory) {
    log = Deferred { register.auditLog(history) }
    duties = Deferred { register.duties(history) }
  }
}
