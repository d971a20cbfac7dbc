import FrontMatter
import Markdown
import SourceText

/// Reads an ordinary page: its title is the front matter's, else its first heading of the first level,
/// else the file's name. All other headings, and what stands above the first one, are its text.
package func readPage(_ file: SourceFile) -> ContentPage { readPage(RecordSource(page: file)) }

/// The same of a page that is parsed already.
func readPage(_ source: RecordSource) -> ContentPage {
  let file = source.document.file
  var mapping = source.mapping
  let stated = mapping.text("title")
  let heading = source.document.titleHeading
  let title = stated?.value ?? heading?.text ?? file.stem
  let count = source.document.nodes.count
  return ContentPage(
    document: source.document, title: title, slug: slug(of: file), body: min(1, count)..<count,
    titleNode: source.document.titleNode(saying: title),
    problems: source.problems + mapping.problems)
}

/// The path under `content/` without the extension.
private func slug(of file: SourceFile) -> String {
  var path = file.path.utf8[...]
  if path.starts(with: "content/".utf8) { path = path.dropFirst("content/".utf8.count) }
  if let dot = path.lastIndex(of: UInt8(ascii: ".")) { path = path[..<dot] }
  return String(decoding: path, as: UTF8.self)
}
