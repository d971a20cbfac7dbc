import Markdown
import PolicyReading
import Records
import SourceText

extension RecordView {
  var approvals: HTML {
    let isNeeded = type?.needsApproval != false
    guard isNeeded || !change.approvals.isEmpty || !findings.approvals.isEmpty else {
      return .empty
    }
    return section("approvals", "Approvals") { writer in
      if change.approvals.isEmpty {
        writer.element(
          "p", class: "note",
          isNeeded
            ? "No approval is on record."
            : type?.approval == .nobody
              ? "Nobody is asked to approve this type." : "This type is approved in advance.")
      } else {
        writer.open("ul", class: "marks")
        for approval in change.approvals { write(approval, to: &writer) }
        writer.close("ul")
      }
      write(findings.approvals, to: &writer)
    }
  }

  private func write(_ approval: Approval, to writer: inout HTMLWriter) {
    writer.markup("<li><span class=\"mark-good\">")
    writer.text(approval.role.value.title)
    writer.markup("</span> ")
    writer.text(approval.by?.value ?? "by someone not named")
    if let at = approval.at?.value {
      writer.markup(", ")
      writer.time(at, in: publication.zone)
    } else {
      writer.markup("<small>, without a time</small>")
    }
    if approval.isVerbal {
      writer.text(", by word of mouth")
      if let documented = approval.documented?.value {
        writer.text(", written down ")
        writer.time(documented, in: publication.zone)
      }
    }
    writer.close("li")
  }

  /// Proof for each test level, the record's own section on testing, and what is missing.
  var evidence: HTML {
    let index = change.sections.firstIndex { $0.role == .testingEvidence }
    guard index != nil || !change.evidence.isEmpty || !findings.evidence.isEmpty else {
      return .empty
    }
    return section("evidence", "Evidence") { writer in
      let proofs = change.evidence.filter { $0.proof != nil || index == nil }
      if !proofs.isEmpty {
        writer.open("ul", class: "marks")
        for item in proofs { write(item, to: &writer) }
        writer.close("ul")
      }
      if let index { write(change.sections[index], to: &writer) }
      write(findings.evidence, to: &writer)
    }
  }

  private func write(_ item: Evidence, to writer: inout HTMLWriter) {
    writer.markup("<li><span class=\"mark-good\">")
    writer.text(item.level.value)
    writer.markup("</span>")
    if let proof = item.proof?.value {
      writer.markup(" ")
      if proof.hasPrefix("https://") || proof.hasPrefix("http://") {
        writer.element("a", ["href": proof, "rel": "noreferrer"], proof)
      } else {
        writer.text(proof)
      }
    } else {
      writer.text(" ticked")
    }
    writer.close("li")
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
