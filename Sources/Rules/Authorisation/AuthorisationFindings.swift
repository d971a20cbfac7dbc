import Calendar
import Chronology
import Configuration
import Findings
import PolicyReading
import Records
import SourceText

/// What stands between a change and the start of its work at an instant: the approvals that its
/// policy asks for and the record does not hold by then, in the order of `Finding.inOrder`.
///
/// Each finding is one of the rules CB301 to CB308, with the severity of the settings and with the
/// waiver that covers it; those that are no breach by the settings are left out. A spoken word is
/// enough for an emergency to begin, so that CB308 is not asked of one.
package func authorisationFindings(
  of change: Change, startingAt instant: Instant, in register: Register
) -> [Finding] {
  let context = ChangeContext(
    change, policy: PolicyIndex(register.policy(for: change)),
    calendar: CalendarBook(register).calendar(for: change, in: register), asOf: instant,
    startingAt: instant)
  let waivers = WaiverIndex([change], asOf: instant)
  return authorisationRules.flatMap { rule -> [Finding] in
    if rule == VerbalApprovalUndocumented.self, context.type?.isEmergency ?? false { return [] }
    return rule.check(change, in: context).compactMap { found in
      var finding = found
      finding.record = change.id
      if let setting = register.settings.severities[finding.code] {
        guard let severity = setting else { return nil }
        finding.severity = severity
      }
      return finding.severity <= .breach ? waivers.applied(to: finding) : nil
    }
  }.sorted(by: Finding.inOrder)
}

private let authorisationRules: [any ChangeRule.Type] = [
  ApprovalMissing.self, TooFewTechnicalReviewers.self, TooFewSecurityReviewers.self,
  SelfApproval.self, StartedBeforeApproval.self, NotPreApproved.self, VoteNotCarried.self,
  VerbalApprovalUndocumented.self,
]
