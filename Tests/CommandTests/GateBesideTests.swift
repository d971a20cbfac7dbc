import TestSupport
import Testing

/// What stands in a freeze, an incident or the list of people beside what they are read by, and may say
/// that it goes on, holds for more, or does not hold. Each kind varied, and its harmless neighbours.
@Suite struct GateBesideTests {
  private static let systems = """
    # Systems

    | System | Owner | Depends on |
    |--------|-------|------------|
    | rpc-gateway | @rpc-lead | |
    | explorer | @explorer-lead | |
    | archive-nodes | @node-lead | |

    """

  /// At 2026-03-09 02:00 UTC, a Monday in the low-traffic window.
  private func isOpen(_ files: [String: String]) throws -> Bool {
    var all = [
      GateRecordTests.path: GateRecordTests.ready.text, "content/systems.md": Self.systems,
    ]
    for (path, text) in files { all[path] = text }
    let run = try GateSite(all).gate([
      "--change", "CHG-2026-0042", "--at", "2026-03-09T02:00Z", "--as-of", "2026-03-09T01:00Z",
    ])
    #expect([0, 1, 2].contains(run.status), "\(run.output)\(run.diagnostics)")
    return run.status == 0
  }

  private func freeze(
    system: String, to: String, keys: String = "", text: String = ""
  ) -> [String: String] {
    [
      "content/freezes/fair.md": """
      ---
      name: Fair
      from: 2026-03-01T00:00Z
      to: \(to)T00:00Z
      systems: [\(system)]
      \(keys.isEmpty ? "allowed: Emergency only" : "allowed: Emergency only\n\(keys)")
      ---
      # Fair

      \(text)
      """
    ]
  }

  // MARK: Later ends

  /// Days after the end, as people write them.
  private static let later = ["12 March", "2026-03-12", "March 12, 2026", "12.03.2026"]

  @Test func keysOfAFreezeThatIsOver() throws {
    func isOpen(_ key: String) throws -> Bool {
      try self.isOpen(freeze(system: "rpc-gateway", to: "2026-03-05", keys: key))
    }
    var random = SplitMix(seed: 41)
    for name in ["also", "also_on", "second_day", "fair_day", "last_day", "x"] {
      let day = Self.later[random.below(Self.later.count)]
      #expect(!(try isOpen("\(name): \"\(day)\"")), "\(name): \(day)")
    }
    for name in ["hypercare", "delay", "postponed", "extended_by", "stabilisation"] {
      let length = ["3d", "3 days", "PT12H", "1 week"][random.below(4)]
      #expect(!(try isOpen("\(name): \(length)")), "\(name): \(length)")
    }
    for remark in [
      "Fair 1-12 March", "end is now 12 March", "still in force",
      "prolonged by the board", "not lifted yet", "two more days", "continues",
    ] {
      let name = ["note", "comment", "description", "reason", "changed"][random.below(5)]
      #expect(!(try isOpen("\(name): \(remark)")), "\(name): \(remark)")
    }
    for key in [
      "to_inclusive: true", "in_force: true", "lifted: 2026-03-12", "lifted: false",
      "declared: {by: \"@ops, extended to 12 March\"}",
    ] {
      #expect(!(try isOpen(key)), "\(key)")
    }
    for key in [
      "lifted: 2026-03-05", "lifted: true", "ended: 2026-03-04", "last_modified: 2026-03-06",
      "postmortem: 2026-03-08", "updated: 2026-03-06", "reviewed: 2026-03-08",
      "next_review: 2026-09-01", "notice: 5 days", "duration: 4 days", "version: 2",
      "reason: Fair 1-4 March", "notes: lifted as planned", "note: was not extended",
      "comment: may be extended by the board", "description: Hotfixes were still allowed",
      "link: \"https://example.com/2026/03/12\"", "fair_day: 2026-03-03",
      "note: moved from 5 to 4 March - 2 days shorter than last year",
      "note: planned - as in 2025 - by the board", "last_day: 2026-03-04",
    ] {
      #expect(try isOpen(key), "\(key)")
    }
  }

