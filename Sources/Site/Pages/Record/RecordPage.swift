import Documents

/// The page of one change, told as a story: what and why, the way through the workflow, the time
/// it had and took, who approved it and what was tested, then the plan.
struct RecordPage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let badges: Badges
  let summary: [any Block]
  let way: Steps
  /// Findings that concern no other block of the page.
  let findings: FindingList
  let times: [any Block]
  let approvals: [any Block]
  let evidence: [any Block]
  let sections: [any Block]
  let facts: Section
  let related: [any Block]

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .blocks("badges") { [$0.badges] },
    .blocks("summary") { $0.summary },
    .blocks("way") { [$0.way] },
    .blocks("findings") { [$0.findings] },
    .blocks("times") { $0.times },
    .blocks("approvals") { $0.approvals },
    .blocks("evidence") { $0.evidence },
    .blocks("sections") { $0.sections },
    .blocks("facts") { [$0.facts] },
    .blocks("related") { $0.related })
}
