import Calendar
import Chronology
import Configuration
import DeploymentGate
import Records
import SourceText
import TestSupport
import Testing

/// What the gate makes of documents that say of themselves whether they hold, of settings that mean
/// nothing and of files in odd places.
@Suite struct GatePolicyTests {
  private func register(
    _ files: [String: String], policy: String = FullPolicy.text, settings: String = ""
  ) throws -> Register {
    let sources = [FullPolicy.path: policy].merging(files) { $1 }.sorted { $0.key < $1.key }
      .map { SourceFile(path: $0.key, text: $0.value) }
    let settings = readSettings(SourceFile(path: "changebook.yml", text: settings))
    return try readRegister(SourceTree(files: sources), settings: settings, jobs: .one)
  }

  private func state(
    _ files: [String: String] = [:], policy: String = FullPolicy.text, settings: String = "",
    type: String = "Standard"
  ) throws -> Decision.State {
    let register = try register(files, policy: policy, settings: settings)
    let at = try #require(InstantText.read("2026-06-10T15:00Z", in: .utc)).instant
    return RegisterGate(register).ask(
      GateSubject(type: type, risk: "Low", systems: ["billing"]), over: Interval(start: at, end: at)
    ).state
  }

  private func labelled(_ line: String) -> String {
    FullPolicy.text.replacing("**Owner:**", with: "\(line)\n**Owner:**")
  }

  @Test func thePolicyItselfIsOpen() throws { #expect(try state() == .open) }

  @Test(arguments: [
    "**Approved:** no", "**Approval:** pending", "**Approved by:** nobody yet",
    "**Retired:** 2025-01-01", "**Superseded by:** POL-CM-002", "**Retired:** yes",
    "**Archived:** 2025-01-01", "**Revoked on:** 2025-01-01", "**In force:** no",
    "**Approved on:** TBD",
  ])
  func aDocumentThatSaysThatItDoesNotHold(_ label: String) throws {
    #expect(try state(policy: labelled(label)) == .unknown)
  }

  @Test func aVersionThatIsADraft() throws {
    let draft = FullPolicy.text.replacing("**Version:** 1.0", with: "**Version:** 1.0 (draft)")
    #expect(try state(policy: draft) == .unknown)
  }

  @Test(arguments: [
    "**Approved:** 2026-01-19", "**Approved by:** Ann Smith", "**Retired:** -", "**Retired:** no",
    "**Supersedes:** POL-CM-000", "**Replaces:** version 0.9", "**Approval:** CAB",
    "**Valid until:** 2027-01-18", "**Superseded by:** none", "**Approved:** yes",
  ])
  func aDocumentThatHolds(_ label: String) throws {
    #expect(try state(policy: labelled(label)) == .open)
  }

  @Test(arguments: [
    "DRAFT", "**DRAFT**", "Draft - do not use", "Not yet in force", "Not approved.", "For review",
    "Superseded by POL-CM-002", "Retired on 2025-01-01", "Work in progress: draft",
    "This policy is not yet approved.", "This policy takes effect on 2027-01-01.",
    "This document has been revoked.", "The policy does not apply in June.",
    "All times in this policy are Tokyo.", "All times follow the clocks of Zurich.",
  ])
  func aLineThatSaysSo(_ line: String) throws {
    for text in [line, "> \(line)"] {
      let introduced = FullPolicy.text.replacing("\n## 3.", with: "\n\(text)\n\n## 3.")
      #expect(try state(policy: introduced) == .unknown, "\(text)")
      #expect(try state(policy: FullPolicy.text + "\n\n\(text)\n") == .unknown, "\(text)")
    }
  }

  @Test(arguments: [
    "Approved.", "This policy takes effect on 2026-01-01.", "Drafts are kept in the wiki.",
    "| State | Meaning |\n|---|---|\n| Draft | Being written |\n| Superseded | Replaced |",
    "- Draft\n- In review\n- Approved", "Superseded versions are kept.",
  ])
  func aLineThatDoesNot(_ line: String) throws {
    #expect(try state(policy: FullPolicy.text + "\n\n\(line)\n") == .open)
  }

  /// A policy whose day is none that is read may not hold yet, or no more.
  @Test func aDayThatIsNone() throws {
    var random = SplitMix(seed: 811)
    let days = [
      "not yet", "after board approval", "upon approval", "TBD", "2026-01-01 to 2026-10-31",
      "2026-01-01 (planned)", "2026-01-01?", "2026-13-01", "01/02/2026", "from January on",
    ]
    let labels = ["Effective Date", "Effective", "In force since", "Valid from"]
    for day in days {
      let label = labels[random.below(labels.count)]
      let policy = FullPolicy.text.replacing(
        "**Effective Date:** 2026-01-01", with: "**\(label):** \(day)")
      #expect(try state(policy: policy) == .unknown, "\(label): \(day)")
    }
    for day in ["2026-01-01", "1 January 2026", "Jan 1, 2026", "January 2026"] {
      let policy = FullPolicy.text.replacing("Date:** 2026-01-01", with: "Date:** \(day)")
      #expect(try state(policy: policy) == .open, "\(day)")
    }
  }

  @Test(arguments: [
    ("2026-03-20", Decision.State.open), ("20 Mar 2026", .open), ("2026-03-20T12:00Z", .open),
    ("2026-03", .unknown), ("soon", .unknown), ("20.03.2026?", .unknown),
  ])
  func anIncidentThatIsOver(_ resolved: String, _ expected: Decision.State) throws {
    let incident =
      "---\nid: INC-2026-009\nsystems: [billing]\nstarted: 2026-03-20T10:00Z\n"
      + "resolved: \(resolved)\n---\n# Down\n"
    #expect(try state(["content/incidents/INC-2026-009.md": incident]) == expected)
  }

  // MARK: Files

  private static let next = FullPolicy.text.replacing("2026-01-01", with: "2026-05-01")

  @Test(arguments: [
    "content/POL-CM-001-v2.md", "content/guide/policy.md", "content/a/b/c.md", "content/policy.md",
  ])
  func aVersionElsewhere(_ path: String) throws {
    #expect(try state([path: Self.next]) == .unknown)
    // Named, one decides; a copy and an earlier version change nothing.
    #expect(try state([path: Self.next], settings: "policy: \(FullPolicy.path)\n") == .open)
    #expect(try state([path: FullPolicy.text]) == .open)
    let before = FullPolicy.text.replacing("2026-01-01", with: "2024-01-01")
    #expect(try state([path: before]) == .open)
    #expect(
      try state([path: "# Backups\n\n**Document ID:** POL-9\n**Effective:** 2026-02-01\n"]) == .open
    )
  }

