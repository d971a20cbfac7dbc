import Calendar
import Chronology
import DeploymentGate
import Foundation
import SourceText
import TestSupport
import Testing

/// What stands in a record, beside it or in a file next to it, and was not looked at: headings at any depth,
/// boxes of other facts, keys by which a change is held, and files that nobody has settled. None of it leaves
/// an answer of `open`, and what decides nothing leaves it as it was.
@Suite struct UnheardWordsTests {
  private static let path = "content/changes/CHG-2026-0042.md"
  private static let ready = SampleRecords.normal.without(
    "started", "deployed", "outcome", "closed"
  ).text

  private func state(
    _ record: String = ready, policy: String = FullPolicy.text, _ files: [String: String] = [:]
  ) throws -> Decision.State {
    let folder = try TemporaryFolder()
    try folder.write(policy, to: FullPolicy.path)
    try folder.write(record, to: Self.path)
    for (path, text) in files { try folder.write(text, to: path) }
    let start = try #require(InstantText.read("2026-03-09T02:00Z", in: .utc)).instant
    return GateCall(
      root: folder.url.path, asOf: start + -3600, start: start, seconds: nil,
      record: .id("CHG-2026-0042"), jobs: .one, program: "test", revision: nil
    ).answer().report.state
  }

  @Test func theRecordItselfIsOpen() throws { #expect(try state() == .open) }

  // MARK: Headings

  private struct Nested {
    let text: String
    let decides: Bool
  }

  /// A known name, or a state, under another heading and at another depth.
  private static func nested(_ seed: Int, decides: Bool) -> Nested {
    var random = SplitMix(seed: UInt64(seed))
    let parents = ["Notes", "Technical Details", "Impact Assessment", "Remarks", "Summary"]
    let said = [
      "Status\n%Rejected", "Status\n%On hold", "Decision\n%Withdrawn by the board.",
      "Category\n%Cryptographic code", "Security relevant\n%Yes",
      "Risk Level\n%[ ] Low  [ ] Medium  [x] High  [ ] Critical",
      "Type\n%[ ] Standard  [ ] Normal  [x] Emergency  [ ] Runtime Upgrade",
      "Pending approvals\n%- @cto", "Conditions of the approval\n%Legal agrees first.",
      "Category\n%- [ ] Documentation\n- [x] Cryptographic code",
      "Approvals\n%- [x] CAB Approval: @cab rejected",
    ]
    let unsaid = [
      "Status\n%The gateway answers as before.", "Category\n%Application code",
      "Security relevant\n%No", "Background\n%Rejected requests are logged.",
      "Pending approvals\n%None", "Category\n%- [x] Application code\n- [ ] Cryptographic code",
      "History\n%The certificates were rotated in 2025.",
      "Risk Level\n%[ ] Low  [x] Medium  [ ] High  [ ] Critical",
    ]
    let list = decides ? said : unsaid
    let gap = random.below(2) == 0 ? "" : "\n"
    let depth = String(repeating: "#", count: 4 + random.below(3))
    let one = list[seed % list.count].replacing("%", with: gap)
    return Nested(
      text: "\n### \(parents[random.below(parents.count)]) of it\n\nText.\n\n\(depth) \(one)\n",
      decides: decides)
  }

  @Test(arguments: 0..<44)
  func headingsAtAnotherDepthAreHeard(_ seed: Int) throws {
    let said = Self.nested(seed, decides: true)
    #expect(try state(Self.ready + said.text) != .open, "\(said.text)")
    let unsaid = Self.nested(seed, decides: false)
    #expect(try state(Self.ready + unsaid.text) == .open, "\(unsaid.text)")
  }

  // MARK: Boxes

  @Test(arguments: 0..<24)
  func tickedBoxesAgreeWithTheFrontMatter(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let others = ["Cryptographic code", "Pallet code", "Infrastructure", "Documentation"]
    let names = (["Application code"] + others).shuffled(using: &random)
    let other = others[random.below(others.count)]
    let heading = ["Category", "Categories", "What is changed", "Parts"][seed % 4]
    func section(_ ticked: [String]) -> String {
      let boxes = names.map { (ticked.contains($0) ? "[x] " : "[ ] ") + $0 }
      let text =
        switch seed % 3 {
        case 0: boxes.joined(separator: "  ")
        case 1: boxes.map { "- \($0)" }.joined(separator: "\n")
        default:
          "| Part | |\n|---|---|\n"
            + names.map { "| \($0) | [\(ticked.contains($0) ? "x" : " ")] |" }
            .joined(separator: "\n")
        }
      return "\n### \(heading)\n\n\(text)\n"
    }
    let both = section(["Application code", other])
    #expect(try state(Self.ready + both) == .unknown, "\(both)")
    let same = section(["Application code"])
    #expect(try state(Self.ready + same) == .open, "\(same)")
  }

  // MARK: Keys

  @Test(arguments: [
    "approved_until: 2026-03-08", "approvedUntil: 2026-03-08", "sign_off: no", "signOff: no",
    "approval_ttl: 3 days", "approved_by: nobody", "approved_on: 2026-04-01", "veto: true",
    "objections: [\"@cto\"]", "dissent: \"@cto\"", "hold_reason: vendor", "x-hold: true",
    "hold2: true", "block_reason: vendor", "blockers: [vendor]", "wait_for: vendor",
    "min_approvals: 5", "additional_approvals: [cto]", "cto_approval: missing", "deploy: false",
    "deployable: no", "gate: closed", "vote: against", "allowed_from: 2026-04-01",
    "weekdays: [Sat, Sun]", "only_on: Sundays", "moratorium: true", "blackout: true",
    "lapsed: true", "quarantine: true", "restriction: nights", "prerequisite: load test",
    "until: 2026-03-08", "concerns: the CTO has not agreed", "risk_accepted: false",
    "review_status: changes requested", "cancel: true", "freeze: true", "stale: true",
  ])
  func keysThatHoldAChange(_ key: String) throws {
    #expect(try state(with: key) == .unknown)
  }

  @Test(arguments: [
    "approved_by: \"@cab\"", "approval_ticket: OPS-3", "sign_off: yes", "objections: none",
    "concerns: []", "blockers: none", "hold: false", "blocks: CHG-2026-0050", "dns_ttl: 300",
    "block_height: 1234567", "rate_limit: 100", "deploy_script: deploy.sh", "freeze: none",
    "vote: in favour", "hold_reason: none", "abort_criteria: more than 5 % errors",
    "deadline: 2026-04-01", "lock: false", "restrictions: none", "window_size: 10",
  ])
  func keysThatHoldNothing(_ key: String) throws {
    #expect(try state(with: key) == .open)
  }

  private func state(with key: String) throws -> Decision.State {
    try state(Self.ready.replacing("systems:", with: "\(key)\nsystems:"))
  }

  // MARK: Files

  private static let markers = ["<<<<<<< HEAD", ">>>>>>> topic", "||||||| 4f2a9c1", "<<<<<<<"]

  @Test(arguments: 0..<20)
  func aMergeThatNobodySettled(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let marker = Self.markers[seed % Self.markers.count]
    func marked(_ text: String) -> String {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      lines.insert("\(marker)", at: lines.count / 2 + random.below(lines.count / 2))
      return lines.joined(separator: "\n")
    }
    let freeze =
      "---\nname: Fair\nfrom: 2026-05-01T00:00Z\nto: 2026-05-02T00:00Z\nallowed: Emergency only\n---\n"
      + "# Fair\n\nText.\n\nMore of it.\n\nAnd more.\n\nIt ends.\n"
    let people =
      "# People\n\n| Handle | Roles |\n|---|---|\n| @cab | CAB |\n| @runtime-lead | technical |\n"
      + "| @rpc-reviewer | technical |\n| @gateway-author | |\n| @gateway-oncall | |\n"
    #expect(try state(Self.ready, ["content/people.md": people]) == .open)
    switch seed % 5 {
    case 0: #expect(try state(marked(Self.ready)) == .unknown)
    case 1: #expect(try state(policy: marked(FullPolicy.text)) == .unknown)
    case 2: #expect(try state(["content/freezes/fair.md": marked(freeze)]) == .unknown)
    case 3: #expect(try state(["content/people.md": marked(people)]) == .unknown)
    default:
      let incident = Self.incident.replacing("---\n", with: "") + "resolved: 2026-03-08T01:00Z\n"
      let text = "---\n\(incident)---\n# I\n\nText.\n\nMore.\n\nAnd more.\n\nIt ends.\n\nOr not.\n"
      #expect(try state(["content/incidents/INC-2026-001.md": marked(text)]) == .unknown)
    }
  }

  @Test func aPageMayShowSuchLines() throws {
    let page = "# Git\n\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> topic\n```\n"
    #expect(try state(["content/guide/git.md": page]) == .open)
    let title = "\nA title\n=======\n\nText.\n"
    #expect(try state(Self.ready + title) == .open)
  }

  private static let freeze =
    "---\nname: Fair\nfrom: 2026-03-01T00:00Z\nto: 2026-04-01T00:00Z\nallowed: Emergency only\n---\n"
  private static let incident =
    "---\nid: INC-2026-001\nseverity: high\nsystems: [all]\nstarted: 2026-03-08T00:00Z\n---\n"

  @Test(arguments: [
    "published/a.md", "published/2026/a.md", "deployments/a.md", "deployments/x/a.md",
    "published/a.yaml",
  ])
  func declarationsInFoldersOfData(_ path: String) throws {
    #expect(try state(["content/\(path)": Self.freeze]) == .unknown)
    #expect(try state(["content/\(path)": Self.incident]) == .unknown)
    #expect(try state(["content/published/a.md": "# What is here\n"]) == .open)
  }

  @Test(arguments: ["csv", "json", "toml", "yaml", "txt", "ics", "xlsx"])
  func declarationsThatAreNoMarkdown(_ ending: String) throws {
    for name in ["freezes", "freeze", "Freezes", "policy"] {
      #expect(try state(["content/\(name).\(ending)": "a: 1\n"]) == .unknown, "\(name).\(ending)")
    }
    // Nothing stands in it, or it is an export.
    #expect(try state(["content/freezes.\(ending)": ""]) == .open)
    #expect(try state(["content/changes.\(ending)": "a: 1\n"]) == .open)
  }

  @Test(arguments: [
    "CHG-2026-0042", "chg-2026-0042", "\"CHG-2026-0042 \"", "CHG–2026–0042", "ＣＨＧ-2026-0042",
  ])
  func anotherRecordOfTheSameId(_ id: String) throws {
    let other = Self.ready.replacing("id: CHG-2026-0042", with: "id: \(id)")
    #expect(try state(["content/changes/2026/other.md": other]) == .unknown)
    let next = Self.ready.replacing("id: CHG-2026-0042", with: "id: CHG-2026-0043")
    #expect(try state(["content/changes/2026/CHG-2026-0043.md": next]) == .open)
  }

  private func state(_ files: [String: String]) throws -> Decision.State {
    try state(Self.ready, files)
  }

  // MARK: Words of the call

  @Test func aLengthThatMayBeMonths() {
    for text in ["1M", "2 M", "30M", "1h 5M"] {
      #expect(PlannedLength.fault(in: text)?.contains("months or minutes") == true, "\(text)")
    }
    for text in ["1m", "45m", "1h30m", "PT45M", "2H", "1 MIN", "30d"] {
      #expect(PlannedLength.fault(in: text) == nil, "\(text)")
    }
    #expect(PlannedLength.fault(in: "soon") != nil)
  }
}
