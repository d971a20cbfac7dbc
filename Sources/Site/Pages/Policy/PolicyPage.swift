import Markdown

/// A policy document, with beside each clause the rules that it drives.
struct PolicyPage: PageModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let facts: HTML
  let contents: HTML
  let clauses: HTML
  let understood: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("facts") { $0.facts },
    .html("contents") { $0.contents },
    .html("clauses") { $0.clauses },
    .html("understood") { $0.understood })
}

/// All versions of the policy.
struct PolicyIndexPage: PageModel {
  let frame: PageFrame
  let lead: Lead
  let policies: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "What changes are judged by" },
    .text("title") { _ in "Policy" },
    .html("lead") { $0.lead.html },
    .html("policies") { $0.policies })
}
