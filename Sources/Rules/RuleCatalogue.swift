import Findings
import Obligations

/// Every rule there is, by code. Codes are never reused.
package enum RuleCatalogue {
  /// In the order of their codes.
  package static let rules: [any Rule.Type] = [
    NotText.self, InvalidFrontMatter.self, UnknownKey.self, UnreadableValue.self,
    DuplicateID.self, MissingID.self, Disagreement.self, BoxesTicked.self, NearMissHeading.self,
    OverLimit.self,
    FileNotRead.self,
    MissingField.self, TemplateTextLeft.self, AuditAnswerMissing.self,
    ApprovalMissing.self, TooFewTechnicalReviewers.self, TooFewSecurityReviewers.self,
    SelfApproval.self, StartedBeforeApproval.self, NotPreApproved.self, VoteNotCarried.self,
    VerbalApprovalUndocumented.self, InvalidWaiver.self, RoleNotHeld.self, NotAnApproval.self,
    AuthorisationUnclear.self,
    LeadTimeTooShort.self, OutsideWindow.self, RanPastWindow.self, InsideFreeze.self,
    ReviewNotInTime.self, InstantsOutOfOrder.self, Conflict.self, OutcomeMissing.self,
    FollowUpMissing.self,
    InstantInFuture.self,
    IncidentBeforeChange.self, SuccessWithIncident.self,
    TestEvidenceMissing.self, RuntimeFactsMissing.self, SpecVersionNotHigher.self,
    RuntimeRolledBack.self, PostMortemMissing.self,
    EditedAfterApproval.self, RecordRemoved.self, EnteredLate.self, GapInIDs.self,
    ApprovalWrittenByOther.self, DeploymentWithoutRecord.self, RecordWithoutDeployment.self,
    ApprovalWaited.self,
    TableAbsent.self, CellNotUnderstood.self, UndefinedName.self, UndefinedTerm.self,
    ControlReference.self,
    ImplausibleFreeze.self,
    DecidingPartUnread.self,
    SystemsNotListed.self,
    ZoneAbbreviated.self,
    MinuteBeforeMidnight.self,
    HolidaysNotListed.self, WeekendDivided.self,
    DeadReference.self, PathCollision.self, TemplateProblem.self,
    UnneededWaiver.self,
  ]

  static let changeRules = rules.compactMap { $0 as? any ChangeRule.Type }
  static let registerRules = rules.compactMap { $0 as? any RegisterRule.Type }
  static let readingRules = rules.compactMap { $0 as? any ReadingRule.Type }

  /// Codes that are spoken for by rules of the policy's own linter and of redirects: settings may name them already.
  static let reserved: Set<Int> = [704, 706, 707, 804]

  private static let index = Dictionary(
    rules.map { ($0.documentation.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// Nil where no rule has that code.
  package static func rule(_ code: RuleCode) -> (any Rule.Type)? { index[code] }

  static func knows(_ code: RuleCode) -> Bool {
    index[code] != nil || reserved.contains(code.number)
  }
}
