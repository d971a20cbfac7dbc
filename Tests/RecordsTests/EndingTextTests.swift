import Records
import SourceText
import TestSupport
import Testing

/// What the title, the text and the keys of a record say of an end or a hold leaves a doubt, and what
/// other texts say of other things none.
@Suite struct EndingTextTests {
  private static let head =
    "type: Normal\nrisk: Low\ncategory: application code\nsystems: [docs]\nsecurity_relevant: false\n"
    + "requester: \"@dev\"\nimplementer: \"@ops\"\n"
    + "approvals:\n  - {role: cab, by: \"@cab\", at: 2026-03-04T10:00Z}\n"
    + "  - {role: technical, by: \"@t1\", at: 2026-03-04T10:00Z}\n"

  private func record(
    keys: String = "", title: String = "## Change Request: Speed up the index", top: String = "",
    below: String = ""
  ) throws -> Change {
    try readSampleChange(
      "---\n\(Self.head)\(keys)\n---\n\(title)\n\n\(top)\n\n### Summary\nIt speeds up the index.\n\n"
        + below + "\n")
  }

  private func doubts(_ change: Change) -> [ReadingProblem] {
    change.problems.filter {
      if case .keyNotRead = $0.kind { false } else { true }
    }
  }

  private static let ends = [
    "cancelled", "withdrawn", "rejected", "revoked", "on hold", "superseded", "postponed",
    "abandoned", "suspended", "declined", "deferred", "called off", "not approved", "vetoed",
  ]

  @Test func aTitleMaySayIt() throws {
    var random = SplitMix(seed: 81)
    let dresses = [
      "## Change Request: [%] Speed up the index", "# %: Speed up the index",
      "## Change Request: Speed up the index (%)", "## Change Request: % - Speed up the index",
      "## Change Request: Speed up the index – %", "# Speed up the index: %",
      "## Change Request: Speed up the index [% on 9 June]", "## Change Request: % | Speed it up",
    ]
    for _ in 0..<100 {
      let end = Self.ends[random.below(Self.ends.count)]
      let text = random.below(2) == 0 ? end.uppercased() : end
      let title = dresses[random.below(dresses.count)].replacing("%", with: text)
      #expect(!doubts(try record(title: title)).isEmpty, "\(title)")
    }
    for title in [
      "## Change Request: ~~Speed up the index~~", "# DRAFT: Speed up the index",
      "## Change Request: [WIP] Speed it up", "# Do not merge: speed it up",
    ] {
      #expect(!doubts(try record(title: title)).isEmpty, "\(title)")
    }
  }

  @Test func aSentenceMaySayIt() throws {
    var random = SplitMix(seed: 82)
    let dresses = [
      "%", "**%**", "> %", "> **%** on 9 June by @cab", "This change was % on 9 June.",
      "This change is %.", "- %", "### %", "### Decision: %", "> [!WARNING]\n> This change is %.",
      "% because the vendor is late.", "The change was % by the board.", "% until further notice",
      "### Note\nThis change was % yesterday.",
    ]
    for _ in 0..<120 {
      let end = Self.ends[random.below(Self.ends.count)]
      let written = dresses[random.below(dresses.count)]
        .replacing("%", with: random.below(2) == 0 ? end.uppercased() : end)
      #expect(!doubts(try record(below: written)).isEmpty, "\(written)")
      if !written.hasPrefix("#") {
        #expect(!doubts(try record(top: written)).isEmpty, "\(written)")
      }
    }
  }

  @Test(arguments: [
    "DO NOT DEPLOY", "**Do not deploy!**", "Do not merge.", "Approval revoked.",
    "The CAB withdrew its approval.", "### CAB\nThe board rejected this.", "**Approval:** revoked",
    "| Field | Value |\n|---|---|\n| CAB approval | rejected |",
    "| Status | Owner |\n|---|---|\n| Cancelled | @x |", "Superseded by CHG-2026-0050.",
    "Duplicate of CHG-2026-0041", "### Approvals\n- @t2: -1",
    "### Approvals\n~~- [x] CAB Approval: @cab~~", "### Approvals\n- ~~CAB Approval: @cab~~",
    "### Implementation Plan\n**DO NOT DEPLOY**", "**Approved:** no", "**CAB:** refused",
    "### Implementation Plan\nThis change was withdrawn.",
  ])
  func otherPlacesMaySayIt(_ text: String) throws {
    #expect(!doubts(try record(below: text)).isEmpty)
  }