  @Test func textsOfAFreezeThatIsOver() throws {
    func isOpen(_ text: String) throws -> Bool {
      try self.isOpen(freeze(system: "rpc-gateway", to: "2026-03-05", text: text))
    }
    for day in Self.later {
      for text in [
        "| Field | Value |\n|---|---|\n| To | \(day) |", "**To:** \(day)", "- **Ends:** \(day)",
        "\(day)", "It was extended to \(day).",
      ] {
        #expect(!(try isOpen(text)), "\(text)")
      }
    }
    for text in [
      "It was prolonged until Friday.", "1-12 March", "Two more days were added.",
      "Prolonged by the board.", "Still in force.", "It is not lifted yet.", "**Status:** active",
    ] {
      #expect(!(try isOpen(text)), "\(text)")
    }
    for text in [
      "It ended as planned on 5 March.", "Lifted on 5 March by @ops-lead.", "1-4 March",
      "A retrospective is planned for 12 March.", "Retro on 2026-03-09.",
      "The freeze may be extended by the board.", "It was not extended.", "**Status:** over",
      "Hotfixes are still allowed.", "**Announced:** 2026-02-20", "**To:** 2026-03-04",
      "**Review:** 2026-04-01", "The stand was extended with a second table.",
    ] {
      #expect(try isOpen(text), "\(text)")
    }
  }

  private func incident(keys: String = "severity: high", text: String = "") -> [String: String] {
    [
      "content/incidents/INC-2026-003.md": """
      ---
      id: INC-2026-003
      systems: [rpc-gateway]
      started: 2026-03-01T11:20Z
      resolved: 2026-03-01T14:05Z
      \(keys)
      ---
      # Gateway down

      \(text)
      """
    ]
  }

  @Test func incidentsThatAreOver() throws {
    for key in [
      "second_outage: 2026-03-08", "aftershock: 2026-03-08", "final_resolution: 2026-03-08T14:05Z",
      "note: reopened", "notes: still going on", "freeze: 96 hours", "note: recurring",
    ] {
      #expect(!(try isOpen(incident(keys: key))), "\(key)")
    }
    for key in [
      "postmortem: 2026-03-08", "reported: 2026-03-02", "follow_up: 2026-04-01",
      "permanent_fix: 2026-03-20", "time_to_detect: 5m", "retention: 90 days",
      "customers_informed: 2026-03-05", "note: reported by a partner", "closed: 2026-03-03",
    ] {
      #expect(try isOpen(incident(keys: key)), "\(key)")
    }
    for text in [
      "**Resolved:** 2026-03-08T14:05Z",
      "| Field | Value |\n|---|---|\n| Resolved | 8 March 2026 |",
      "Finally resolved on 8 March 14:05 UTC.", "The freeze is extended to 12 March.",
      "**Status:** open", "Not resolved.", "It is not resolved yet.", "It came back on 8 March.",
      "Service was restored on 8 March.",
    ] {
      #expect(!(try isOpen(incident(text: text))), "\(text)")
    }
    for text in [
      "**Resolved:** 2026-03-01T14:05Z", "**Status:** resolved", "**Duration:** 2h 45m",
      "It was not resolved by the restart.", "The error came back at 12:40.",
      "The incident was resolved on 1 March; the report is due on 20 March.",
      "The post-mortem is held on 10 March.", "A permanent fix was rolled out on 7 March.",
      "**Detected:** 2026-03-01T11:25Z", "We keep the extra logs until 20 March.",
      "| Time | What |\n|---|---|\n| 12:40 | It came back |\n| 14:05 | Resolved |",
    ] {
      #expect(try isOpen(incident(text: text)), "\(text)")
    }
  }

  // MARK: Other systems

