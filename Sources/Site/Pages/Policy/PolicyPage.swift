import Documents

/// A policy document, with beside each clause the rules that it drives.
struct PolicyPage: SitePage {
  var frame: PageFrame
  let kicker: String
  let title: String
  let facts: Prose
  let contents: Contents
  let clauses: [any Block]
  let understood: [any Block]

  var document: Document {
    Document(
      kicker: kicker, title: title,
      [facts] + clauses + [
        Section("understood", "What is understood of this policy", understood)
      ])
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .blocks("facts", "What stands below the title of the policy.") { [$0.facts] },
    .blocks("contents", "The clauses, each with a link.") { [$0.contents] },
    .blocks("clauses", "The document, clause by clause, with the rules that each drives.") {
      $0.clauses
    },
    .blocks("understood", "What is understood of the policy.") { $0.understood })
}
