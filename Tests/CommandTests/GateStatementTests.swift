import Foundation
import TestSupport
import Testing

/// What stands beside the facts of a site and may take them back: sentences, titles, keys, names and
/// remarks. One that does leaves no `open`, and what sites have as a rule leaves it as it was.
@Suite struct GateStatementTests {
  private static let systems = """
    # Systems

    | System | Owner | Depends on | Aliases |
    |--------|-------|------------|---------|
    | rpc-gateway | @rpc-lead | archive-nodes | rpc, gateway |
    | archive-nodes | @node-lead | | |
    | explorer | @explorer-lead | | |

    """
  static let people = """
    # People

    | Handle | Name | E-mail | Roles |
    |--------|------|--------|-------|
    | @rpc-reviewer | Ann Smith | ann.smith@example.com | technical |
    | @runtime-lead | Cy Miller | cy@example.com | technical |
    | @gateway-author | Bob Jones | bob@example.com | technical |
    | @gateway-oncall | Eve Stone | eve@example.com | technical |

    """
  private static let freeze = """
    ---
    name: Fair
    from: 2026-03-01T00:00Z
    to: 2026-03-05T00:00Z
    systems: [rpc-gateway]
    allowed: Emergency only
    ---
    # Fair

    The validators travel.
    """
  private static let incident = """
    ---
    id: INC-2026-003
    severity: high
    systems: [rpc-gateway]
    started: 2026-03-01T11:20Z
    resolved: 2026-03-01T14:05Z
    ---
    # Gateway down
    """

  /// Whether the gate opens for the record that is ready, on a site with both lists.
  func isOpen(
    _ record: String = GateRecordTests.ready.text, policy: String = FullPolicy.text,
    asOf: String = "2026-03-09T01:00Z", _ files: [String: String] = [:]
  ) throws -> Bool {
    var all = [
      GateRecordTests.path: record, "content/systems.md": Self.systems,
      "content/people.md": Self.people,
    ]
    for (path, text) in files { all[path] = text }
    let run = try GateSite(policy: policy, all).gate([
      "--change", "CHG-2026-0042", "--at", "2026-03-09T02:00Z", "--as-of", asOf,
    ])
    #expect([0, 1, 2].contains(run.status), "\(run.output)\(run.diagnostics)")
    return run.status == 0
  }

  private func record(keys: String = "", title: String? = nil, top: String = "", notes: String = "")
    -> String
  {
    var text = GateRecordTests.ready.text
    if !keys.isEmpty { text = text.replacing("category:", with: "\(keys)\ncategory:") }
    if let title {
      text = text.replacing("Rotate the certificates of the gateway", with: title)
    }
    if !top.isEmpty { text = text.replacing("### Summary", with: "\(top)\n\n### Summary") }
    return notes.isEmpty ? text : text + "\n### Notes\n\(notes)\n"
  }

  // MARK: Records

  private static let statements = [
    "ON HOLD until the vendor answers", "STOP", "WIP", "DRAFT", "Rolled back on 9 March.",
    "This was deployed on 9 March.", "Already done on 9 March.", "Rescheduled to 17 March.",
    "Do not run yet.", "Waiting for legal sign-off.", "Blocked: vendor has not delivered.",
    "CAB: deferred to next week.", "Stopped by the CTO.",
    "Please wait for @ann before you deploy.", "Needs re-approval after the plan changed.",
    "The CAB asked for a new rollback plan before this may run.", "Not needed any more.",
    "Moved to April.", "Not ready.", "Pending a decision of the CTO.", "We wait for the vendor.",
    "Went live on 9 March.", "On ice.", "Hold.", "Halted after the incident.",
    "Do not proceed before legal agrees.", "The CAB said no.", "The CAB voted against.",
    "We decided against it.", "Not final.", "Draft only.", "Not to be done before 1 December.",
    "Now planned for 2 December.", "See CHG-2026-0050 instead.", "- [ ] Ready to deploy",
    "- [ ] CAB approved", "**Risk:** High",
  ]
  private static let otherSentences = [
    "We rotate the certificates twice a year.", "The vendor asked for it.",
    "Deployed by the release pipeline, one region after the other.",
    "Done by the on-call engineer.", "Blocked requests are logged.",
    "Certificates that expired in March were replaced on 2 March.",
    "The old certificate stays valid until April.", "No downtime is expected.",
    "Requests wait for at most a second while the gateway reloads.",
    "Customers were informed on 4 March.", "Staging was deployed on 5 March.",
    "Please read the runbook before the deployment.",
    "The last rotation was rolled back on 9 January; the cause is mended.",
    "Follow-up of CHG-2025-0912, which failed.", "Hold the pager during the change.",
    "If the health check fails, stop and roll back.", "Before we deploy we drain the node.",
    "Legal has signed off.", "Ready to go.", "Approved by the CAB on 6 March.",
    "The reload takes a minute and is done twice.", "- [ ] Drain the node", "- [x] CAB approved",
    "**Systems:** rpc-gateway", "See the runbook for the steps.",
    "The next rotation is planned for 2 December.", "❌ the old way, ✅ the new one",
  ]