  @Test func freezesOfOtherSystems() throws {
    func isOpen(keys: String = "", text: String = "") throws -> Bool {
      try self.isOpen(freeze(system: "explorer", to: "2026-03-15", keys: keys, text: text))
    }
    for key in ["for", "where", "and", "extra", "what", "x"] {
      #expect(!(try isOpen(keys: "\(key): rpc-gateway")), "\(key)")
    }
    for key in [
      "global: true", "all: true", "includes_dependents: true", "transitive: true",
      "notes: covers rpc-gateway too", "description: Freeze of explorer and rpc-gateway",
      "notes: all systems",
    ] {
      #expect(!(try isOpen(keys: key)), "\(key)")
    }
    for key in [
      "global: false", "notes: see the runbook", "owner: rpc-gateway", "tags: [rpc-gateway]",
      "for: Fair", "not: rpc-gateway", "reason: move of the explorer", "x: explorer",
    ] {
      #expect(try isOpen(keys: key), "\(key)")
    }
    for label in ["Systems", "**Systems**", "- **Affected systems**", "Applies to", "Scope"] {
      for value in ["explorer, rpc-gateway", "rpc-gateway", "all", "All systems"] {
        #expect(!(try isOpen(text: "\(label): \(value)")), "\(label): \(value)")
      }
      #expect(try isOpen(text: "\(label): explorer"), "\(label)")
    }
    for text in [
      "- explorer\n- rpc-gateway", "| System | Why |\n|---|---|\n| rpc-gateway | shared |",
      "All systems are frozen.", "And whatever depends on it.", "No changes to any system.",
      "explorer, rpc-gateway", "Everything is frozen.", "It also covers rpc-gateway.",
    ] {
      #expect(!(try isOpen(text: text)), "\(text)")
    }
    for text in [
      "- explorer", "All systems are monitored.", "All other systems may be changed.",
      "Not affected: rpc-gateway", "The explorer reads from rpc-gateway.",
      "Everything else goes on as usual.", "Explorer depends on archive-nodes.",
    ] {
      #expect(try isOpen(text: text), "\(text)")
    }
  }

  // MARK: People

  private static let people = """
    # People

    | Handle | Name | E-mail | Roles |
    |--------|------|--------|-------|
    | @rpc-reviewer | Ann Smith | | technical |
    | @runtime-lead | Cy Miller | cy@example.com | technical |
    | @gateway-author | Bob Jones | bob@example.com | |
    | @gateway-oncall | Eve Stone | eve@example.com | |

    """

  private func isOpen(people: String) throws -> Bool {
    try isOpen(["content/people.md": people])
  }

  @Test func twoPeopleInOneRow() throws {
    for name in [
      "Ann Smith & Dan Roe", "Ann Smith + Dan Roe", "Ann Smith, Dan Roe", "Ann Smith<br>Dan Roe",
      "Ann Smith (with Dan Roe)", "Ann Smith aka Bob Jones", "Ann Smith (Bob Jones)",
      "Ann Smith (aka Bob Jones)",
    ] {
      let people = Self.people.replacing("Ann Smith", with: name)
      #expect(!(try isOpen(people: people)), "\(name)")
    }
    for name in [
      "Smith, Ann", "Ann Smith (SRE)", "Ann Smith, Site Reliability Engineer", "Ann Smith, PhD",
      "Ann Smith (née Roe)", "Ann Smith (Ann Roe)", "April May", "Smith, June", "Jan van der Berg",
    ] {
      let people = Self.people.replacing("Ann Smith", with: name)
      #expect(try isOpen(people: people), "\(name)")
    }
    for (head, cell) in [("Alias", "Bob Jones"), ("Status", "x"), ("Human", "✗")] {
      let people = Self.people.replacing("Roles |", with: "Roles | \(head) |")
        .replacing("-------|\n", with: "-------|---|\n")
        .replacing("| | technical |\n", with: "| | technical | \(cell) |\n")
        .replacing(".com | technical |", with: ".com | technical | |")
        .replacing(".com | |", with: ".com | | |")
      #expect(!(try isOpen(people: people)), "\(head): \(cell)")
    }
  }

  @Test func listsOfPeopleThatDoNotHold() throws {
    for line in [
      "## Not approvers", "Not in force.", "In force from 1 July 2026.", "Valid from 2026-07-01",
      "Do not use.", "These people may no longer approve changes.",
      "Technical approvers are suspended.", "The approvers below are suspended.",
    ] {
      let people = Self.people.replacing("# People\n", with: "# People\n\n\(line)\n")
      #expect(!(try isOpen(people: people)), "\(line)")
    }
    for line in [
      "## Approvers", "In force.", "Valid since 2026-01-01.", "People who left are taken out.",
      "We do not use shared accounts.", "Approvers who are suspended are taken out of it.",
      "These people may approve changes.", "Approvers are named by the CTO.",
    ] {
      let people = Self.people.replacing("# People\n", with: "# People\n\n\(line)\n")
      #expect(try isOpen(people: people), "\(line)")
    }
    for name in ["person", "persons", "Person"] {
      #expect(!(try isOpen(["content/\(name).md": Self.people])), "\(name)")
    }
    #expect(try isOpen(["content/personas.md": "# Personas\n\nWho uses the site.\n"]))
  }
}