  @Test(arguments: [
    "---\nname: \"[Name]\"\nfrom: YYYY-MM-DD\nto: YYYY-MM-DD\nallowed: Emergency only\n---\n",
    "---\nname:\nfrom:\nto:\nallowed:\n---\nWhy.\n",
    "---\nname: x\nfrom: \"[day]\"\nto: TBD\n---\n",
  ])
  func aTemplateOfFreezes(_ text: String) throws {
    for name in ["template", "_template", "TEMPLATE", "freeze-template"] {
      #expect(try state(["content/freezes/\(name).md": text]) == .open)
    }
    #expect(try state(["content/freezes/fair.md": text]) == .unknown)
    for day in ["2026-06-01", "June", "tomorrow"] {
      let filled = "---\nname: x\nfrom: \(day)\nto: 2026-06-30\nallowed: None\n---\n"
      #expect(try state(["content/freezes/template.md": filled]) != .open)
      #expect(try state(["content/freezes/template.md": "---\nfrom: \(day)\n---\n"]) != .open)
    }
  }

  // MARK: Settings

  @Test(arguments: [
    "tables:\n  freezes:\n    heading: Nowhere\n",
    "tables:\n  windows:\n    columns: {time: Whn}\n",
    "terms:\n  Signifcant changes: {risks: [Critical]}\n",
    "terms:\n  Monitoring-heavy chages: {risks: [Critical]}\n",
  ])
  func settingsThatMeanNothing(_ settings: String) throws {
    #expect(try state(settings: settings) == .unknown)
  }

  @Test(arguments: [
    "tables:\n  freezes:\n    heading: 8.2 Freezes\n",
    "terms:\n  Significant changes: {risks: [Critical]}\n",
    "tables:\n  windows:\n    columns: {time: Time}\n",
  ])
  func settingsThatMeanSomething(_ settings: String) throws {
    #expect(try state(settings: settings) == .open)
  }

  // MARK: Purposes

  @Test(arguments: [
    ("For Normal changes", Decision.State.open), ("Any type", .open), ("All types", .open),
    ("Low-risk Normal changes", .open), ("All except emergencies", .open),
    ("Any change but Standard", .open), ("High-risk Normal changes", .closed),
    ("All except Normal and Standard", .closed), ("For emergencies and such", .unknown),
    ("All except some", .unknown),
  ])
  func readsPurposes(_ purpose: String, _ expected: Decision.State) throws {
    let policy = FullPolicy.text.replacing("Monitoring-heavy changes", with: purpose)
    #expect(policy != FullPolicy.text)
    #expect(try state(policy: policy, type: "Normal") == expected)
  }

  @Test func aRowMayBeNamedOnly() throws {
    for name in ["Only the afternoon", "Only mornings"] {
      let policy = FullPolicy.text.replacing("| Business hours |", with: "| \(name) |")
      #expect(policy != FullPolicy.text)
      #expect(try state(policy: policy) == .open)
    }
  }
}
