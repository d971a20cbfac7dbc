import Chronology
import DeploymentLogs
import Deployments
import Findings
import History
import Markdown
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
      attributes: attributes(of: change),
      instants: change.declaredInstants.map { declared in
        let edit = input.history.of(change)?.origin(of: declared)
        return Workpaper.TestedInstant(
          name: declared.name, declared: declared.at.value, committed: edit?.standsSince,
          commit: edit?.commit?.id, doubt: doubt(of: edit, edits))
      },
      findings: found, revision: edits.last { $0.commit != nil }?.commit?.id)
  }

  /// Why the commit that brought an instant in does not prove when that was.
  private func doubt(of edit: RecordEdit?, _ edits: [RecordEdit]) -> String? {
    guard let edit else {
      return input.history.absence?.sentence
        ?? (edits.allSatisfy(\.fields.areRead)
          ? "no commit brought it in"
          : "which commit brought it in is not known, since the texts of earlier versions are not here or cannot be read")
    }
    if edit.commit == nil { return "it is in no commit yet" }
    if let clock = edit.clock { return clock.words }
    return edit.bringsInMany
      ? "its commit brought in \(edit.companions) other records as well" : nil
  }

  func attributes(of change: Change) -> [Workpaper.Attribute] {
    let found = findings[change.id] ?? []
    let doubts = ObligationContext(
      change, policy: policies[input.register.policyIndex(for: change)],
      people: input.register.people, asOf: input.asOf
    ).authorisationDoubts(of: change)
    let information = tested(
      "A", "Required information is there",
      found.filter { isOf([.requiredInformation, .reading], $0) },
      change)
    let others = [
      stated(change),
      authorised(change, found, doubts),
      approved(change, found, doubts),
      tested(
        "E", "Tested",
        found.filter { isOf([.evidence], $0) || $0.fact == .testEvidenceMissing }, change,
        seen: change.testsInWords),
      tested(
        "F", "In time, within its window and outside freezes",
        found.filter { isOf([.timing], $0) }, change),
      deployed(change),
      kept(change, found),
    ]
    guard unread.contains(change.id) else { return [information] + others }
    return [information]
      + others.map {
        Workpaper.Attribute(
          letter: $0.letter, title: $0.title, verdict: .open, words: "the record cannot be read",
          place: change.idPlace, isUnknown: true)
      }
  }

  private func isOf(_ topics: [RuleTopic], _ finding: Finding) -> Bool {
    topics.contains(finding.topic)
  }

  /// Met where no rule has a breach of it.
  private func tested(
    _ letter: String, _ title: String, _ found: [Finding], _ change: Change,
    seen: String = "nothing was found against it"
  ) -> Workpaper.Attribute {
    let against = found.filter { $0.nature == .breach || $0.nature == .unreadable }
    guard let first = against.first else {
      return attribute(letter, title, .met, seen, change.idPlace)
    }
    let words = against.map { finding in
      "\(finding.code) \(finding.message)"
        + (finding.waiver.map { ", accepted by \($0.by)" } ?? "")
    }
    return attribute(letter, title, .missed, words.joined(separator: "; "), first.place)
  }

  /// By the instants that the record declares: what of them git bears out stands below.
  private func authorised(
    _ change: Change, _ found: [Finding], _ doubts: [AuthorisationDoubt]
  ) -> Workpaper.Attribute {
    let title = "Authorised before the work began"
    let result = tested(
      "C", title, found.filter { isOf([.authorisation], $0) }, change,
      seen: "by the instants that the record declares nothing was found against it")
    if result.verdict == .missed || doubts.isEmpty { return result }
    return attribute(
      "C", title, .open, doubts.map(\.words).joined(separator: "; "), change.idPlace)
  }

  private func stated(_ change: Change) -> Workpaper.Attribute {
    attribute(
      "B", "Type and risk are stated", change.type != nil && change.risk != nil ? .met : .missed,
      "\(change.type?.value ?? "no type"), \(change.risk?.value ?? "no risk")", change.typePlace)
  }

  /// By what the change owes: where it cannot be told whose an approval is, nor is it that it is another's.
  private func approved(
    _ change: Change, _ found: [Finding], _ doubts: [AuthorisationDoubt]
  ) -> Workpaper.Attribute {
    let title = "Approved by somebody else"
    let result = tested(
      "D", title, found.filter { $0.code == SelfApproval.documentation.code }, change)
    if result.verdict == .missed { return result }
    let named = change.approvals.filter { !$0.people.isEmpty }
    guard let first = named.first else {
      return attribute(
        "D", title, .open,
        change.approvals.isEmpty ? "no approval is recorded" : "no approval says whose it is",
        change.approvals.first?.place ?? change.idPlace,
        isUnknown: !change.approvals.isEmpty || needsApproval(change))
    }
    let approvers = named.compactMap(\.by?.value).joined(separator: ", ")
    let parties = [
      (name: "requester", isNamed: !change.requesters.isEmpty),
      (name: "implementer", isNamed: !change.implementers.isEmpty),
    ]
    let words =
      parties.filter { !$0.isNamed }.map { "the record does not name its \($0.name)" }
      + doubts.filter(\.isOfPersons).map(\.words)
    return attribute(
      "D", title, words.isEmpty ? .met : .open,
      (["approved by \(approvers)"] + words.uniqued).joined(separator: "; "), first.place)
  }

  /// Where the type is not known, nobody knows that it needs none.
  private func needsApproval(_ change: Change) -> Bool {
    switch input.register.type(of: change)?.approval {
    case .preApproved?, .nobody?: false
    default: true
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
    var isMissed = own.contains(where: \.standing.isFault)
    var isDoubted = own.contains { $0.standing.isDoubt || $0.absentName != nil }
    if let one = unmatched[ObjectIdentifier(change)] {
      isMissed = isMissed || one.isDifference
      isDoubted = isDoubted || one.kind == .notCovered
      words.append(one.words)
    }
    words += own.compactMap(\.absentName).uniqued.map { "a log names \($0), which is no record" }
    if words.isEmpty { words = ["no log has a deployment of it"] }
    return attribute(
      "G", title, isMissed ? .missed : own.isEmpty || isDoubted ? .open : .met,
      words.joined(separator: "; "),
      own.first?.deployment.place ?? change.deployed?.place ?? change.idPlace,
      // What the settings leave out, and what was begun and not deployed, has no deployment.
      isUnknown: isDoubted)
  }

  /// By the rules that read git's history of a record, whatever their severity, and by what git does not
  /// tell: the rules on the register as a whole, and those on deployments, are told elsewhere.
  private func kept(_ change: Change, _ found: [Finding]) -> Workpaper.Attribute {
    let title = "Kept as it was approved"
    let against = found.filter {
      RuleCatalogue.rule($0.code).map { $0 is any ChangeRule.Type && $0.documentation.asksHistory }
        ?? false
    }
    if let first = against.first {
      let words = against.map { finding in
        "\(finding.code) \(finding.message)"
          + (finding.waiver.map { ", accepted by \($0.by)" } ?? "")
      }
      return attribute("H", title, .missed, words.joined(separator: "; "), first.place)
    }
    if change.approvals.isEmpty {
      return attribute(
        "H", title, .open, "no approval is recorded", change.idPlace,
        isUnknown: needsApproval(change))
    }
    let doubts = input.history.doubtsOfKeeping(
      change, input.register.people,
      mayFillIn: input.register.type(of: change)?.isEmergency ?? false)
    guard doubts.isEmpty else {
      return attribute("H", title, .open, doubts.joined(separator: "; "), change.idPlace)
    }
    let commits = input.history.of(change)?.commits ?? 0
    return attribute(
      "H", title, .met,
      "since the approvals \(commits == 1 ? "its one commit" : "its \(commits) commits") changed nothing that stood there",
      change.idPlace)
  }

  /// - Parameter isUnknown: Of one that is open; by default nobody can tell.
  private func attribute(
    _ letter: String, _ title: String, _ verdict: Workpaper.Verdict, _ words: String,
    _ place: Place,
    isUnknown: Bool = true
  ) -> Workpaper.Attribute {
    Workpaper.Attribute(
      letter: letter, title: title, verdict: verdict, words: words, place: place,
      isUnknown: verdict == .open && isUnknown)
  }
}

extension Change {
  /// What its section on tests says, and the levels of its front matter with their proofs.
  fileprivate var testsInWords: String {
    var parts = evidence.map { one in
      one.level.value + (one.proof.map { ": \($0.value)" } ?? "")
    }
    if let section = section(.testingEvidence), section.state == .filled {
      let text = document.plainText(ofNodes: section.content)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let cut = text.unicodeScalars.prefix(Self.longestTests + 1)
      parts.append(
        cut.count > Self.longestTests
          ? String(String.UnicodeScalarView(cut.prefix(Self.longestTests))) + "…" : text)
    }
    return "nothing was found against it"
      + (parts.isEmpty ? "" : "; the record says: \(parts.joined(separator: "; "))")
  }

  private static var longestTests: Int { 1000 }
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
