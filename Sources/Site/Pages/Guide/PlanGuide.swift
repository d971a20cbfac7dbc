import Configuration
import Documents
import Figures
import Findings
import Records
import Rules
import SourceText

/// The guide's index, what each finding means, how each figure is defined.
func planGuide(_ publication: Publication) -> [PlannedPage] {
  [planGuideIndex(publication), planGlossary(publication)] + planRulePages(publication)
    + planDefinitions(publication)
}

/// Pages that stand for a place of the site: their text opens that place's own page.
let openingPages: [Route] = [.dashboard, .guide, .reports]

/// The text of the content page that opens a place of the site.
func opening(
  of place: Route, topHeading: Int, as role: Prose.Role, _ publication: Publication
) -> [any Block] {
  publication.register.pages.first { Route.page($0.slug) == place }
    .map { [Prose($0, topHeading: topHeading, as: role)] } ?? []
}

extension Prose {
  /// The text of a content page, without its title.
  init(_ page: ContentPage, topHeading: Int, as role: Role = .bare) {
    self.init(
      page.document, page.body, omitting: page.titleNode, topHeading: topHeading, as: role)
  }
}

func planTextPages(_ publication: Publication) -> [PlannedPage] {
  let pages = publication.contentPages
  return pages.map { page, route in
    let isGuide = page.slug.hasPrefix("guide/")
    return PlannedPage(route, template: "page", in: publication) {
      let guide = isGuide ? GuideLink.all(pages, at: route) : []
      return TextPage(
        frame: publication.frame(
          page.title, at: route, in: isGuide ? .guide : nil,
          below: isGuide ? [Breadcrumb(.guide)] : [],
          as: page.title, of: page.file.path),
        kicker: isGuide ? "Guide" : publication.settings.title, title: page.title,
        body: Prose(page, topHeading: 2), guide: guide, neighbours: NeighbourLink.around(guide))
    }
  }
}

extension Publication {
  /// The ordinary pages of the content folder, but for those whose address is taken.
  var contentPages: [(page: ContentPage, route: Route)] {
    let claimed = ClaimedAddresses(register)
    return register.pages.compactMap { page in
      let route = Route.page(page.slug)
      guard !openingPages.contains(route), links.route(ofPath: page.file.path) == route,
        claimed.owner(of: page) == nil
      else { return nil }
      return (page, route)
    }
  }
}

private func planGuideIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage("Guide", at: .guide, in: .guide, publication) {
    let about = opening(of: .guide, topHeading: 3, as: .text, publication)
    let figures = FigureCatalogue.definitions.map { definition -> RichText in
      "\(definition.title, to: .route(.figureDefinition(definition.key)))"
    }
    return Document(
      kicker: "How this register works", title: "Guide",
      lead: "How to write a record, what each finding means and how each figure is defined.",
      (about.isEmpty ? [] : [Section("about", "About this guide", about)]) + [
        Section(
          "pages", "How to",
          [
            pageList(publication),
            Paragraph("What the words mean: \("Glossary", to: .route(.glossary))."),
          ]),
        Section("figures", "How each figure is defined", [ItemList(lines: figures)]),
        Section("rules", "What each finding means", ruleGroups(publication)),
      ])
  }
}

private func pageList(_ publication: Publication) -> any Block {
  let pages = publication.register.pages.filter {
    $0.slug.hasPrefix("guide/") && Route.page($0.slug) != .guide
  }
  return ItemList(lines: pages.map { "\($0.title, to: .route(.page($0.slug)))" })
    .or("Pages on how to write a record would be here: Markdown files under content/guide.")
}

private func ruleGroups(_ publication: Publication) -> [any Block] {
  let groups = [
    "Reading", "Required information", "Authorisation", "Time", "Evidence", "Audit",
    "The policy itself", "The site",
  ]
  return groups.enumerated().map { index, group in
    let rules = RuleCatalogue.rules.map { $0.documentation }.filter {
      $0.code.number / 100 == index + 1
    }
    return Group(
      group,
      [
        Table(
          "Rules: \(group)", ["Rule", .words("What it finds"), "Severity", "Found"],
          rules.map { rule in
            let name = rule.code.description
            let count = publication.findings.count(of: rule.code)
            return [
              "\(name, to: .rule(name))", RichText(rule.title.capitalisedFirst),
              "\(Inline.severity(rule.severity, isWaived: false))",
              count > 0 ? "\("\(count)", to: .findings(name))" : "none",
            ]
          })
      ])
  }
}