  @Test func sentencesBesideTheSections() throws {
    for sentence in Self.statements {
      #expect(!(try isOpen(record(top: sentence))), "\(sentence)")
      #expect(!(try isOpen(record(notes: sentence))), "\(sentence)")
    }
    for sentence in Self.otherSentences {
      #expect(try isOpen(record(top: sentence)), "\(sentence)")
      #expect(try isOpen(record(notes: sentence)), "\(sentence)")
    }
  }

  @Test func titles() throws {
    for title in [
      "[HOLD] Rotate", "[DONE] Rotate", "Rotate (done)", "OBSOLETE Rotate", "Rotate (rescheduled)",
      "Rotate (template)", "HOLD: Rotate", "Rotate - on hold", "Rotate [blocked]", "(WIP) Rotate",
      "STOP Rotate", "Rotate DONE", "Rotate (waiting for the vendor)", "Rotate (already deployed)",
      "Rotate (not before December)", "Rotate (needs CAB)", "Rotate (dup of CHG-2026-0041)",
      "Rotate the certificates, was rejected", "Not yet: rotate", "Test record, do not use",
      "⛔ Rotate", "🚫 Rotate", "⏸ Rotate", "Rotate ❌",
    ] {
      #expect(!(try isOpen(record(title: title))), "\(title)")
    }
    for title in [
      "[rpc] Rotate", "Rotate (phase 2)", "Rotate (second attempt)", "Rotate the DNS zone",
      "Stop the old gateway", "Remove blocked users", "Enable hold music", "Rotate (eu-west)",
      "Replace obsolete certificates", "HSM: rotate", "Deploy v2 (stable)",
      "Roll out TLS 1.3 (all nodes)", "🚀 Rotate", "⚠️ Rotate", "Rotate, drain and reload",
      "Drain, stop, upgrade", "Red/black rotation 🔴", "Drain, cancelled sessions first, reload",
    ] {
      #expect(try isOpen(record(title: title)), "\(title)")
    }
  }

  @Test func keysOfARecord() throws {
    for key in [
      "labels: [on-hold]", "labels: [do-not-deploy]", "tags: [blocked]", "tags: [wip]",
      "note: postponed to April", "comment: \"do not run\"", "missing_approvals: [\"@ciso\"]",
      "approvals_pending: 1", "needs: CTO approval", "reviewed: false", "ready: false",
      "lifecycle: retired", "after: 2026-03-17", "created_by: \"@rpc-reviewer\"",
      "pair: \"@rpc-reviewer\"", "signed_off: no", "go_live: 2026-03-17",
      "approver_missing: \"@ciso\"", "labels: \"on hold, rpc\"",
    ] {
      #expect(!(try isOpen(record(keys: key))), "\(key)")
    }
    for key in [
      "labels: [rpc, certificates]", "tags: [security]", "note: see the runbook",
      "comment: second attempt", "reviewers: [\"@rpc-reviewer\"]", "ready: true", "sprint: 12",
      "ticket: OPS-7", "cc: [\"@rpc-reviewer\"]", "created: 2026-03-01", "docs: done",
      "reviewed: true", "created_by: \"@gateway-author\"", "approver: \"@rpc-reviewer\"",
      "after_deploy: check the dashboard", "duration: 1h", "backup: done", "epic: hold music",
      "go_live: 2026-03-09", "template: standard-rotation", "wait: 30m", "cab_required: no",
    ] {
      #expect(try isOpen(record(keys: key)), "\(key)")
    }
  }

