import Chronology
import DeploymentLogs
import Deployments
import Findings
import History
import Obligations
import PolicyReading
import Records
import SourceText

/// One change as an auditor tests it: attributes A to H, and each instant as declared and as provable.
struct Workpaper: Sendable {
  let change: Change
  let stratum: String
  let why: AuditSample.Why
  let rank: String
  let attributes: [Attribute]
  let instants: [TestedInstant]
  let findings: [Finding]
  let revision: String?

  struct Attribute: Sendable {
    /// `A` to `H`.
    let letter: String
    let title: String
    let verdict: Verdict
    /// What was seen.
    let words: String
    let place: Place
  }

  enum Verdict: String, Sendable {
    case met = "✓"
    case missed = "✕"
    /// It does not apply, or nothing is known.
    case open = "–"
  }

  /// An instant, and when the commit that brought it in was made.
  struct TestedInstant: Sendable {
    let name: String
    let declared: Instant
    let committed: Instant?
    let commit: String?
  }
}

/// Tests changes by what the rules found of them.
struct WorkpaperWriter {
  private let input: PackInput
  private let findings: [String: [Finding]]
  private let deployments: [String: [ReconciledDeployment]]
  private let hasLogs: Bool

  init(_ input: PackInput, _ reconciliation: DeploymentReconciliation?) {
    self.input = input
    findings = Dictionary(grouping: input.findings.filter { $0.record != nil }) { $0.record ?? "" }
    deployments = Dictionary(
      grouping: (reconciliation?.deployments ?? []).filter { $0.change != nil }
    ) { $0.change?.id ?? "" }
    hasLogs = reconciliation != nil
  }

  func paper(of drawn: AuditSample.Drawn, _ change: Change) -> Workpaper {
    let found = findings[change.id] ?? []
    let edits = input.history.of(change)?.edits ?? []
    return Workpaper(
      change: change, stratum: drawn.stratum, why: drawn.why, rank: drawn.rank,
      attributes: attributes(of: change, found),
      instants: change.declaredInstants.map { declared in
        let edit = edits.last { $0.declares(declared) }
        let isProof = edit.map { $0.clock == nil && !$0.bringsInMany } ?? false
        return Workpaper.TestedInstant(
          name: declared.name, declared: declared.at.value,
          committed: isProof ? edit?.at : nil, commit: edit?.commit?.id)
      },
      findings: found, revision: edits.last { $0.commit != nil }?.commit?.id)
  }

  private func attributes(of change: Change, _ found: [Finding]) -> [Workpaper.Attribute] {
    func byTopic(_ letter: String, _ title: String, _ topics: [RuleTopic]) -> Workpaper.Attribute {
      let against = found.filter {
        topics.contains($0.topic) && ($0.nature == .breach || $0.nature == .unreadable)
      }
      guard let first = against.first else {
        return attribute(letter, title, .met, "nothing was found against it", change.idPlace)
      }
      let words = against.map { finding in
        "\(finding.code) \(finding.message)"
          + (finding.waiver.map { ", accepted by \($0.by)" } ?? "")
      }
      return attribute(letter, title, .missed, words.joined(separator: "; "), first.place)
    }
    let stated = change.type != nil && change.risk != nil
    let approvers = change.approvals.compactMap(\.by?.value)
    let isApproved = !change.approvals.isEmpty
    let isShared = change.approvals.flatMap(\.people).filter { !PeopleDirectory.isBoard($0) }
      .contains { person in
        (change.requesters + change.implementers).contains { $0.isSame(as: person) }
      }
    return [
      byTopic("A", "Required information is there", [.requiredInformation, .reading]),
      attribute(
        "B", "Type and risk are stated", stated ? .met : .missed,
        "\(change.type?.value ?? "no type"), \(change.risk?.value ?? "no risk")", change.typePlace),
      byTopic("C", "Authorised before the work began", [.authorisation]),
      attribute(
        "D", "Approved by somebody else", !isApproved ? .open : isShared ? .missed : .met,
        isApproved ? "approved by \(approvers.joined(separator: ", "))" : "no approval is recorded",
        change.approvals.first?.place ?? change.idPlace),
      byTopic("E", "Tested", [.evidence]),
      byTopic("F", "Within its window and outside freezes", [.timing]),
      deployed(change),
      byTopic("H", "Kept as it was approved", [.audit]),
    ]
  }

  private func deployed(_ change: Change) -> Workpaper.Attribute {
    let title = "Deployed as recorded"
    let own = deployments[change.id] ?? []
    guard let first = own.first else {
      return attribute(
        "G", title, .open,
        hasLogs ? "no log has a deployment of it" : "there is no log of deployments", change.idPlace
      )
    }
    let isRecorded = own.allSatisfy { $0.standing == .recorded || $0.standing.isExcluded }
    return attribute(
      "G", title, isRecorded ? .met : .missed,
      own.map { "\($0.name), \($0.deployment.at.rfc3339)" }.joined(separator: "; "),
      first.deployment.place)
  }

  private func attribute(
    _ letter: String, _ title: String, _ verdict: Workpaper.Verdict, _ words: String, _ place: Place
  ) -> Workpaper.Attribute {
    Workpaper.Attribute(letter: letter, title: title, verdict: verdict, words: words, place: place)
  }
}
