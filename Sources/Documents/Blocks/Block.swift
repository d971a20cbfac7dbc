/// What stands on a page, one below the other. A block says what it is and never how it looks.
///
/// Its fields are what its template under `blocks/` gets; what a reader of plain text and of Markdown
/// sees of it is written here, so that a block without one of the forms does not compile.
package protocol Block: TemplateModel {
  /// The name of its template, without the extension.
  static var name: String { get }

  /// It has nothing to show, and is left out.
  var isEmpty: Bool { get }

  func write(to writer: inout TextWriter)

  func write(to writer: inout MarkdownWriter)

  func write(to writer: inout MailWriter)
}

extension Block {
  package var isEmpty: Bool { false }
}
