import Documents

/// A clause of a policy, with the rules that it drives beside it.
struct Clause: Block {
  struct Rule: TemplateModel {
    let code: String
    let title: String
    let found: RichText

    static let fields = TemplateFields<Self>(
      .text("code", "The code of the rule.") { $0.code },
      .target("href", "What the rule means.") { .rule($0.code) },
      .text("title", "What the rule finds.") { $0.title },
      .rich("found", "How many findings cite the clause, with a link.") { $0.found })
  }

  let title: String
  let text: Prose
  /// It is part of another.
  let isPart: Bool
  let rules: [Rule]

  static let name = "clause"

  static let fields = TemplateFields<Self>(
    .text("title", "The number and the title of the clause.") { $0.title },
    .flag("isPart", "It is part of another clause.") { $0.isPart },
    .blocks("text", "What it says, with its heading.") { [$0.text] },
    .flag("hasRules", "It drives some rule.") { !$0.rules.isEmpty },
    .list("rules", "The rules that it drives.") { $0.rules })

  private var list: ItemList {
    ItemList(lines: rules.map { "\($0.code, to: .rule($0.code)) \($0.title): \($0.found)" })
  }

  func write(to writer: inout TextWriter) { writer.write([text, list]) }

  func write(to writer: inout MarkdownWriter) { writer.write([text, list]) }

  func write(to writer: inout MailWriter) { writer.write([text, list]) }
}
