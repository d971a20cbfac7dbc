import Documents
import PolicyReading
import Records
import SourceText

extension RecordView {
  var approvals: [any Block] {
    let isNeeded = type?.needsApproval != false
    guard isNeeded || !change.approvals.isEmpty || !findings.approvals.isEmpty else { return [] }
    let content: any Block =
      change.approvals.isEmpty
      ? Note(
        isNeeded
          ? "No approval is recorded."
          : type?.approval == .nobody
            ? "Nobody is asked to approve this type." : "This type is approved in advance.")
      : MarkList(change.approvals.map(sentence))
    return [Section("approvals", "Approvals", [content, FindingList(findings.approvals)])]
  }

  private func sentence(_ approval: Approval) -> RichText {
    var text: RichText = """
      \(Inline.mark(.good, approval.role.value.title)) \
      \(approval.by?.value ?? "by someone not named")
      """
    if let at = approval.at?.value {
      text += ", \(Inline.instant(at))"
    } else {
      text += "\(Inline.small(", without a time"))"
    }
    if approval.isVerbal {
      text += ", verbal"
      if let documented = approval.documented?.value {
        text += ", written down \(Inline.instant(documented))"
      }
    }
    return text
  }

  /// Proof for each test level, the record's own section on testing, and what is missing.
  var evidence: [any Block] {
    let index = change.sections.firstIndex { $0.role == .testingEvidence }
    guard index != nil || !change.evidence.isEmpty || !findings.evidence.isEmpty else { return [] }
    let proofs = change.evidence.filter { $0.proof != nil || index == nil }
    return [
      Section(
        "evidence", "Evidence",
        [MarkList(proofs.map(sentence))] + (index.map { text(of: change.sections[$0]) } ?? [])
          + [FindingList(findings.evidence)])
    ]
  }

  private func sentence(_ item: Evidence) -> RichText {
    let level = Inline.mark(.good, item.level.value)
    guard let proof = item.proof?.value else { return "\(level) ticked" }
    let isAddress = proof.hasPrefix("https://") || proof.hasPrefix("http://")
    return "\(level) \(proof, to: isAddress ? .web(proof) : nil)"
  }
}

extension ApprovalRole {
  /// As it begins a line.
  var title: String {
    switch self {
    case .technical: "Technical review"
    case .security: "Security review"
    case .architecture: "Architecture review"
    case .engineeringLead: "Engineering lead"
    case .operations: "Operations"
    case .advisoryBoard: "Change advisory board"
    case .emergencyBoard: "Emergency advisory board"
    case .governance: "Governance vote"
    case .named(let name): name.prefix(1).uppercased() + name.dropFirst()
    }
  }
}
