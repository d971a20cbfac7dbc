import Chronology
import PolicyReading
import Records
import SourceText

extension RegisterHistory {
  /// What keeps git from telling whether a record is as it was approved, a clause each; none where every
  /// commit since can be read, counts, and changed nothing that an approval may have been given for.
  ///
  /// It looks at more than CB601 does: what that leaves alone, such as the window, the implementer or the
  /// summary, may be what somebody went by.
  ///
  /// - Parameter mayFillIn: What was empty may be filled in afterwards, as in an emergency.
  package func doubtsOfKeeping(
    _ change: Change, _ people: PeopleDirectory, mayFillIn: Bool
  ) -> [String] {
    if let absence { return [absence.sentence.withoutFullStop] }
    guard isJudged else { return ["the settings do not judge by the history"] }
    guard let record = of(change), record.commits > 0 else {
      return ["no commit holds the record yet"]
    }
    if lacksTexts { return ["the texts of earlier versions are not here"] }
    let own = ApprovalProof.all(of: change, in: self, people).filter { $0.finding == .own }
      .map(\.approval.text)
    var doubts: [String] = []
    for edit in record.edits {
      if !edit.comparisons.allSatisfy(\.fields.areRead) {
        doubts.append("what was changed \(edit.source(people)) cannot be read")
      }
      if edit.kind == .added, edit.bringsInMany {
        doubts.append(
          "it came into git with \(edit.companions) other records \(edit.source(people))")
      } else if !isEvidence(edit) {
        doubts.append("the settings do not go by what was done \(edit.source(people))")
      }
      let names = edit.changedAfterApproval(but: own)
      if !names.isEmpty {
        doubts.append(
          "edited after an approval: \(names.joined(separator: ", ")), \(edit.source(people))")
      }
    }
    return doubts + unprovenApprovals(of: change, people, but: own, mayFillIn: mayFillIn)
  }

  /// Approvals that were given again after an edit, as far as git does not show that they were.
  ///
  /// - Parameter own: Those that were written by whom they name.
  private func unprovenApprovals(
    of change: Change, _ people: PeopleDirectory, but own: [String], mayFillIn: Bool
  ) -> [String] {
    LateEdit.edits(of: change, in: self, mayFillIn: mayFillIn).compactMap { late in
      guard late.voided.isEmpty else { return nil }
      let open = late.again.filter { !own.contains($0.text) }
      if open.isEmpty { return nil }
      let names = late.changes.map(\.name).joined(separator: ", ")
      let who = open.map { $0.by?.value ?? "somebody not named" }.joined(separator: ", ")
      return
        "\(names) edited \(late.edit.source(people)), and git does not show that \(who) approved it again"
    }
  }
}

extension RecordEdit {
  /// Fields of which something was replaced or taken away while an approval stood in the record, and
  /// sections that were added before the work: what CB601 does not look at. What is filled in is none.
  ///
  /// - Parameter own: Approvals that were written by whom they name: such a one may stand for another.
  fileprivate func changedAfterApproval(but own: [String]) -> [String] {
    comparisons.filter { !$0.approvalsBefore.isEmpty }.flatMap { comparison in
      comparison.fields.changes.filter { change in
        switch change.part {
        case .approved: false
        case .approval:
          !change.isFilledIn && !(change.added.allSatisfy(own.contains) && !change.added.isEmpty)
        case .time, .outcome, .other: !change.removed.isEmpty
        case .text: !change.removed.isEmpty || change.isSection && !hadBegun
        }
      }.map(\.name)
    }.uniqued
  }

  /// Which commit it was: `by Ann in commit 4f2a91c0d3e1 of 2026-03-08T09:00:00Z`.
  package func source(_ people: PeopleDirectory) -> String {
    commit?.source(people) ?? "in the folder, not committed yet"
  }
}

extension FieldChange {
  /// Each value that is gone stands there still, with more behind it: an approval got its time, or the day
  /// on which it was written down.
  fileprivate var isFilledIn: Bool {
    removed.allSatisfy { old in added.contains { $0.hasPrefix(old) } }
  }
}

extension Commit {
  /// `by Ann in commit 4f2a91c0d3e1 of 2026-03-08T09:00:00Z`; where it was moved or mended long after it
  /// was written, with the time of that as well.
  ///
  /// - Parameter people: Whose name it is, where the list has the address.
  package func source(_ people: PeopleDirectory) -> String {
    let written = authored ?? committed
    var text = "by \(people.title(email: author.email) ?? author.title) in commit \(shortID)"
    if let written { text += " of \(written.rfc3339)" }
    if let written, let committed, abs(committed - written) > Self.delay {
      text += ", committed \(committed.rfc3339)"
    }
    return text
  }

  /// In seconds; a shorter time between writing and committing is that of a review.
  private static let delay: Int64 = 3600
}

extension String {
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
