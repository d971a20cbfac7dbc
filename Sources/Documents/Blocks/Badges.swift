/// A word that says in brief how something stands.
package struct Badge: TemplateModel {
  package enum Kind: String, Sendable { case plain, info, good, warn, bad, off }

  package let text: RichText
  package let kind: Kind
  /// It has a sign beside its colour.
  package let isMarked: Bool

  package init(_ text: RichText, _ kind: Kind = .plain, isMarked: Bool = false) {
    self.text = text
    self.kind = kind
    self.isMarked = isMarked
  }

  /// Of a word alone. The label keeps an interpolation from being taken for one: its pieces stay what they are.
  package init(word: String, _ kind: Kind = .plain, isMarked: Bool = false) {
    self.init(RichText(word), kind, isMarked: isMarked)
  }

  package static let fields = TemplateFields<Self>(
    .rich("content", "The word.") { $0.text },
    .text("kind", "`info`, `good`, `warn` or `bad`; nothing for a plain word.") {
      $0.kind == .plain || $0.kind == .off ? "" : $0.kind.rawValue
    },
    .text("mark", "`good`, `warn`, `bad` or `none`: the sign of a marked word.") {
      $0.kind == .off ? "none" : $0.kind.rawValue
    },
    .flag("isMarked", "It has a sign beside its colour.") { $0.isMarked })
}

/// How something stands, in a few words below its title.
package struct Badges: Block {
  package let badges: [Badge]

  package init(_ badges: [Badge]) { self.badges = badges }

  package static let name = "badges"

  package static let fields = TemplateFields<Self>(.list("badges", "The words.") { $0.badges })

  package var isEmpty: Bool { badges.isEmpty }

  /// The words in a row.
  package var sentence: RichText { badges.map(\.text).joined(by: " · ") }

  package func write(to writer: inout TextWriter) { writer.paragraph(sentence) }

  package func write(to writer: inout MarkdownWriter) { writer.paragraph(sentence) }

  package func write(to writer: inout MailWriter) { writer.paragraph(sentence, class: "soft") }
}
