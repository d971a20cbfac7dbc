import Documents

/// The page of one change, told as a story: what and why, the way through the workflow, the time
/// it had and took, who approved it and what was tested, then the plan.
struct RecordPage: SitePage {
  var frame: PageFrame
  let kicker: String
  let title: String
  let badges: Badges
  let summary: [any Block]
  let way: Steps
  /// Findings that concern no other block of the page.
  let findings: FindingList
  /// What happened to one that went wrong.
  let happened: [any Block]
  let times: [any Block]
  let approvals: [any Block]
  let evidence: [any Block]
  let sections: [any Block]
  /// Who wrote the record, and when.
  let history: [any Block]
  let facts: Section
  let related: [any Block]

  var document: Document {
    Document(
      kicker: kicker, title: title,
      [badges] + summary + [way, findings] + happened + times + approvals + evidence + sections
        + history
        + [facts] + related)
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .blocks("badges", "How it stands, in a few words.") { [$0.badges] },
    .blocks("summary", "What and why, in brief.") { $0.summary },
    .blocks("way", "The stages of the workflow.") { [$0.way] },
    .blocks("findings", "Findings that concern no other block.") { [$0.findings] },
    .blocks("happened", "What happened to one that went wrong, in its own words.") { $0.happened },
    .blocks("times", "The time that it had and took, and the next slots of one that is planned.") {
      $0.times
    },
    .blocks("approvals", "Who approved it.") { $0.approvals },
    .blocks("evidence", "What was tested.") { $0.evidence },
    .blocks("sections", "The plan, and the rest of the text.") { $0.sections },
    .blocks("history", "Who wrote the record and when, as far as git knows.") { $0.history },
    .blocks("facts", "Its facts.") { [$0.facts] },
    .blocks("related", "What it has to do with other records.") { $0.related })
}
