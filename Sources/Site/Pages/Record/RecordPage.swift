import Markdown

/// The page of one change, told as a story: what and why, the way through the workflow, the time
/// it had and took, who approved it and what was tested, then the plan.
struct RecordPage: PageModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let badges: HTML
  let summary: HTML
  let way: HTML
  /// Findings that concern no other block of the page.
  let findings: HTML
  let times: HTML
  let approvals: HTML
  let evidence: HTML
  let sections: HTML
  let facts: HTML
  let related: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("badges") { $0.badges },
    .html("summary") { $0.summary },
    .html("way") { $0.way },
    .html("findings") { $0.findings },
    .html("times") { $0.times },
    .html("approvals") { $0.approvals },
    .html("evidence") { $0.evidence },
    .html("sections") { $0.sections },
    .html("facts") { $0.facts },
    .html("related") { $0.related })
}
