import Chronology
import Documents
import History
import Records
import SourceText

extension RecordView {
  /// Who wrote the record and when, commit by commit, and what git cannot prove of it.
  var history: [any Block] {
    let history = publication.history
    switch history.absence {
    case .off: return []
    case let absence?: return section([Note(RichText(sentence: absence.sentence))])
    case nil: break
    }
    guard let record = history.of(change) else {
      return section([Note("This record is not committed yet.")])
    }
    let shown = record.edits.suffix(Self.mostEdits)
    let rest = record.edits.count - shown.count
    return section([
      ItemList(shown.reversed().map(item)),
      Note(
        rest == 0
          ? ""
          : "\(counted(rest, "older commit", "older commits")) can be found in \("the data", to: .page(path: Route.data("history.json").path, query: nil, fragment: nil))."
      ),
      MarkList(approvalProofs), Note(limits(of: record)),
    ])
  }

  private static var mostEdits: Int { 50 }

  private func section(_ blocks: [any Block]) -> [any Block] {
    [Section("history", "History", blocks)]
  }

  /// When, by whom and why; then what it did, field by field.
  private func item(_ edit: RecordEdit) -> ItemList.Item {
    guard let commit = edit.commit else {
      return ItemList.Item("Not committed yet", details(of: edit), isParagraph: false)
    }
    let author = publication.author(of: commit)
    let when: RichText = edit.at.map { "\(Inline.instant($0))" } ?? "at an unknown time"
    let subject = commit.subject.isEmpty ? "without a reason" : commit.subject
    return ItemList.Item(
      "\(when), \(author): \(subject) \(Inline.code(commit.shortID))", details(of: edit),
      isParagraph: false)
  }

  private func details(of edit: RecordEdit) -> [RichText] {
    var details: [RichText] = []
    switch edit.kind {
    case .added where edit.companions > 0:
      details.append(
        "Added together with \(counted(edit.companions, "other record", "other records")).")
    case .added: details.append("Added.")
    case .moved(let origin): details.append("Moved from \(Inline.path(origin)).")
    case .removed: details.append("Removed.")
    case .changed: break
    }
    switch edit.fields {
    case .read(let changes):
      details += changes.map { RichText($0.sentence) }
      if changes.isEmpty, edit.kind == .changed { details.append("Only layout was changed.") }
    case .unreadable:
      details.append("What changed is not known: one of the two versions cannot be read.")
    case .unknown:
      details.append("What changed is not known: the text is not in this clone, or is too large.")
    }
    if let clock = edit.clock {
      details.append(RichText("This time cannot confirm the record's own: \(clock.words)."))
    }
    return details
  }

  /// The approvals of which git says who wrote them.
  private var approvalProofs: [RichText] {
    proofs.compactMap { proof in
      guard let commit = proof.edit?.commit else { return nil }
      let title = proof.approval.role.value.title
      let by = proof.approval.by?.value ?? "somebody not named"
      let source: RichText = "\(publication.author(of: commit)) in \(Inline.code(commit.shortID))"
      return switch proof.finding {
      case .own: "\(Inline.mark(.good, title)) of \(by), written by \(source)"
      case .other: "\(Inline.mark(.doubtful, title)) of \(by), written by \(source)"
      case .unlisted, .committedByOther, .nobodyListed, .unknown: nil
      }
    }
  }

  private var proofs: [ApprovalProof] {
    ApprovalProof.all(of: change, in: publication.history, publication.register.people)
  }

  /// What nobody can tell from all this.
  private func limits(of record: RecordHistory) -> RichText {
    var sentences = [
      "Names and times are as the committing computers gave them: git does not check them."
    ]
    if record.edits.contains(where: { $0.kind == .added && $0.bringsInMany }) {
      sentences.append(
        "The record came in with many others in one commit, so git does not know who wrote it "
          + "before, or when.")
    }
    let open = proofs.count {
      switch $0.finding {
      case .own, .other: false
      case .unlisted, .committedByOther, .nobodyListed, .unknown: true
      }
    }
    if open > 0 {
      sentences.append(
        "For \(counted(open, "approval", "approvals")) git cannot show that the approver wrote "
          + (open == 1 ? "it." : "them."))
    }
    if publication.history.lacksTexts {
      sentences.append("This is a partial clone, which lacks the texts of earlier versions.")
    }
    return RichText(sentences.joined(separator: " "))
  }
}
