import FrontMatter
import Markdown
import SourceText

/// Reads an ordinary page: its title is the front matter's or its first heading's.
package func readPage(_ file: SourceFile) -> ContentPage {
  let source = RecordSource(file, known: ["title"], limits: .page)
  var mapping = source.mapping
  let stated = mapping.text("title")
  let heading = source.document.headings.first
  var start = min(1, source.document.nodes.count)
  if let heading, stated == nil || stated?.value == heading.text {
    start = Int(source.document.nodes[heading.node].end)
  }
  return ContentPage(
    document: source.document, title: stated?.value ?? heading?.text ?? file.stem,
    slug: slug(of: file), body: start..<source.document.nodes.count,
    problems: source.problems + mapping.problems)
}

/// The path under `content/` without the extension.
private func slug(of file: SourceFile) -> String {
  var path = file.path.utf8[...]
  if path.starts(with: "content/".utf8) { path = path.dropFirst("content/".utf8.count) }
  if let dot = path.lastIndex(of: UInt8(ascii: ".")) { path = path[..<dot] }
  return String(decoding: path, as: UTF8.self)
}