  @Test func boxesAndApprovers() throws {
    func boxes(_ line: String) -> String {
      GateRecordTests.ready.without("type").replacing(with: "### Type\n\(line)").text
    }
    #expect(try isOpen(boxes("[ ] Standard  [x] Normal  [ ] Emergency")))
    for line in [
      "[ ] Standard  ~~[x] Normal~~  [ ] Emergency", "[ ] Standard  [x] Normal?  [ ] Emergency",
      "[ ] Standard  [x] ~~Normal~~", "- [ ] Standard\n- [x] ~~Normal~~",
    ] {
      #expect(!(try isOpen(boxes(line))), "\(line)")
    }
    func by(_ name: String) -> String {
      GateRecordTests.ready.text.replacing("\"@rpc-reviewer\"", with: "\"\(name)\"")
    }
    for name in [
      "@rpc-reviewer: unanimously against", "@rpc-reviewer 0/5", "@rpc-reviewer: 2 of 5",
      "@rpc-reviewer: for December", "on behalf of @rpc-reviewer", "idem", "Ann Smith / Cy Miller",
      "vacant",
    ] {
      #expect(!(try isOpen(by(name))), "\(name)")
    }
    for name in ["Ann Smith / SRE", "Ann Smith (SRE)", "Ann Smith"] {
      #expect(try isOpen(by(name)), "\(name)")
    }
    for name in ["Will Pending", "Mark Draft", "Bob Holiday"] {
      let people = Self.people.replacing("Ann Smith", with: name)
      #expect(try isOpen(by(name), ["content/people.md": people]), "\(name)")
    }
    let herder = Self.people.replacing("@rpc-reviewer", with: "@bot-herder")
    #expect(try isOpen(by("@bot-herder"), ["content/people.md": herder]))
    // An approval of tomorrow may never come.
    #expect(!(try isOpen(asOf: "2026-03-05T00:00Z")))
  }

  @Test func systemsOfARecord() throws {
    let other = Self.freeze.replacing("rpc-gateway", with: "explorer")
      .replacing("03-05", with: "03-15")
    func isOpenBeside(_ lines: String) throws -> Bool {
      let record = GateRecordTests.ready.replacing(
        with: "### Impact Assessment\n\(lines)\n- **Users affected:** none")
      return try isOpen(record.text, ["content/freezes/fair.md": other])
    }
    for lines in [
      "- **Systems affected:** rpc-gateway\n- explorer",
      "- **Systems affected:**\n  - rpc-gateway\n- explorer",
      "- **Systems affected:** rpc-gateway and its database",
      "- **Systems affected:** rpc-gateway plus two more",
      "- **Systems affected:** rpc-gateway plus explorer",
      "- **Systems affected:** rpc-gateway\n\n### Notes\n**Systems:** explorer",
    ] {
      #expect(!(try isOpenBeside(lines)), "\(lines)")
    }
    for lines in [
      "- **Systems affected:** rpc-gateway", "- **Systems affected:** rpc-gateway (all six nodes)",
      "- **Systems affected:** the gateway", "- **Systems affected:** rpc-gateway only",
      "- **Systems affected:** rpc-gateway, in both regions",
      "- **Systems affected:** rpc-gateway nodes in eu-west and us-east",
    ] {
      #expect(try isOpenBeside(lines), "\(lines)")
    }
  }

  // MARK: Freezes and incidents

  private func isOpen(incident key: String) throws -> Bool {
    let text = Self.incident.replacing("severity: high", with: "severity: high\n\(key)")
    return try isOpen(["content/incidents/INC-2026-003.md": text])
  }

  private func isOpen(_ files: [String: String]) throws -> Bool {
    try isOpen(GateRecordTests.ready.text, files)
  }

  @Test func incidentsThatMayGoOn() throws {
    for key in [
      "status: open", "state: monitoring", "active: true", "ongoing: true", "fixed: false",
      "recurred: 2026-03-08", "resolved_finally: 2026-03-08T10:00Z", "note: came back on 8 March",
      "status: in progress", "is_open: yes", "tags: [open]", "resolution: partial",
      "resolution: none yet", "note: still ongoing",
    ] {
      #expect(!(try isOpen(incident: key)), "\(key)")
    }
    for key in [
      "status: closed", "status: resolved", "priority: P1", "postmortem: done",
      "review: 2026-03-20", "tags: [network, rpc]", "note: the vendor replaced a card",
      "fixed: true", "detected: 2026-03-01T11:25Z", "root_cause: an expired certificate",
      "follow_up: 2026-04-01", "closed: 2026-03-03", "status: post-mortem published",
      "active: false", "resolution: fixed by a new card", "resolution: complete",
    ] {
      #expect(try isOpen(incident: key), "\(key)")
    }
  }

