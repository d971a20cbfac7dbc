import Documents

/// What a host shows in place of a page that does not exist, at whatever depth was asked for: its links
/// are addresses in the world where the site's is known.
func planNotFound(_ publication: Publication) -> PlannedPage {
  PlannedPage("Not found", at: .notFound, in: nil, publication) {
    Document(
      kicker: "404", title: "There is no such page",
      lead: "The address may be mistyped, or the record may have another id. Try one of these.",
      [ItemList(lines: HeaderPlace.allCases.map { "\($0.name, to: .route($0.route))" })])
  }
}
