import Chronology
import Records
import SourceText
import TestSupport
import Testing

/// Where no list says which systems there are, words for a kind of systems may be any; and keys of a
/// freeze that may say more than the known ones leave a doubt.
@Suite struct FreezeKeyTests {
  private func freeze(systems: String = "web", _ line: String = "owner: \"@ann\"") -> DeclaredFreeze
  {
    readFreeze(
      SourceFile(
        path: "content/freezes/f.md",
        text: "---\nname: F\nfrom: 2026-06-01T00:00Z\nto: 2026-06-10T00:00Z\nsystems: \(systems)\n"
          + "allowed: Emergency only\n\(line)\n---\n"), zone: .utc)
  }

  private func doubts(_ freeze: DeclaredFreeze) -> [ReadingProblem] {
    freeze.problems.filter {
      if case .keyNotRead = $0.kind { false } else { true }
    }
  }

  @Test(arguments: [
    "false", "true", "no", "yes", "tier 1", "tier 2 and 3", "critical", "High", "high priority",
    "\"Criticality: High\"", "backend", "frontend", "external", "internal services",
    "rpc-gateway + dependencies", "web + api", "ring 2", "level 3", "customer facing", "legacy",
    "critical systems", "\"tier: 1\"", "[web, tier 1]", "shared services", "on",
  ])
  func wordsForKindsOfSystemsMayBeAny(_ systems: String) {
    #expect(freeze(systems: systems).hasUnknownSystems)
  }

  @Test(arguments: [
    "web", "rpc-gateway", "node-1", "[web, api]", "web and api", "search index", "payments-backend",
    "highscore", "tier1-cache", "explorer2", "internal-wiki", "edge-proxy", "key vault", "S3",
    "c++",
  ])
  func namesOfSystemsAreNone(_ systems: String) {
    #expect(!freeze(systems: systems).hasUnknownSystems)
  }

  @Test func listedNamesAreNames() {
    let list = readSystemDirectory([
      SourceFile(path: "content/systems.md", text: "| System |\n|---|\n| backend |\n| tier 1 |\n")
    ])
    for name in ["backend", "tier 1"] {
      let found = readFreeze(
        SourceFile(
          path: "content/freezes/f.md",
          text: "---\nfrom: 2026-06-01T00:00Z\nto: 2026-06-10T00:00Z\nsystems: \(name)\n---\n"),
        zone: .utc, systems: list)
      #expect(!found.hasUnknownSystems, "\(name)")
    }
  }

  @Test(arguments: [
    "additional: explorer", "plus: [explorer]", "teams: [explorer]", "also: api",
    "alsoAffected: api", "other_systems: api", "denied: Normal", "not_allowed: Low risk",
    "types: [Standard]", "max_risk: none", "requires: CTO", "approval: CTO",
    "condition: CTO agrees", "limit: 1 a day", "max_changes: 2", "disallowed: Normal",
    "allowed_types: [Standard]", "permitted: none", "only: Emergency", "risk: low",
    "stops: everything", "conditions: none but the CTO", "maximum_risk: Low", "denies: all",
    "tz: America/New_York", "timezone: CET", "time_zone: somewhere",
  ])
  func keysMayHoldBackMore(_ line: String) {
    #expect(!doubts(freeze(line)).isEmpty)
  }

  @Test(arguments: [
    "frequency: daily", "cooldown: 2 days", "buffer: 24h", "notes: extended to 2026-06-12",
    "update: now until Friday", "comment: extended until further notice", "grace_period: 1 day",
    "interval: weekly", "notes: prolonged to 12 June", "cool_down: 1h",
  ])
  func keysMayHoldBackForLonger(_ line: String) {
    #expect(freeze(line).certainSpan == nil)
  }

  @Test(arguments: [
    "zone: UTC", "owner: \"@ann\"", "ticket: OPS-7", "tags: [a, b]", "notes: as every year",
    "team: platform",
    "approval: OPS-12", "approval: 2026-05-02", "approved_by: \"@cto\"", "approved: yes",
    "type: holiday", "kind: seasonal", "contact: \"@ann\"", "reason: the summit",
    "notes: agreed until then", "color: blue", "url: https://x.example/2026", "priority: 1",
    "notes: mail of 2026-05-01", "announced: 2026-05-03", "channel: general", "audience: all",
    "impact: none", "calendar: ops", "communication: mail", "reviewed_by: \"@bob\"",
    "notes: extended list of guests", "author: \"@ann\"", "version: 2", "source: board",
  ])
  func otherKeysSayNothing(_ line: String) {
    let found = freeze(line)
    #expect(doubts(found).isEmpty, "\(doubts(found).map(\.kind))")
    #expect(found.certainSpan != nil)
  }
}
