import Markdown

/// A freeze: when it holds, what may pass, where it comes from, and the changes that it meets.
struct FreezePage: PageModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let badges: HTML
  let lead: String
  let findings: HTML
  let text: HTML
  let stopped: HTML
  let during: HTML
  let occurrences: HTML
  let facts: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("badges") { $0.badges },
    .text("lead") { $0.lead },
    .html("findings") { $0.findings },
    .html("text") { $0.text },
    .html("stopped") { $0.stopped },
    .html("during") { $0.during },
    .html("occurrences") { $0.occurrences },
    .html("facts") { $0.facts })
}
