import FrontMatter
import Markdown
import PolicyReading
import SourceText

extension Reconciliation {
  /// Who a key of the front matter names, else who stands after the same label in the text before
  /// the first section or in the schedule.
  mutating func person(_ key: String) -> Located<String>? {
    let stated = facts.text(key)
    var written: Located<String>?
    let places = [body.opening] + body.sections.filter { $0.role == .schedule }.map(\.content)
    for nodes in places where written == nil {
      if let value = document.wholeValue(key, in: nodes) {
        written = Located(document.file.text(value), Place(document.file, value))
      }
    }
    written = written ?? personInBody(key)
    guard let written, !NonName.matches(written.value) else { return stated }
    let people = PeopleDirectory()
    return agreed(key, stated, written) { first, second in
      people.identities(in: first).share(with: people.identities(in: second))
    }
  }

  /// The front matter's approvals, and those of the body that it does not have; and what stands there
  /// and is none.
  ///
  /// Whoever refused in one place has not approved in the other: that is for somebody to settle.
  mutating func approvals(
    _ stated: [StatedApproval], _ people: PeopleDirectory
  ) -> (given: [Approval], not: [Unapproved]) {
    var given: [Approval] = []
    var not: [Unapproved] = []
    for entry in stated {
      guard let role = vocabulary.role(entry.role.value) else {
        facts.report(
          .unreadableValue(
            key: "role", text: entry.role.value,
            expected: vocabulary.expectedRoles(for: entry.role.value)), at: entry.role.place)
        continue
      }
      let vocabulary = vocabulary
      let (approval, unapproved) = entry.read(as: role) { text in
        vocabulary.isFiller(text, of: role)
      }
      if let approval { given.append(approval) }
      not += unapproved
    }
    settle(not, &given)
    let sections = body.sections.filter { $0.role == .approvals }
    // An entry with an empty `at:` waits for its time, and no box gives one.
    let awaited = Set(stated.filter { $0.at == nil && $0.asksInstant }.map(\.place))
    var lines: [ApprovalLines] = []
    for section in sections {
      lines.append(join(section, to: &given, &not, people, awaited: awaited))
    }
    let open = lines + approvalsElsewhere(people)
    report(open.flatMap(\.open), besides: lines.flatMap(\.approvals), against: given)
    return (given, not)
  }

  /// What stands under other headings that speak of approvals, such as `Approvals 2` and `Sign-off`: nobody
  /// approves there, and who has not may be said.
  private func approvalsElsewhere(_ people: PeopleDirectory) -> [ApprovalLines] {
    body.sections.filter { section in
      let words = WordForm.words(section.heading.text)
      return section.role != .approvals
        && (words.contains { $0.hasPrefix("approv") || $0.hasPrefix("signoff") }
          || zip(words, words.dropFirst()).contains { $0 == "sign" && $1.hasPrefix("off") })
    }.map {
      ApprovalLines($0.content, in: document, vocabulary: vocabulary, people: people)
    }
  }

  /// Adds what a section of approvals says, and gives it back.
  private mutating func join(
    _ section: RecordSection, to given: inout [Approval], _ not: inout [Unapproved],
    _ people: PeopleDirectory, awaited: Set<Place>
  ) -> ApprovalLines {
    let read = ApprovalLines(
      section.content, in: document, vocabulary: vocabulary, people: people)
    problems += read.problems
    if let left = read.fillers.first { body.mark(.approvals, as: .template(left)) }
    for approval in read.approvals {
      let known = given.firstIndex { known in
        known.role.value == approval.role.value && known.people.share(with: approval.people)
      }
      if let known {
        given[known].days += approval.days
        // Whose approval it is, where the box names somebody else beside them, is not known.
        given[known].others += approval.others.filter { !given[known].people.contains($0) }
        if !awaited.contains(given[known].place) { given[known].isUndated = false }
        continue
      }
      if let refusal = not.first(where: { $0.contradicts(approval) }) {
        report(approval, against: refusal)
      } else {
        given.append(approval)
      }
    }
    settle(read.unapproved, &given)
    let taken = read.unapproved.map { claim in
      given.filter { claim.doubts($0, besides: read.approvals) }
    }
    for (claim, doubted) in zip(read.unapproved, taken) {
      for approval in doubted { report(approval, against: claim) }
    }
    not += read.unapproved
    return read
  }

  /// Says where a box that is not ticked names whoever has approved by another box or the front matter.
  private mutating func report(
    _ open: [OpenBox], besides ticked: [Approval], against given: [Approval]
  ) {
    for box in open {
      let isOf: (Approval) -> Bool = { approval in
        (box.role ?? approval.role.value) == approval.role.value
          && box.people.share(with: approval.people)
      }
      guard let approval = given.first(where: isOf),
        box.asksForApproval || !ticked.contains(where: isOf)
      else { continue }
      problems.append(
        ReadingProblem(
          .disagreement(
            key: "\(approval.role.value.rawValue) approval", first: "[ ] \(box.text)",
            second: approval.by?.value ?? "", other: approval.place), at: box.place))
    }
  }

  /// Takes away what somebody has taken back, or what may have been, and says so.
  private mutating func settle(_ refusals: [Unapproved], _ given: inout [Approval]) {
    for refusal in refusals where refusal.reason.takesBack {
      let taken = given.filter(refusal.contradicts)
      given.removeAll(where: refusal.contradicts)
      for approval in taken { report(approval, against: refusal) }
    }
  }

  private mutating func report(_ approval: Approval, against refusal: Unapproved) {
    problems.append(
      ReadingProblem(
        .disagreement(
          key: "\(refusal.role.value.rawValue) approval", first: approval.by?.value ?? "",
          second: refusal.text, other: refusal.place), at: approval.place))
  }
}

extension Unapproved.Reason {
  /// An approval that stands elsewhere may be gone by it.
  fileprivate var takesBack: Bool { self == .refused || self == .struckOut || self == .unclear }
}

extension Unapproved {
  /// Whether it says that somebody has not approved, of whom an approval says that they have. What is
  /// not clear says so of whom it names.
  fileprivate func contradicts(_ approval: Approval) -> Bool {
    guard role.value == approval.role.value, reason != .nobody else { return false }
    return identity.map { approval.people.contains($0) } ?? (reason == .refused)
  }

  /// Whether a ticked box, which gives no approval, leaves open one that stands elsewhere: that of whom it
  /// names, or where it says that it is nobody's and no other box gives one, any of its role.
  fileprivate func doubts(_ approval: Approval, besides ticked: [Approval]) -> Bool {
    guard isClaimed, role.value == approval.role.value, !text.isEmpty else { return false }
    if let identity, reason != .nobody { return approval.people.contains(identity) }
    return !ticked.contains { $0.role.value == role.value }
  }
}
