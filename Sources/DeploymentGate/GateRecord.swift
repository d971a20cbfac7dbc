import Chronology
import Findings
import Obligations
import Records
import Rules
import SourceText

/// What a record says against the start of its work.
struct GateRecord {
  /// That it is over, or that approvals are missing or waived: these close.
  let causes: [GateCause]
  /// What of it cannot be read or told, and so leaves no answer.
  let obstacles: [GateCause]

  /// - Parameters:
  ///   - id: What the call takes for its id.
  ///   - policy: The one that judges it.
  ///   - people: Who may approve as what.
  ///   - asOf: What was given later is not given; nil to believe what the record says.
  ///   - unreadable: Ids of changes that cannot be read in full, or that two records share.
  init(
    _ change: Change, named id: String?, startingAt instant: Instant, by policy: PolicyIndex,
    people: PeopleDirectory, asOf: Instant?, unreadable: Set<String>
  ) {
    let obstacles = Self.unreadable(change, named: id, among: unreadable)
    if let ended = Self.end(of: change) {
      causes = [ended]
      self.obstacles = obstacles
      return
    }
    var causes: [GateCause] = []
    var doubts: [GateCause] = []
    for one in authorisationFindings(
      of: change, startingAt: instant, by: policy, people: people, asOf: asOf)
    {
      let finding = one.finding
      if one.gap.isDoubt {
        doubts.append(
          GateCause(
            .missing, name: one.gap.missingKey, finding.message, at: finding.place,
            policy: finding.policy))
        continue
      }
      let waiver = finding.waiver.map { "; waived by \($0.by) at \($0.at) because \($0.reason)" }
      causes.append(
        GateCause(
          waiver == nil ? .approval : .waived, name: finding.code.description,
          finding.message + (waiver ?? ""), at: finding.place, policy: finding.policy))
    }
    self.causes = causes
    // What is not known of the approvals turns no answer where others are missing.
    self.obstacles = obstacles + (causes.isEmpty ? doubts : [])
  }

  private static func unreadable(
    _ change: Change, named id: String?, among unreadable: Set<String>
  ) -> [GateCause] {
    var causes = findings(for: change.problems).filter { $0.nature == .unreadable }.map {
      GateCause(.unreadable, $0.message, at: $0.place)
    }
    if causes.isEmpty, unreadable.contains(change.id) {
      causes.append(
        GateCause(.unreadable, "\(change.id) cannot be read in full", at: change.idPlace))
    }
    if let id, RecordID.isValid(id), change.id != id,
      RecordID.beginnings(ofName: change.file.stem).contains(id)
    {
      causes.append(
        GateCause(
          .unreadable, "the file is named after \(id), and the record's id is \(change.id)",
          at: change.idPlace))
    }
    if change.type == nil {
      causes.append(
        GateCause(
          .missing, name: "type", "the record does not say its type, so not who approves it",
          at: change.idPlace))
    }
    return causes
  }

  private static func end(of change: Change) -> GateCause? {
    if let outcome = change.outcome {
      return GateCause(
        .ended, name: outcome.value.rawValue,
        "the record has an outcome: \(outcome.value.rawValue)", at: outcome.place)
    }
    if let deployed = change.deployed {
      return GateCause(
        .ended, name: "deployed", "the record is deployed: \(deployed.value.rfc3339)",
        at: deployed.place)
    }
    if let rollback = change.rollback {
      return GateCause(
        .ended, name: "rollback", "the record was rolled back", at: rollback.place)
    }
    return change.closed.map {
      GateCause(.ended, name: "closed", "the record is closed: \($0.value.rfc3339)", at: $0.place)
    }
  }
}

extension AuthorisationGap {
  /// The key of the record that would answer a doubt.
  fileprivate var missingKey: String? {
    switch self {
    case .partyUnnamed(let party): party.rawValue
    case .categoryUnnamed: "category"
    case .relevanceUnsaid: "security_relevant"
    default: nil
    }
  }
}
