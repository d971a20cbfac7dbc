import Calendar
import Chronology
import Configuration
import Deployments
import Findings
import History
import Obligations
import PolicyReading
import Records
import SourceText

/// What `judge` finds, as the settings want it shown.
package func check(_ register: Register, asOf: Instant, jobs: Jobs) -> [Finding] {
  judge(register, asOf: asOf, jobs: jobs).shown
}

/// Everything that the rules have to say about a register, in the order of `Finding.inOrder`.
///
/// 1. Problems of reading are put into words, file by file.
/// 2. Each change is judged by the policy in force for it, in parallel.
/// 3. The register is judged as a whole.
/// 4. Waivers cover breaches, those that cover nothing are named, and settings replace severities in
///    what is shown.
///
/// - Parameter history: What git knows of the register; nothing where nobody asked.
package func judge(
  _ register: Register, history: RegisterHistory = RegisterHistory(), asOf: Instant, jobs: Jobs
) -> Judgement {
  let context = RegisterContext(
    policies: register.policies.policies.map(PolicyIndex.init),
    calendars: CalendarBook(register), history: history,
    deployments: register.reconciled(history, asOf: asOf), asOf: asOf)
  let severities = register.settings.severities
  var findings = wordProblems(of: register)
  for ofChange in jobs.map(
    register.changes,
    { change in
      judge(change, of: register, in: context)
    })
  {
    findings += ofChange
  }
  let waivers = WaiverIndex(register.changes, asOf: asOf)
  for ofRegister in jobs.map(
    RuleCatalogue.registerRules, { $0.check(register, in: context) })
  {
    findings += ofRegister.map(waivers.applied(to:))
  }
  findings += UnneededWaiver.findings(register, beside: findings, in: context)
  let all = inOrder(findings)
  return Judgement(
    all, shown: severities.isEmpty ? nil : all.compactMap { $0.withSeverity(from: severities) },
    deployments: context.deployments?.accepting(acceptedDeployments(in: all)))
}

/// Waivers of what was found of deployments, by the places of the findings.
private func acceptedDeployments(in findings: [Finding]) -> [Place: AcceptedWaiver] {
  Dictionary(
    findings.compactMap { finding in
      guard let waiver = finding.waiver,
        RuleCatalogue.rule(finding.code)?.documentation.asksLogs == true
      else { return nil }
      return (finding.place, waiver)
    }, uniquingKeysWith: { first, _ in first })
}

/// The words for problems that were met outside a register: in templates, in rendering, and in a
/// policy that no register could be made with.
package func findings(
  for problems: [ReadingProblem], record: String? = nil, settings: Settings = Settings()
) -> [Finding] {
  inOrder(
    words(for: problems, record: record)
      .compactMap { $0.withSeverity(from: settings.severities) })
}

/// The ids of changes that cannot be counted: a value, the id or the front matter cannot be read,
/// or the id is another's too. It does not depend on the severities of the settings, because a
/// figure does not follow them.
package func unreadableChanges(_ register: Register) -> Set<String> {
  var ids: Set<String> = []
  if register.changes.isEmpty { return ids }
  for change in register.changes where !change.problems.isEmpty {
    let findings = words(for: change.problems, record: nil)
    if findings.contains(where: { $0.nature == .unreadable }) { ids.insert(change.id) }
  }
  for finding in DuplicateID.duplicates(in: register) {
    if let id = finding.record, register.change(id) != nil { ids.insert(id) }
  }
  return ids
}

/// The findings of all change rules on one change, waivers applied.
private func judge(
  _ change: Change, of register: Register, in whole: RegisterContext
) -> [Finding] {
  if change.hasUnreadableFacts {
    // What its facts would say is unknown, so that nothing is concluded from their absence.
    let found = words(for: change.problems, record: change.id)
    let broken = Set(
      found.filter { $0.code == InvalidFrontMatter.documentation.code }.map(\.place.range))
    return found.filter {
      $0.code != BoxesTicked.documentation.code && $0.code != MissingID.documentation.code
        && ($0.code == InvalidFrontMatter.documentation.code || !broken.contains($0.place.range))
    }
  }
  let index = register.policyIndex(for: change)
  let context = ChangeContext(
    change,
    demands: ObligationContext(
      change, policy: whole.policies[index], people: register.people, asOf: whole.asOf),
    calendar: whole.calendars.calendars[index], outcomeDue: register.settings.outcomeDue,
    history: whole.history)
  var findings = words(for: change.problems, record: change.id)
  for rule in RuleCatalogue.changeRules {
    for var finding in rule.check(change, in: context) {
      finding.record = change.id
      findings.append(finding)
    }
  }
  if change.waivers.isEmpty || findings.isEmpty { return findings }
  let waivers = WaiverIndex([change], asOf: whole.asOf)
  return findings.map(waivers.applied(to:))
}

/// The problems of all files but the changes', which are put into words beside their judgement.
private func wordProblems(of register: Register) -> [Finding] {
  var findings = words(for: register.problems, record: nil)
  for policy in register.policies.policies { findings += words(for: policy.problems, record: nil) }
  for incident in register.incidents {
    findings += words(for: incident.problems, record: incident.id)
  }
  for freeze in register.freezes { findings += words(for: freeze.problems, record: nil) }
  for page in register.pages { findings += words(for: page.problems, record: nil) }
  return findings
}

private func words(for problems: [ReadingProblem], record: String?) -> [Finding] {
  problems.compactMap { problem in
    for rule in RuleCatalogue.readingRules {
      if var finding = rule.finding(for: problem) {
        finding.record = record
        return finding
      }
    }
    return nil
  }
}

/// In order, each once: a problem may have been handed on by two stages.
private func inOrder(_ findings: [Finding]) -> [Finding] {
  var ordered: [Finding] = []
  ordered.reserveCapacity(findings.count)
  for finding in findings.sorted(by: Finding.inOrder) {
    if let last = ordered.last, last.code == finding.code, last.place == finding.place,
      last.message == finding.message
    {
      continue
    }
    ordered.append(finding)
  }
  return ordered
}

extension Finding {
  /// With the severity that the settings give its rule; nil where they turn it off. What cannot be
  /// read may be made to matter less, but is never silent: `off` makes an error a note.
  fileprivate func withSeverity(from settings: [RuleCode: Severity?]) -> Finding? {
    guard let setting = settings[code] else { return self }
    var finding = self
    guard let severity = setting ?? (self.severity == .error ? .note : nil) else { return nil }
    finding.severity = severity
    return finding
  }
}
