import Chronology
import DeploymentLogs
import Deployments
import Findings
import History
import Obligations
import PolicyReading
import Records
import Rules
import SourceText

/// Tests changes by what the rules found of them. What nobody could test is open and never met.
struct WorkpaperWriter {
  private let input: PackInput
  private let unread: Set<String>
  private let findings: [String: [Finding]]
  /// Of all time: a deployment of a change may lie on the other side of the period's end.
  private let deployments: [ObjectIdentifier: [ReconciledDeployment]]
  private let unmatched: [ObjectIdentifier: UnmatchedChange]
  private let policies: [PolicyIndex]

  init(_ input: PackInput, unread: Set<String>) {
    self.input = input
    self.unread = unread
    policies = input.register.policies.policies.map(PolicyIndex.init)
    findings = Dictionary(grouping: input.findings.filter { $0.record != nil }) { $0.record ?? "" }
    var deployments: [ObjectIdentifier: [ReconciledDeployment]] = [:]
    for one in input.deployments?.deployments ?? [] {
      if let change = one.change { deployments[ObjectIdentifier(change), default: []].append(one) }
    }
    self.deployments = deployments
    unmatched = Dictionary(
      (input.deployments?.changes ?? []).map { (ObjectIdentifier($0.change), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func paper(of drawn: AuditSample.Drawn, _ change: Change, fileName: String) -> Workpaper {
    let found = findings[change.id] ?? []
    let edits = input.history.of(change)?.edits ?? []
    return Workpaper(
      change: change, fileName: fileName, stratum: drawn.stratum, why: drawn.why, rank: drawn.rank,
      attributes: attributes(of: change, found),
      instants: change.declaredInstants.map { declared in
        let edit = edits.last { $0.declares(declared) }
        return Workpaper.TestedInstant(
          name: declared.name, declared: declared.at.value, committed: edit?.at,
          commit: edit?.commit?.id, doubt: doubt(of: edit))
      },
      findings: found, revision: edits.last { $0.commit != nil }?.commit?.id)
  }

  /// Why the commit that brought an instant in does not prove when that was.
  private func doubt(of edit: RecordEdit?) -> String? {
    guard let edit else { return input.history.absence?.sentence ?? "no commit brought it in" }
    if edit.commit == nil { return "it is in no commit yet" }
    if let clock = edit.clock { return clock.words }
    return edit.bringsInMany
      ? "its commit brought in \(edit.companions) other records as well" : nil
  }

  private func attributes(of change: Change, _ found: [Finding]) -> [Workpaper.Attribute] {
    let information = tested(
      "A", "Required information is there",
      found.filter { isOf([.requiredInformation, .reading], $0) },
      change)
    let others = [
      stated(change),
      tested(
        "C", "Authorised before the work began", found.filter { isOf([.authorisation], $0) }, change
      ),
      approved(change, found),
      tested(
        "E", "Tested",
        found.filter { isOf([.evidence], $0) || $0.fact == .testEvidenceMissing }, change),
      tested(
        "F", "Within its window and outside freezes", found.filter { isOf([.timing], $0) }, change),
      deployed(change),
      kept(change, found),
    ]
    guard unread.contains(change.id) else { return [information] + others }
    return [information]
      + others.map {
        Workpaper.Attribute(
          letter: $0.letter, title: $0.title, verdict: .open, words: "the record cannot be read",
          place: change.idPlace)
      }
  }

  private func isOf(_ topics: [RuleTopic], _ finding: Finding) -> Bool {
    topics.contains(finding.topic)
  }

  /// Met where no rule has a breach of it.
  private func tested(
    _ letter: String, _ title: String, _ found: [Finding], _ change: Change
  ) -> Workpaper.Attribute {
    let against = found.filter { $0.nature == .breach || $0.nature == .unreadable }
    guard let first = against.first else {
      return attribute(letter, title, .met, "nothing was found against it", change.idPlace)
    }
    let words = against.map { finding in
      "\(finding.code) \(finding.message)"
        + (finding.waiver.map { ", accepted by \($0.by)" } ?? "")
    }
    return attribute(letter, title, .missed, words.joined(separator: "; "), first.place)
  }

  private func stated(_ change: Change) -> Workpaper.Attribute {
    attribute(
      "B", "Type and risk are stated", change.type != nil && change.risk != nil ? .met : .missed,
      "\(change.type?.value ?? "no type"), \(change.risk?.value ?? "no risk")", change.typePlace)
  }

  /// By what the change owes: where it cannot be told whose an approval is, nor is it that it is another's.
  private func approved(_ change: Change, _ found: [Finding]) -> Workpaper.Attribute {
    let title = "Approved by somebody else"
    let result = tested(
      "D", title, found.filter { $0.code == SelfApproval.documentation.code }, change)
    if result.verdict == .missed { return result }
    let named = change.approvals.filter { !$0.people.isEmpty }
    guard let first = named.first else {
      return attribute(
        "D", title, .open,
        change.approvals.isEmpty ? "no approval is recorded" : "no approval says whose it is",
        change.approvals.first?.place ?? change.idPlace)
    }
    let approvers = named.compactMap(\.by?.value).joined(separator: ", ")
    let doubts = doubts(ofApprovalsOf: change)
    return attribute(
      "D", title, doubts.isEmpty ? .met : .open,
      (["approved by \(approvers)"] + doubts).joined(separator: "; "), first.place)
  }

  private func doubts(ofApprovalsOf change: Change) -> [String] {
    let parties = [
      (name: "requester", isNamed: !change.requesters.isEmpty),
      (name: "implementer", isNamed: !change.implementers.isEmpty),
    ]
    let unnamed = parties.filter { !$0.isNamed }.map { "the record does not name its \($0.name)" }
    let context = ObligationContext(
      change, policy: policies[input.register.policyIndex(for: change)],
      people: input.register.people, asOf: input.asOf)
    return unnamed
      + AuthorisationGap.all(of: change, in: context).compactMap { gap in
        switch gap {
        case .approverUnlisted(_, let by): "nobody of the list of people is \(by.value)"
        case .undated(let approval): "that of \(approval.by?.value ?? "somebody") has no instant"
        default: nil
        }
      }
  }

  private func deployed(_ change: Change) -> Workpaper.Attribute {
    let title = "Deployed as recorded"
    guard let reconciliation = input.deployments, !reconciliation.sources.isEmpty else {
      return attribute("G", title, .open, "there is no log of deployments", change.idPlace)
    }
    let own = deployments[ObjectIdentifier(change)] ?? []
    var words = own.map {
      "\($0.name), \($0.deployment.at.rfc3339), \($0.standing.words)"
    }
    var isMissed = own.contains { $0.standing != .recorded && !$0.standing.isExcluded }
    if let one = unmatched[ObjectIdentifier(change)] {
      isMissed = isMissed || one.isDifference
      words.append(one.words)
    }
    if words.isEmpty { words = ["no log has a deployment of it"] }
    return attribute(
      "G", title, isMissed ? .missed : own.isEmpty ? .open : .met, words.joined(separator: "; "),
      own.first?.deployment.place ?? change.deployed?.place ?? change.idPlace)
  }

  /// By the rules that read git's history alone: the others on the audit trail are told under G.
  private func kept(_ change: Change, _ found: [Finding]) -> Workpaper.Attribute {
    let title = "Kept as it was approved"
    func open(_ words: String) -> Workpaper.Attribute {
      attribute("H", title, .open, words, change.idPlace)
    }
    let asking = found.filter {
      RuleCatalogue.rule($0.code)?.documentation.asksHistory ?? false
    }
    let result = tested("H", title, asking, change)
    if result.verdict == .missed { return result }
    let history = input.history
    if let absence = history.absence { return open(absence.sentence) }
    guard history.isJudged else { return open("The settings do not judge by the history.") }
    guard history.of(change)?.edits.contains(where: { $0.commit != nil }) ?? false else {
      return open("No commit holds the record yet.")
    }
    return history.lacksTexts ? open("The texts of earlier versions are not here.") : result
  }

  private func attribute(
    _ letter: String, _ title: String, _ verdict: Workpaper.Verdict, _ words: String, _ place: Place
  ) -> Workpaper.Attribute {
    Workpaper.Attribute(letter: letter, title: title, verdict: verdict, words: words, place: place)
  }
}

extension UnmatchedChange {
  /// What the logs say of the record, behind which its deployments stand.
  fileprivate var words: String {
    switch kind {
    case .missing: "no log has a deployment of it at \(deployed.rfc3339)"
    case .otherTime(let deployment, let at):
      "it says \(deployed.rfc3339), and its deployment \(deployment) was at \(at.rfc3339)"
    case .notCovered: "no log tells of its systems at \(deployed.rfc3339)"
    case .excluded(let reason): "left out: \(reason)"
    }
  }
}
