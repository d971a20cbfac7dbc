import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// What a record says outside of `outcome:` of how its change ended: a section `Outcome`, a line
/// `**Status:** rejected`, a key `status:`.
struct StatedEnd {
  private static let labels: Set<String> = [
    "outcome", "status", "state", "decision", "result", "resolution", "verdict", "disposition",
    "phase", "stage", "lifecycle", "close code", "closure code", "completion code",
  ]
  /// Keys that say it by their name: `cancelled: true`.
  private static let keys = ends.union(["on hold", "hold"])

  /// Words that say that the change is over, will not be made, or not now.
  private static let ends = StateWords.off.union(StateWords.held).union(StateWords.over)

  /// What labels and keys say of an end, what the text does, and what else keys say; each place once.
  static func all(
    in body: RecordBody, of document: MarkdownDocument, title: Located<String>?,
    unread: [UnreadKey], besides others: [ReadingProblem]
  ) -> [ReadingProblem] {
    var places: Set<Place> = []
    return
      (problems(in: body, of: document, unread: unread) + others
      + statements(in: body, of: document, title: title)).filter {
        places.insert($0.place).inserted
      }
  }

  /// The places that speak of an end, as problems; they decide nothing where the front matter has an
  /// outcome, and leave a doubt where it has none.
  static func problems(
    in body: RecordBody, of document: MarkdownDocument, unread: [UnreadKey]
  ) -> [ReadingProblem] {
    var found: [(label: String, text: String, place: Place)] = []
    for key in unread {
      let name = WordForm.fold(key.key)
      if labels.contains(name) { found.append((key.key, key.value, key.place)) }
      if keys.contains(name), !["false", "no", "null", ""].contains(WordForm.fold(key.value)) {
        found.append((key.key, "\(name) \(key.value)", key.place))
      }
    }
    for section in body.sections
    where section.role == nil && isLabel(section.heading.text) {
      found.append(
        (
          section.heading.text, document.plainText(ofNodes: section.content),
          section.heading.place
        ))
    }
    found += nestedStates(in: body, of: document)
    found += document.labelledValues { labels.contains($0) || isOfApproval($0) }
    found += document.tablesOfOneRow { labels.contains($0) || isOfApproval($0) }
    return announcements(in: body, of: document)
      + found.compactMap { label, text, place in
        let isSaid =
          isOfApproval(WordForm.fold(label)) ? refuses(text) : says(text)
        guard isSaid else { return nil }
        return ReadingProblem(
          .endBesideOutcome(
            label: label, text: text, outcome: Outcome(saidIn: text)?.rawValue), at: place)
      }
  }

  /// What stands below headings of a state within the sections: `#### Status` and `On hold`. Tests and steps
  /// have results of their own.
  private static func nestedStates(
    in body: RecordBody, of document: MarkdownDocument
  ) -> [(label: String, text: String, place: Place)] {
    body.sections.flatMap { section -> [(label: String, text: String, place: Place)] in
      section.content.compactMap { node in
        guard case .heading = document.nodes[node].kind else { return nil }
        let label = document.plainText(of: node)
        guard isLabel(label), !section.hasResults else { return nil }
        let text = document.textBelow(heading: node, until: section.content.upperBound)
        let words = WordForm.words(text)
        let isState =
          StateWords.areAll(of: words) && !words.allSatisfy(StateWords.over.contains)
          || ApprovalWords.fault(in: Array(words.prefix(8))) == .refused
        return isState ? (label, text, document.place(of: node)) : nil
      }
    }
  }

  /// Headings outside the approvals that tell of some that are not given, or hold no longer, where anything
  /// stands below them: `Pending approvals`.
  private static func announcements(
    in body: RecordBody, of document: MarkdownDocument
  ) -> [ReadingProblem] {
    let approvals = body.sections.filter { $0.role == .approvals }.map(\.content)
    return document.headings.compactMap { heading in
      guard !approvals.contains(where: { $0.contains(heading.node) }),
        ApprovalLimit.announces(heading.text)
      else { return nil }
      let text = document.textBelow(heading: heading.node, until: document.nodes.count)
      if text.isEmpty || NonName.meansNothing(text) { return nil }
      return ReadingProblem(
        .unreadableValue(
          key: heading.text, text: text,
          expected: "approvals that are given, in the section of approvals alone"),
        at: heading.place)
    }
  }

  /// `Approval`, `CAB decision`: what stands there refuses, or says nothing of an end.
  private static func isOfApproval(_ label: String) -> Bool {
    let words = label.parts(at: " ")
    return words.count <= 3
      && words.contains { ["approval", "approvals", "approved", "cab", "board"].contains($0) }
      && !words.contains { ["required", "needed", "by", "from", "members", "date"].contains($0) }
  }

  private static func refuses(_ text: String) -> Bool {
    let words = Array(WordForm.words(text).prefix(8))
    return ApprovalWords.fault(in: words) == .refused || EndingStatement.says(text)
      || words == ["no"] || words == ["false"] || words == ["none"]
  }

  /// `Outcome`, `4. Decision`, `Status of the change`.
  private static func isLabel(_ heading: String) -> Bool {
    let words = WordForm.words(heading).filter {
      !$0.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return words.first.map(labels.contains) ?? false && words.count <= 4
      || words.last.map(labels.contains) ?? false && words.count <= 3
  }

  private static func says(_ text: String) -> Bool {
    let words = UnderWay.removed(from: WordForm.words(text))
    // What begins a sentence tells the state; deep in a text such a word may speak of anything.
    let first = Array(words.prefix(8))
    return first.contains(where: ends.contains)
      && !first.contains(where: ApprovalWords.isDenying)
      || ApprovalWords.fault(in: first) != nil
      || StateWords.areAll(of: words)
      || StateWords.holdsPair(first)
      || Outcome(saidIn: words.joined(separator: " ")) != nil
  }
}

extension RecordSection {
  /// Its steps and tests have results, which are not the change's.
  fileprivate var hasResults: Bool {
    switch role {
    case .testingEvidence, .implementationPlan, .rollbackPlan: true
    default: false
    }
  }
}