  @Test func anOutcomeAnswersIt() throws {
    for text in ["CANCELLED", "This change was cancelled on 9 June.", "> On hold"] {
      #expect(doubts(try record(keys: "outcome: cancelled", below: text)).isEmpty, "\(text)")
    }
  }

  /// What records say of other things.
  @Test(arguments: [
    "Rejected requests are logged with their reason.", "The old index is removed afterwards.",
    "Expired sessions are dropped every hour.", "- Requests that were denied: none",
    "If the error rate rises, the rollout is stopped.", "Cancelled orders keep their number.",
    "The job that failed last week is repeated.", "### Testing Evidence\n- [x] Unit tests: done",
    "### Rollback Plan\nRevoke the key, then deploy the former version.",
    "### Implementation Plan\n1. Stop the indexer.\n2. Deploy.\n3. Start the indexer.",
    "### Implementation Plan\nDo not start before the backup is complete.",
    "### Risk Level\nLow: queries may be refused for a second.",
    "### Technical Details\nThe request is denied. It was rejected before, too.",
    "### Technical Details\nCalls on hold are kept.", "### Rejected alternatives\nA second index.",
    "**Note:** the former index stays for a week.", "> The vendor calls this a rolling upgrade.",
    "The change is deployed by the pipeline.", "Approved by the board on 3 March.",
    "**Approval:** given on 3 March", "**Status:** ready", "**CAB:** 3 March, item 4",
    "| Step | Status |\n|---|---|\n| Build | done |\n| Copy | blocked |",
    "### Approvals\n- [x] CAB Approval: @cab\n\nMinutes: item 4 of 3 March.",
    "The first version of this change was rejected for want of a rollback plan.",
    "The service is suspended for a minute.", "Nobody objected.", "No outage is expected.",
    "The migration may be aborted at any step.", "Duplicate rows are removed from the table.",
    "Postponed payments are booked again.", "### Impact Assessment\n- **Users affected:** none",
    "Void receipts are printed in grey.", "The gate is closed at night.",
    "It replaces CHG-2026-0003.", "The certificate expired on 1 March.",
    "~~The first idea was a cache.~~ An index is enough.", "### Testing Evidence\nBlocked: none",
  ])
  func otherTextsSayNothing(_ text: String) throws {
    let problems = doubts(try record(below: text))
    #expect(problems.isEmpty, "\(problems.map(\.kind))")
  }

  @Test(arguments: [
    "## Change Request: Cancel expired sessions", "## Change Request: Hold invoices for a day",
    "# Fix rejected uploads (API)", "## Change Request: Drop the old index - part 2",
    "## Change Request: Draft mode for posts", "## Change Request: gateway: retry failed calls",
    "## Change Request: Revoke old keys [security]", "# Suspend idle workers: first step",
  ])
  func otherTitlesSayNothing(_ title: String) throws {
    let problems = doubts(try record(title: title))
    #expect(problems.isEmpty, "\(problems.map(\.kind))")
  }

  // MARK: Keys

  @Test(arguments: [
    "approved: false", "approved: no", "approval: revoked", "approval: none", "blocked: true",
    "draft: true", "hold: true", "on_hold: yes", "wip: true", "deleted: true",
    "valid_until: 2026-06-05", "not_before: 2026-06-15T00:00Z", "replaced_by: CHG-2026-0050",
    "superseded_by: CHG-2026-0050", "cancelled_at: 2026-06-05T10:00Z", "cancelledAt: 2026-06-05",
    "change_type: Emergency", "kind: Emergency", "type_of_change: Emergency", "risk_level: High",
    "overall_risk: High", "affected_systems: [rpc-gateway]", "also_affects: rpc-gateway",
    "services: [rpc-gateway]", "impacted_services: rpc-gateway", "rejected_by: \"@cab\"",
    "approval_revoked: 2026-06-05", "expires: 2026-06-05", "embargo: 2026-06-15",
    "earliest: 2026-06-15", "duplicate_of: CHG-2026-0041", "blocked_by: CHG-2026-0043",
    "security: true", "security_review: required", "cab_decision: rejected", "is_draft: true",
    "do_not_deploy: true", "condition: CTO agrees", "requires_approval: CTO",
    "requires: approval by the CTO", "author: \"@t1\"", "assignee: \"@t1\"", "withdrawn: yes",
    "change_category: cryptographic code",
  ])
  func keysMaySayIt(_ key: String) throws {
    #expect(!doubts(try record(keys: key)).isEmpty)
  }

