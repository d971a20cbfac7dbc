import Documents
import Markdown
import Records
import SourceText

extension RecordView {
  /// Whether a section stands on the page under its own heading; the others are told by the top
  /// of the page and by the blocks on times, approvals and evidence.
  static func isShownAsSection(_ role: SectionRole?) -> Bool {
    switch role {
    case .title, .summary, .type, .riskLevel, .approvals, .testingEvidence: false
    case .justification, .technicalDetails, .impact, .implementationPlan, .rollbackPlan,
      .schedule, nil:
      true
    }
  }

  /// The first words of the page: the summary, or what stands above the first section.
  var summary: [any Block] {
    guard let index = leadingSummary else {
      let role: Prose.Role = change.sections.isEmpty ? .text : .lead
      return [prose(change.preamble, as: role), prose(change.opening, as: role)]
    }
    return [
      prose(change.sections[index].content, as: .lead), prose(change.preamble, as: .opening),
      prose(change.opening, as: .opening),
    ]
  }

  private func prose(_ nodes: Range<Int>, as role: Prose.Role) -> Prose {
    Prose(change.document, nodes, topHeading: 2, as: role)
  }

  /// The index of the section whose text opens the page.
  var leadingSummary: Int? {
    change.sections.firstIndex { $0.role == .summary && $0.state == .filled }
  }

  /// Whether a section stands among those of the plan: what no other block of the page tells does.
  private func isShown(_ index: Int) -> Bool {
    let section = change.sections[index]
    if Self.isShownAsSection(section.role) { return true }
    let isFirst = change.sections.firstIndex { $0.role == section.role } == index
    return switch section.role {
    case .summary: index != leadingSummary && !section.content.isEmpty
    case .testingEvidence: !isFirst
    default: !isFirst && !section.content.isEmpty || !isTold(section)
    }
  }

  /// Indices of the sections that stand under their own heading. Subsections are part of the section
  /// around them.
  var shownSections: [Int] {
    var end = 0
    return change.sections.indices.filter { index in
      let content = change.sections[index].content
      guard isShown(index), content.lowerBound >= end else { return false }
      end = content.upperBound
      return true
    }
  }

  /// Whether a section tells what became of a change that went wrong: what its author wrote beside
  /// what the policy's template asks of a plan.
  private func tellsWhatHappened(_ index: Int) -> Bool {
    switch change.outcome?.value {
    case .failed, .rolledBack, .aborted, .successfulWithIssues:
      change.sections[index].role == nil
    case .successful, .cancelled, .rejected, nil: false
    }
  }

  /// What happened to a change that went wrong, in the record's own words: it is read before the plan.
  var happened: [any Block] { blocks(of: shownSections.filter(tellsWhatHappened)) }

  /// The sections of the plan, in the record's order.
  var sections: [any Block] { blocks(of: shownSections.filter { !tellsWhatHappened($0) }) }

  private func blocks(of indices: [Int]) -> [any Block] {
    indices.map { index in
      let section = change.sections[index]
      return Section(
        Publication.textPrefix + section.heading.anchor, section.heading.text, isProse: true,
        text(of: section) + [FindingList(findings.sections[index] ?? [])])
    }
  }

  /// A section's text below a heading of level 2, with a note where it does not say what it should.
  func text(of section: RecordSection) -> [any Block] {
    let text = Prose(change.document, section.content, topHeading: 3)
    return switch section.state {
    case .filled: [text]
    case .empty: [Note("Nothing is written in this section."), text]
    case .template: [Note("This section still waits for its answer."), text]
    }
  }
}
