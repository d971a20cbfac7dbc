import Documents

/// Where readers search. Without its script the page leads to the lists.
func planSearch(_ publication: Publication) -> PlannedPage {
  PlannedPage(.search, template: "search", in: publication) {
    SearchPage(frame: publication.frame("Search", at: .search, in: nil, as: "Search"))
  }
}

struct SearchPage: SitePage {
  var frame: PageFrame

  var document: Document {
    Document(
      kicker: "Records, people, systems, policy and guide", title: "Search",
      lead: "A search needs the page with its script; the lists are whole without one.",
      [
        ItemList(
          lines: HeaderPlace.allCases.map { "\($0.name, to: .route($0.route))" })
      ])
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("title", "The title.") { _ in "Search" },
    .list("places", "The places of the header, for readers without scripts.") { _ in
      HeaderPlace.allCases.map { HeaderLink(place: $0, isAround: false, isHere: false) }
    })
}
