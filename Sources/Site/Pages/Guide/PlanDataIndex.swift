import Documents
import Calendar
import Figures
import Markdown

/// What can be downloaded.
func planDataIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage(.dataIndex, template: "sections", in: publication) {
    SectionsPage(
      frame: publication.frame(at: .dataIndex, in: .data).page(
        "Data", breadcrumbs: .trail([], to: "Data", at: .dataIndex)),
      kicker: "Everything shown, to recompute", title: "Data",
      lead: "The files hold what the pages show: instants are UTC, durations seconds, and rates "
        + "carry numerator and denominator.",
      sections: [
        .init(anchor: "records", heading: "Records and findings", content: recordFiles()),
        .init(anchor: "figures", heading: "Figures", content: figureFiles()),
        .init(
          anchor: "calendar", heading: "Calendar",
          content: calendarFiles(systems: FeedSystem.list(of: publication.register))),
        .init(anchor: "schemas", heading: "Schemas", content: otherSchemas()),
      ])
  }
}

private func recordFiles() -> HTML {
  var writer = HTMLWriter()
  writer.openFileTable("Records and findings", head: ["What", "Spreadsheet", "JSON", "Schema"])
  for (name, about) in [
    ("changes", "Every change with its facts, stage and outcome"),
    ("findings", "Every finding with its place and the clause it rests on"),
  ] {
    writer.open("tr")
    writer.element("td", class: "what", about)
    writer.file(.data("\(name).csv"), "\(name).csv")
    writer.file(.data("\(name).json"), "\(name).json")
    writer.file(.schema(name), "\(name) schema")
    writer.close("tr")
  }
  writer.open("tr")
  writer.element("td", class: "what", "Every publication of figures, compared with today")
  writer.file(.data("restatements.csv"), "restatements.csv")
  writer.file(.data("restatements.json"), "restatements.json")
  writer.file(.schema("restatements"), "restatements schema")
  writer.close("tr")
  writer.closeFileTable()
  return writer.finish()
}

private func figureFiles() -> HTML {
  var writer = HTMLWriter()
  writer.open("p")
  writer.text("The values of all figures of every week, month, quarter and year: ")
  writer.element("a", "href", Route.data("figures.json").href(from: .dataIndex), "figures.json")
  writer.text(" (")
  writer.element("a", "href", Route.schema("figures").href(from: .dataIndex), "schema")
  writer.text("). The ids of the records behind them are in the table of each figure.")
  writer.close("p")
  writer.openFileTable("Figures", head: ["Figure", "Spreadsheet"])
  for definition in FigureCatalogue.definitions {
    writer.open("tr")
    writer.open("td", class: "what")
    writer.element(
      "a", "href", Route.figure(definition.key).href(from: .dataIndex), definition.title)
    writer.close("td")
    writer.file(.figureTable(definition.key), "\(definition.slug).csv")
    writer.close("tr")
  }
  writer.closeFileTable()
  return writer.finish()
}

private func calendarFiles(systems: [FeedSystem]) -> HTML {
  var writer = HTMLWriter()
  writer.element(
    "p",
    "A calendar program that subscribes to a feed shows what the pages show, and follows when it "
      + "changes. The tables hold the year before this site was built and the year after.")
  writer.openFileTable("Calendar", head: ["What", "Feed", "Spreadsheet"])
  for (name, about, hasTable) in [
    ("calendar", "Windows, freezes and changes", false),
    ("windows", "When changes may run", true),
    ("freezes", "When they are held back, and what may pass", true),
    ("changes", "Every change when it was done, else when it is planned", false),
  ] {
    writer.open("tr")
    writer.element("td", class: "what", about)
    writer.file(.feed(name), "\(name).ics")
    if hasTable {
      writer.file(.data("\(name).csv"), "\(name).csv")
    } else {
      writer.element("td", "")
    }
    writer.close("tr")
  }
  writer.closeFileTable()
  guard !systems.isEmpty else { return writer.finish() }
  writer.element("p", "A feed for each system: its changes, and the freezes that hold for it.")
  writer.openFileTable("Feeds of systems", head: ["System", "Feed"])
  for system in systems {
    writer.open("tr")
    writer.element("td", class: "what", system.name)
    writer.file(.systemFeed(system.key), "\(system.key).ics")
    writer.close("tr")
  }
  writer.closeFileTable()
  return writer.finish()
}

/// The schemas of what is not among the files of the site.
private func otherSchemas() -> HTML {
  var writer = HTMLWriter()
  writer.element(
    "p",
    "What the program reads and writes besides is described too, for editors and for whoever "
      + "programs with it.")
  writer.openFileTable("Schemas", head: ["What", "Schema"])
  for (name, about) in [
    ("record", "The front matter of a change record"),
    ("gate", "The answer of the gate: changebook gate --format json"),
    ("report", "The report of a period: changebook report --format json"),
    ("published", "Published figures: content/published"),
  ] {
    writer.open("tr")
    writer.element("td", class: "what", about)
    writer.file(.schema(name), "\(name) schema")
    writer.close("tr")
  }
  writer.closeFileTable()
  return writer.finish()
}

extension HTMLWriter {
  fileprivate mutating func openFileTable(_ caption: String, head: [String]) {
    open("div", class: "scroll")
    open("table")
    element("caption", class: "unseen", caption)
    open("thead")
    open("tr")
    for name in head { element("th", "scope", "col", name) }
    close("tr")
    close("thead")
    open("tbody")
  }

  fileprivate mutating func closeFileTable() {
    close("tbody")
    close("table")
    close("div")
  }

  fileprivate mutating func file(_ route: Route, _ label: String) {
    open("td")
    element("a", "href", route.href(from: .dataIndex), label)
    close("td")
  }
}
