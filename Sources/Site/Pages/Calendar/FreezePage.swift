import Documents

/// A freeze: when it holds, what may pass, where it comes from, and the changes that it meets.
struct FreezePage: SitePage {
  var frame: PageFrame
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

  var document: Document {
    Document(
      kicker: kicker, title: title, lead: RichText(lead),
      [badges, findings] + text + [
        Section("stopped", "Blocked changes", stopped),
        Section("during", "Changes made during the freeze", during),
      ] + occurrences + [facts])
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .blocks("badges", "How it stands, in a few words.") { [$0.badges] },
    .text("lead", "When it holds, in a sentence.") { $0.lead },
    .blocks("findings", "What was found in its declaration.") { [$0.findings] },
    .blocks("text", "What its declaration says.") { $0.text },
    .blocks("stopped", "The planned changes that it stops.") { $0.stopped },
    .blocks("during", "The changes that were carried out while it held.") { $0.during },
    .blocks("occurrences", "When it holds, where it comes again.") { $0.occurrences },
    .blocks("facts", "Its facts.") { [$0.facts] })
}