  @Test(arguments: [
    "tags: [a, b]", "ticket: OPS-7", "notes: as agreed", "approved: true", "approved: yes",
    "approved_by: \"@cab\"", "blocked: false", "draft: no", "hold: false", "on_hold: no",
    "cancelled: false", "change_type: Normal", "kind: refactoring", "risk_level: Low",
    "affected_systems: [docs]", "services: docs", "author: \"@dev\"", "author: \"@writer\"",
    "team: platform", "labels: [low]", "url: https://x.example/1", "pull_request: 12",
    "deployed_by: \"@ops\"", "priority: 2", "estimate: 2h", "sprint: 14", "epic: search",
    "customer: none", "change_category: application code", "reviewed_by: \"@t2\"",
    "go_live: 2026-06-10", "users_affected: none", "tests: green", "requires: terraform 1.5",
    "residual_risk: Low", "cab: 2026-03-04", "decision: approved", "assignee: \"@ops\"",
    "depends_on: CHG-2026-0003", "rollback_owner: \"@ops\"", "duration: 1h", "milestone: v2",
  ])
  func otherKeysSayNothing(_ key: String) throws {
    let problems = doubts(try record(keys: key))
    #expect(problems.isEmpty, "\(problems.map(\.kind))")
  }

  // MARK: Facts in two places

  @Test(arguments: [
    "**Category:** Cryptographic code",
    "| Field | Value |\n|---|---|\n| Category | Cryptographic code |",
    "- **Change category:** Cryptographic code", "**Security relevant:** yes",
    "- **Security relevance:** Yes, keys", "**Risk:** High", "**Change Type:** Emergency",
    "**Systems affected:** rpc-gateway", "**Requester:** @tom", "**Implementer:** @tom",
    "**Environment:** Mainnet", "**Region:** EU", "**Planned start:** 2026-03-09T15:00Z",
    "**Requested date:** 2026-01-02", "**Category:** application code, cryptographic code",
  ])
  func twoPlacesAgree(_ field: String) throws {
    let keys =
      "environment: Staging\nregion: US\nrequested: 2026-03-02T09:15Z\n"
      + "scheduled: 2026-03-09T14:00Z/2026-03-09T15:00Z"
    #expect(!doubts(try record(keys: keys, top: field)).isEmpty)
  }

  @Test(arguments: [
    "**Category:** Application code", "**Security relevant:** no",
    "**Security relevant:** No, text alone",
    "**Risk:** Low", "**Environment:** staging", "**Region:** US", "**Requester:** @dev",
    "**Planned start:** 2026-03-09T14:00Z\n**Planned end:** 2026-03-09T15:00Z",
    "**Requested date:** 2026-03-02", "**Category:** Search", "**Environment:** Staging",
  ])
  func whatAgreesIsNoProblem(_ field: String) throws {
    let keys =
      "environment: Staging\nregion: US\nrequested: 2026-03-02T09:15Z\n"
      + "scheduled: 2026-03-09T14:00Z/2026-03-09T15:00Z"
    let problems = doubts(try record(keys: keys, top: field))
    #expect(problems.isEmpty, "\(problems.map(\.kind))")
  }

  @Test func theBodyMaySayWhatSecurityIs() throws {
    let text = "---\ntype: Normal\n---\n## Change Request: A\n\n**Security relevant:** yes\n"
    #expect(try readSampleChange(text).isSecurityRelevant?.value == true)
  }
}
