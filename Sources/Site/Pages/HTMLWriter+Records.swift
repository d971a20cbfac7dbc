import Documents
import Markdown
import Records
import SourceText

extension HTMLWriter {
  /// The keys of front matter that nobody reads, as a small table; nothing where there are none.
  mutating func unreadKeys(_ keys: [UnreadKey]) {
    guard !keys.isEmpty else { return }
    markup("<div class=\"scroll\"><table><caption>Other keys of the front matter</caption>")
    markup("<thead><tr><th scope=\"col\">Key</th><th scope=\"col\">Value</th></tr></thead><tbody>")
    for key in keys {
      markup("<tr><th scope=\"row\">")
      element("code", key.key)
      markup("</th><td>")
      text(key.value)
      markup("</td></tr>")
    }
    markup("</tbody></table></div>")
  }

  /// A path that can break after each of its parts.
  mutating func path(_ path: String) {
    open("code")
    for (index, part) in path.parts(at: "/").enumerated() {
      if index > 0 { markup("/<wbr>") }
      text(part)
    }
    close("code")
  }

  /// A term and its description; nothing where there is none.
  mutating func fact(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    markup("<dt>")
    text(name)
    markup("</dt><dd>")
    text(value)
    markup("</dd>")
  }

  /// An id with its title, linked to its page where it has one; a web address as a link.
  mutating func record(_ id: String, at route: Route, in publication: Publication) {
    if let change = publication.register.change(id) {
      recordLink(id, to: Route.change(id).href(from: route))
      if let title = change.title?.value { text(" \(title)") }
    } else if let incident = publication.register.incident(id) {
      recordLink(id, to: Route.incident(id).href(from: route))
      if let title = incident.title?.value { text(" \(title)") }
    } else if id.hasPrefix("https://") || id.hasPrefix("http://") {
      element("a", ["href": id, "rel": "noreferrer"], id)
    } else {
      element("span", class: "id", id)
      text(", which is not on record")
    }
  }
}
