import Chronology
import Documents

/// `llms.txt`: the places of the site as Markdown, for programs that read pages in place of people
/// (llmstxt.org).
///
/// - Parameter pages: All that are written; of those that are made by the thousand none is named, since
///   their lists are.
func pageList(of pages: [PlannedPage], titled title: String) -> OutputFile {
  let places = HeaderPlace.allCases.map { ($0.name, $0.route) }
  let others: [(String, Route)] = [
    ("Systems", .systems), ("People", .people(page: 1)), ("Compliance", .compliance),
    ("Figures", .figures),
  ]
  let known = Set(pages.lazy.filter(\.route.hasTwin).map(\.route))
  let guide: [(String, Route)] = pages.map(\.route).filter { route in
    route.hasTwin && route.path.hasPrefix("guide/") && route != .guide
      && !route.path.dropFirst("guide/".count).contains("/")
  }.map { route in
    let name = route.path.dropFirst("guide/".count).dropLast(".html".count)
    return (String(name).replacing("-", with: " ").capitalisedFirst, route)
  }
  var writer = MarkdownWriter(zone: .utc) { target in
    if case .page(let path, _, _) = target { path } else { nil }
  }
  func list(_ entries: [(String, Route)]) {
    writer.list(
      entries.filter { known.contains($0.1) }.map { name, route in
        ("\(name, to: .page(path: route.twin.path, query: nil, fragment: nil))", [])
      })
  }
  writer.heading(RichText(title), level: 1)
  writer.paragraph(
    "Every page of this site is also there as Markdown: its address with `.md` in place of `.html`."
  )
  writer.heading("Places", level: 2)
  list(places + others)
  if !guide.isEmpty {
    writer.heading("Guide", level: 2)
    list(guide)
  }
  writer.heading("Data", level: 2)
  writer.list(
    ["changes.json", "findings.json", "figures.json", "calendar.ics"].map { name in
      ("\(name, to: .page(path: Route.data(name).path, query: nil, fragment: nil))", [])
    })
  return OutputFile(path: "llms.txt", content: Array(writer.text.utf8))
}
