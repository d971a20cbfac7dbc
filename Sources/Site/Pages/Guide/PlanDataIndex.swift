import Markdown

/// What can be downloaded.
func planDataIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage(.dataIndex, template: "sections") {
    var writer = HTMLWriter()
    writer.open("div", ["class": "scroll"])
    writer.open("table")
    writer.element("caption", ["class": "unseen"], "Files")
    writer.open("thead")
    writer.open("tr")
    for name in ["What", "Spreadsheet", "Machine-readable", "Schema"] {
      writer.element("th", ["scope": "col"], name)
    }
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    for (name, about) in [
      ("changes", "Every change with its facts, stage and outcome"),
      ("findings", "Every finding with its place and the clause it rests on"),
      ("figures", "Every figure of every week, month, quarter and year, with the ids behind it"),
    ] {
      writer.open("tr")
      writer.element("td", ["class": "what"], about)
      for (route, label) in [
        (Route.data("\(name).csv"), "\(name).csv"), (Route.data("\(name).json"), "\(name).json"),
        (Route.schema(name), "schema"),
      ] {
        writer.open("td")
        writer.element("a", ["href": route.href(from: .dataIndex)], label)
        writer.close("td")
      }
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    writer.close("div")
    return SectionsPage(
      frame: publication.frame(at: .dataIndex, in: .data).page(
        "Data", breadcrumbs: .trail([], to: "Data", at: .dataIndex)),
      kicker: "Everything shown, to recompute", title: "Data",
      lead: "The files hold what the pages show: instants are UTC, durations seconds, and rates "
        + "carry numerator and denominator.",
      sections: [.init(anchor: "files", heading: "Files", content: writer.finish())])
  }
}
