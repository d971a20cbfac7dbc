import Markdown
import Records
import SourceText

extension RecordView {
  /// Whether a section stands on the page under its own heading; the others are told by the top
  /// of the page and by the blocks on times, approvals and evidence.
  static func isShownAsSection(_ role: SectionRole?) -> Bool {
    switch role {
    case .summary, .type, .riskLevel, .approvals, .testingEvidence: false
    case .justification, .technicalDetails, .impact, .implementationPlan, .rollbackPlan,
      .schedule, nil:
      true
    }
  }

  /// The first words of the page: the summary, or what stands above the first section.
  var summary: HTML {
    let summary = change.sections.first { $0.role == .summary && $0.state == .filled }
    var writer = HTMLWriter()
    func write(_ nodes: Range<Int>, class name: StaticString, to writer: inout HTMLWriter) {
      guard !nodes.isEmpty else { return }
      writer.open("div", class: name)
      publication.write(change.document, nodes: nodes, at: route, topHeading: 2, to: &writer)
      writer.close("div")
    }
    if let summary {
      write(summary.content, class: "lead prose", to: &writer)
      write(change.opening, class: "opening prose", to: &writer)
    } else {
      write(
        change.opening, class: change.sections.isEmpty ? "prose" : "lead prose", to: &writer)
    }
    return writer.finish()
  }

  /// The sections of the plan, in the record's order.
  var sections: HTML {
    var writer = HTMLWriter()
    writer.reserve(change.file.bytes.count * 2)
    /// Subsections are part of the section around them.
    var end = 0
    for (index, section) in change.sections.enumerated() {
      guard Self.isShownAsSection(section.role), section.content.lowerBound >= end else {
        continue
      }
      end = section.content.upperBound
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

  /// A section's text below a heading of level 2.
  func write(_ section: RecordSection, to writer: inout HTMLWriter) {
    switch section.state {
    case .filled:
      publication.write(
        change.document, nodes: section.content, at: route, topHeading: 3, to: &writer)
    case .empty:
      writer.element("p", class: "note", "Nothing is written in this section.")
    case .template:
      writer.element("p", class: "note", "This section still holds the template’s text.")
    }
  }
}
