import Documents

/// Where readers search. Without its script the page leads to the lists.
func planSearch(_ publication: Publication) -> PlannedPage {
  PlannedPage(.search, template: "search", in: publication) {
    SearchPage(frame: publication.frame("Search", at: .search, in: nil, as: "Search"))
  }
}

struct SearchPage: TemplateModel {
  let frame: PageFrame

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("title", "The title.") { _ in "Search" },
    .list("places", "The places of the header, for readers without scripts.") { _ in
      HeaderPlace.allCases.map { HeaderLink(place: $0, isAround: false, isHere: false) }
    })
}
