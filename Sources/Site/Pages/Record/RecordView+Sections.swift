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
  var summary: HTML {
    var writer = HTMLWriter()
    func write(_ nodes: Range<Int>, class name: StaticString, to writer: inout HTMLWriter) {
      guard !nodes.isEmpty else { return }
      writer.open("div", class: name)
      publication.write(
        change.document, nodes: nodes, at: route, topHeading: 2, notes: notes, to: &writer)
      writer.close("div")
    }
    if let index = leadingSummary {
      write(change.sections[index].content, class: "lead prose", to: &writer)
      write(change.preamble, class: "opening prose", to: &writer)
      write(change.opening, class: "opening prose", to: &writer)
    } else {
      let hasSections = !change.sections.isEmpty
      write(change.preamble, class: hasSections ? "lead prose" : "prose", to: &writer)
      write(change.opening, class: hasSections ? "lead prose" : "prose", to: &writer)
    }
    return writer.finish()
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

  /// The sections of the plan, in the record's order.
  var sections: HTML {
    var writer = HTMLWriter()
    writer.reserve(change.file.bytes.count * 2)
    for index in shownSections {
      let section = change.sections[index]
      let id = Publication.textPrefix + section.heading.anchor
      writer.markup("<section class=\"prose\" aria-labelledby=\"")
      writer.text(id)
      writer.markup("\">")
      writer.element("h2", "id", id, section.heading.text)
      write(section, to: &writer)
      write(findings.sections[index] ?? [], to: &writer)
      writer.close("section")
    }
    return writer.finish()
  }

  /// A section's text below a heading of level 2, with a note where it does not say what it should.
  func write(_ section: RecordSection, to writer: inout HTMLWriter) {
    switch section.state {
    case .filled: break
    case .empty:
      writer.element("p", class: "note", "Nothing is written in this section.")
    case .template:
      writer.element("p", class: "note", "This section still waits for its answer.")
    }
    publication.write(
      change.document, nodes: section.content, at: route, topHeading: 3, notes: notes, to: &writer)
  }
}
