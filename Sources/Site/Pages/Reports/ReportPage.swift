import Documents

/// The report of one period.
struct ReportPage: SitePage {
  struct Part: TemplateModel {
    let section: Section

    static let fields = TemplateFields<Self>(
      .text("anchor", "The id of the heading.") { $0.section.anchor },
      .text("heading", "The heading.") { $0.section.heading },
      .blocks("content", "What stands below the heading.") { $0.section.blocks })
  }

  var frame: PageFrame
  let kicker: String
  let title: String
  let facts: RichText
  let caution: RichText
  let verdict: RichText
  let sections: [Section]
  /// The report before and that after it.
  let neighbours: [NeighbourLink]

  var document: Document {
    Document(
      kicker: kicker, title: title, lead: verdict.isEmpty ? facts : verdict,
      [Note(facts), Paragraph(caution)] + sections)
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .rich("facts", "The days of the period, and what requires the report.") { $0.facts },
    .rich("caution", "Why the figures may still move.") { $0.caution },
    .rich("verdict", "How the period went, in a paragraph.") { $0.verdict },
    .list("sections", "The parts of the report.") { $0.sections.map(Part.init) },
    .list("neighbours", "The report before, and that after.") { $0.neighbours })
}
