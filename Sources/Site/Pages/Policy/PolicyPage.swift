import Documents
import Markdown

/// A policy document, with beside each clause the rules that it drives.
struct PolicyPage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let facts: HTML
  let contents: HTML
  let clauses: HTML
  let understood: HTML

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("facts") { $0.facts },
    .html("contents") { $0.contents },
    .html("clauses") { $0.clauses },
    .html("understood") { $0.understood })
}

/// All versions of the policy.
struct PolicyIndexPage: TemplateModel {
  let frame: PageFrame
  let lead: RichText
  let policies: HTML

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "What changes are judged by" },
    .text("title") { _ in "Policy" },
    .rich("lead") { $0.lead },
    .html("policies") { $0.policies })
}
