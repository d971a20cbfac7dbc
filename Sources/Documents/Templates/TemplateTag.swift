import SourceText

/// A tag of a template that was understood.
package struct TemplateTag: Sendable {
  enum Kind: Sendable, Hashable {
    /// `{{name}}`
    case text
    /// `{{{name}}}` or `{{&name}}`
    case raw
    /// `{{#name}}` or `{{^name}}`, and how many of the tags after it lie inside.
    case section(isInverted: Bool, inner: Int)
    /// `{{/name}}`
    case close
    /// `{{> name}}`
    case partial
    /// `{{! … }}`
    case comment
  }

  var kind: Kind
  /// Empty for a comment.
  let name: String
  /// From the first brace to the last.
  let range: SourceRange
}

/// A template's file and what was understood of it.
package struct TemplateSource: Sendable {
  package let file: SourceFile
  /// In order. Every section closes: where the file does not say so, at the end of the section
  /// around it.
  let tags: [TemplateTag]
  /// What the file alone shows to be wrong.
  package let problems: [ReadingProblem]

  package static func read(_ file: SourceFile) -> TemplateSource { TemplateScan.read(file) }

  /// How deep sections and partials together may nest: rendering descends as deep.
  static let deepestNesting = 32
}