  @Test func textsOfAFreeze() throws {
    func isOpen(_ text: String) throws -> Bool {
      try self.isOpen(["content/freezes/fair.md": Self.freeze + "\n\n\(text)\n"])
    }
    for text in [
      "It was extended to 14 March.", "The freeze now lasts until 2026-03-12.", "It goes on.",
    ] {
      #expect(!(try isOpen(text)), "\(text)")
    }
    for text in [
      "It was declared on 20 February.", "It lasts until 4 March.", "Questions go to @ops-lead.",
      "The next fair is in May.",
    ] {
      #expect(try isOpen(text), "\(text)")
    }
    let other = Self.freeze.replacing("[rpc-gateway]", with: "[explorer]")
      .replacing("03-05", with: "03-15")
    #expect(try self.isOpen(["content/freezes/fair.md": other]))
    #expect(
      !(try self.isOpen(["content/freezes/fair.md": other + "\nIt also covers rpc-gateway.\n"])))
  }

  @Test func freezesThatMayGoOn() throws {
    func isOpen(_ key: String, name: String = "Fair", file: String = "fair") throws -> Bool {
      let text = Self.freeze.replacing("name: Fair", with: "name: \(name)\n\(key)")
      return try self.isOpen(["content/freezes/\(file).md": text])
    }
    for key in [
      "status: active", "active: true", "note: goes on", "tags: [extended]", "ext: 3d",
      "plus: 3 days", "state: open", "comment: still on", "over: false",
      "notes: prolonged through the 27th", "indefinite: true", "renewed: true",
    ] {
      #expect(!(try isOpen(key)), "\(key)")
    }
    for key in [
      "status: over", "status: lifted", "active: false", "note: the validators travel",
      "tags: [fair, validators]", "contact: \"@ops-lead\"", "reason: fair",
      "announced: 2026-02-20", "status: ended", "priority: 2",
    ] {
      #expect(try isOpen(key), "\(key)")
    }
    #expect(!(try isOpen("owner: ops", name: "Fair, 1-12 March")))
    #expect(!(try isOpen("owner: ops", file: "2026-03-01-to-2026-03-12")))
    #expect(try isOpen("owner: ops", name: "Fair, 1-4 March"))
    #expect(try isOpen("owner: ops", name: "Fair 2026", file: "2026-03-01"))
  }

  /// Two files put into one, whatever stands between them.
  @Test func aSecondFrontMatterIsSeen() throws {
    var random = SplitMix(seed: 97)
    let over = Self.freeze.replacing("2026-03", with: "2026-01")
    let now = Self.freeze.replacing("03-05", with: "03-15")
    for _ in 0..<30 {
      let ends = ["", "\n", "\n\n", "\ntext\n", "\n\n- a list\n", "\r\n", "\n> quoted\n", "  \n"]
      let glued = over + ends[random.below(ends.count)] + now
      #expect(!(try isOpen(["content/freezes/a.md": glued])), "\(glued)")
    }
    let past = Self.incident.replacing("2026-03", with: "2026-01")
    let open = Self.incident.replacing("003", with: "004").replacing("03-01", with: "03-08")
    #expect(!(try isOpen(["content/incidents/INC-2026-003.md": past + "\ntext\n" + open])))
    // A heading that is underlined is none.
    let headed = over + "\n\nSource\n---\nA mail.\n\n---\n\nnames: three\n"
    #expect(try isOpen(["content/freezes/a.md": headed]))
  }

  @Test func foldersThatAreNearlyTheContent() throws {
    let now = Self.freeze.replacing("03-05", with: "03-15")
    for path in [
      "content/freezes.md/a.md", "Content/freezes/a.md", "CONTENT/freezes/a.md", "freezes/a.md",
      "freezes/a.yaml",
    ] {
      let text = path.hasSuffix("yaml") ? "from: 2026-03-01\nto: 2026-03-15\n" : now
      #expect(!(try isOpen([path: text])), "\(path)")
    }
  }

  // MARK: Lists

  @Test func rowsOfPeople() throws {
    for name in [
      "vacant", "N.N.", "Shared account", "Ann Smith and Cy Miller", "Ann Smith / Bob Jones", "TBD",
      "nobody", "(vacant)",
    ] {
      let people = Self.people.replacing("Ann Smith", with: name)
      #expect(!(try isOpen(["content/people.md": people])), "\(name)")
    }
    func column(_ head: String, _ cell: String) throws -> Bool {
      let lines = Self.people.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        switch line {
        case let line where line.hasPrefix("| Handle"): "\(line) \(head) |"
        case let line where line.hasPrefix("|--"): "\(line)---|"
        case let line where line.hasPrefix("| @rpc-reviewer"): "\(line) \(cell) |"
        case let line where line.hasPrefix("|"): "\(line) |"
        default: String(line)
        }
      }
      return try isOpen(["content/people.md": lines.joined(separator: "\n")])
    }
    for (head, cell) in [
      ("Account", "disabled"), ("Remarks", "no longer with us"), ("Area", "explorer only"),
      ("For", "explorer"), ("Level", "Low risk only"), ("Kind", "group"),
      ("Team", "explorer only"), ("Comment", "only for Standard changes"),
      ("Notes", "deactivated"), ("Type", "team"),
    ] {
      #expect(!(try column(head, cell)), "\(head): \(cell)")
    }
    for (head, cell) in [
      ("Account", "ann"), ("Remarks", "since the beginning"), ("Area", "Payments"),
      ("Level", "Senior"), ("Kind", "person"), ("Team", "RPC"), ("Comment", "prefers mail"),
      ("Location", "Berlin"), ("Phone", "+49 30 1234"), ("Type", "employee"),
      ("Team", "explorer"), ("Notes", "works only in the mornings"),
    ] {
      #expect(try column(head, cell), "\(head): \(cell)")
    }
    let beside = Self.people + "\nSystems that were retired stay on the list.\n"
    #expect(try isOpen(["content/people.md": beside]))
  }

  /// A list of people under a name that is nearly its own.
  @Test func misnamedListsOfPeople() throws {
    for name in ["person", "persons", "People", "peoples", "peple"] {
      #expect(!(try isOpen(["content/\(name).md": Self.people])), "\(name)")
    }
    for name in ["personal-data", "popular", "team-events"] {
      #expect(try isOpen(["content/\(name).md": "# Page\n\nText.\n"]), "\(name)")
    }
  }

  /// A version of the policy counts only in its folder: elsewhere it leaves no answer, also among records
  /// and in the folder of a list.
  @Test func versionsOfThePolicyInOtherFolders() throws {
    let later = FullPolicy.text.replacing("2026-01-01", with: "2026-03-01")
      .replacing("**Version:** 1.0", with: "**Version:** 2.0")
    for folder in [
      "changes", "changes/2026", "changes/2026/03", "people", "systems", "guide", "holidays",
      "reports",
      "incidents", "freezes",
    ] {
      #expect(!(try isOpen(["content/\(folder)/POL-2.md": later])), "\(folder)")
    }
    for folder in ["changes", "guide", "reports"] {
      #expect(
        try isOpen([
          "content/\(folder)/POL-2.md":
            "---\nid: CHG-2025-0001\ntype: Normal\n---\n# A\n\n**Effective:** now\n"
        ]), "\(folder)")
    }
  }

  /// Lists of holidays outside their folder.
  @Test func misplacedHolidays() throws {
    let days = "# Holidays\n\n- 2026-03-09 Feast\n"
    let calendar = "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
    for (path, text) in [
      ("Holidays/uk.md", days), ("holiday/uk.md", days), ("holidays.md", days),
      ("Holidays.md", days),
      ("holidays.ics", calendar), ("holiday.ics", calendar), ("holidays.csv", "2026-03-09\n"),
      ("holidays/.uk.ics", calendar), ("holidays/.uk.md", days),
    ] {
      #expect(!(try isOpen(["content/\(path)": text])), "\(path)")
    }
    for (path, text) in [
      ("holidays.md", "# Holidays\n\nThey are listed by country.\n"), ("holidays/.gitkeep", ""),
      ("holidays/.DS_Store", "x"), ("guide/holidays.md", days), ("holiday-rota.md", days),
    ] {
      #expect(try isOpen(["content/\(path)": text]), "\(path)")
    }
  }

  @Test func textsBesideTheSystems() throws {
    func isOpen(_ sentence: String, above: Bool) throws -> Bool {
      let text =
        above
        ? Self.systems.replacing("# Systems\n", with: "# Systems\n\n\(sentence)\n")
        : Self.systems + "\n\(sentence)\n"
      return try self.isOpen(["content/systems.md": text])
    }
    for above in [true, false] {
      for sentence in [
        "A freeze of explorer holds for rpc-gateway too.", "explorer = rpc-gateway",
        "rpc-gateway was renamed explorer.", "This list is incomplete.",
        "Out of date, see the CMDB.", "explorer is also called rpc-gateway.",
        "The list below is a draft.",
      ] {
        #expect(!(try isOpen(sentence, above: above)), "\(sentence)")
      }
      for sentence in [
        "The rpc-gateway serves all public traffic.", "rpc-gateway reads from archive-nodes.",
        "Ask @ops-lead to add a system.", "Systems that were retired stay on the list.",
        "This list is reviewed every quarter.", "The list is complete.",
        "rpc-gateway, archive-nodes and explorer are run in two regions.",
      ] {
        #expect(try isOpen(sentence, above: above), "\(sentence)")
      }
    }
  }
}
