import Documents

/// A freeze: when it holds, what may pass, where it comes from, and the changes that it meets.
struct FreezePage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let badges: Badges
  let lead: String
  let findings: FindingList
  let text: [any Block]
  let stopped: [any Block]
  let during: [any Block]
  let occurrences: [any Block]
  let facts: Section

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .blocks("badges") { [$0.badges] },
    .text("lead") { $0.lead },
    .blocks("findings") { [$0.findings] },
    .blocks("text") { $0.text },
    .blocks("stopped") { $0.stopped },
    .blocks("during") { $0.during },
    .blocks("occurrences") { $0.occurrences },
    .blocks("facts") { [$0.facts] })
}
