import Configuration
import Documents
import Markdown

/// What a host shows in place of a page that does not exist.
struct NotFoundPage: TemplateModel {
  struct Link: TemplateModel {
    let name: String
    let href: String

    static let fields = TemplateFields<Self>(.text("name") { $0.name }, .text("href") { $0.href })
  }

  let frame: PageFrame
  let places: [Link]

  private static let lead: RichText =
    "The address may be mistyped, or the record may have another id. These places lead on."

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "404" },
    .text("title") { _ in "There is no such page" },
    .rich("lead") { _ in lead },
    .list("places") { $0.places })
}

/// A host shows this page at whatever depth was asked for, so that its links lead to addresses in
/// the world where the site's is known.
func planNotFound(_ publication: Publication) -> PlannedPage {
  PlannedPage(.notFound, template: "not-found", in: publication) {
    let places = HeaderPlace.allCases.map { place in
      let href =
        publication.settings.baseURL.map { place.route.address(under: $0) }
        ?? place.route.href(from: .notFound)
      return NotFoundPage.Link(name: place.name, href: href)
    }
    let frame =
      publication.settings.baseURL.map { publication.frame(at: .notFound, under: $0) }
      ?? publication.frame(at: .notFound, in: nil)
    return NotFoundPage(frame: frame.page("Not found"), places: places)
  }
}
