import Chronology
import Configuration
import Findings
import PolicyReading
import Records
import SourceText
import Testing

/// A small register, read from text.
enum SampleRegister {
  static let asOf = Instant(secondsSinceEpoch: 1_775_001_600)

  static let full = """
    ---
    id: CHG-2026-0001
    title: "=cmd, \\"quoted\\""
    type: Normal
    risk: High
    systems: [rpc-gateway, indexer]
    requester: "@dev"
    requested: 2026-03-02T09:15Z
    approvals:
      - {role: technical, by: "@lead", at: 2026-03-04T10:00Z}
      - {role: emergency cab, by: CAB, verbal: true, at: 2026-03-04T11:00Z, documented: 2026-03-04T12:00Z}
    started: 2026-03-09T02:05Z
    deployed: 2026-03-09T02:40Z
    outcome: rolled-back
    rollback: {at: 2026-03-09T03:00Z, trigger: errors, verified: true}
    closed: 2026-03-10T09:00Z
    incident: [INC-2026-001, INC-2026-002]
    review: {at: 2026-03-10T08:00Z, by: "@lead", notes: fine}
    runtime: {spec_version: 12, wasm_hash: "0xab", voting: {from: 2026-03-01T00:00Z, aye: 2, nay: 1}}
    waivers:
      - {rule: CB302, reason: small, by: "@cto", at: 2026-03-05T10:00Z}
    ---
    ### Summary
    Text.

    """

  static func register() throws -> Register {
    let settings = Settings()
    let policy = readPolicy(
      SourceFile(
        path: "content/policy/policy.md",
        text: """
          # Change policy

          | Type | Description | Approval | Lead Time |
          |---|---|---|---|
          | Normal | Planned | CAB | 5 days |
          | Standard | Routine | Pre-approved | Immediate |

          | Risk Level | Criteria |
          |---|---|
          | High | Much |

          | Metric | Target | Measurement |
          |---|---|---|
          | Change success rate | >95% | Successful changes of all |
          | Mean time to deploy | <2 hours (normal) | Approval to deployment |

          """), settings: settings)
    let book = try #require(PolicyBook([policy]))
    let texts = [
      ("CHG-2026-0001", full),
      ("CHG-2026-0002", "---\nid: CHG-2026-0002\ntype: Normal\n---\n"),
      (
        "CHG-2026-0003",
        "---\nid: CHG-2026-0003\ntype: Normal\nstarted: 2026-03-20T10:00Z\n"
          + "deployed: 2026-03-20T10:30Z\noutcome: successful\n"
          + "approvals:\n  - {role: cab, by: \"@cab\", at: 2026-03-20T09:00Z}\n---\n"
      ),
    ]
    return Register(
      settings: settings, policies: book,
      changes: texts.map { id, text in
        readChange(
          SourceFile(path: "content/changes/\(id).md", text: text), policies: book,
          settings: settings)
      }, incidents: [], freezes: [], pages: [], problems: [])
  }

  /// An open breach, a waived one and an error.
  static func findings(_ register: Register) throws -> [Finding] {
    let first = try #require(register.change("CHG-2026-0001"))
    let second = try #require(register.change("CHG-2026-0002"))
    let row = PolicyReference(
      place: Place(startOf: register.policies.latest.file), clause: "6.1", excerpt: "a | b")
    var waived = Finding(
      RuleCode(302), .breach, "too few", at: first.idPlace, policy: row, record: first.id)
    waived.waiver = AcceptedWaiver(by: "@cto", at: "2026-03-05T10:00:00Z", reason: "small")
    return [
      Finding(
        RuleCode(304), .breach, "approved by the requester", help: "ask somebody else",
        at: first.idPlace, policy: row, record: first.id),
      Finding(RuleCode(304), .breach, "again", at: first.idPlace, record: first.id),
      waived,
      Finding(RuleCode(104), .error, "cannot be read", at: second.idPlace, record: second.id),
    ]
  }
}
