import Findings
import Markdown
import SourceText

/// Names the records of which something could not be read, and says that they are in no figure;
/// nothing where all were read. Long lists end with a link to the whole.
func unreadableNotice(_ publication: Publication, at route: Route) -> HTML {
  let unread = publication.findings.unread
  guard !unread.isEmpty else { return .empty }
  let shown = unread.prefix(5)
  var writer = HTMLWriter()
  writer.open("aside", ["class": "notice", "aria-labelledby": "unread"])
  writer.element(
    "h2", "id", "unread",
    unread.count == 1
      ? "1 record has errors and is excluded from all figures"
      : "\(unread.count) records have errors and are excluded from all figures")
  writer.open("ul")
  for (path, finding) in shown {
    writer.open("li")
    if let page = publication.links.route(ofPath: path) {
      writer.element("a", "href", page.href(from: route), path)
    } else {
      writer.element("code", path)
    }
    writer.text(", line \(finding.place.start.line): ")
    writer.sentence(finding.message)
    writer.close("li")
  }
  writer.close("ul")
  if unread.count > shown.count {
    writer.open("p")
    writer.element(
      "a", "href", Route.findings.href(from: route, fragment: "unread"),
      "All \(unread.count) of them")
    writer.close("p")
  }
  writer.close("aside")
  return writer.finish()
}
