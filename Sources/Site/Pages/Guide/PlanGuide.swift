import Configuration
import Documents
import Figures
import Findings
import Markdown
import Records
import Rules
import SourceText

/// The guide's index, what each finding means, how each figure is defined.
func planGuide(_ publication: Publication) -> [PlannedPage] {
  [planGuideIndex(publication)] + planRulePages(publication) + planDefinitions(publication)
}

/// Pages that stand for a place of the site: their text opens that place's own page.
let openingPages: [Route] = [.dashboard, .guide, .reports]

/// The text of the content page that opens a place of the site.
func opening(
  of place: Route, at route: Route, topHeading: Int, _ publication: Publication
) -> HTML? {
  publication.register.pages.first { Route.page($0.slug) == place }.map {
    publication.html($0, at: route, topHeading: topHeading)
  }
}

/// The ordinary pages of the content folder, but for those whose address is taken.
func planTextPages(_ publication: Publication) -> [PlannedPage] {
  let claimed = ClaimedAddresses(publication.register)
  return publication.register.pages.compactMap { page in
    let route = Route.page(page.slug)
    guard !openingPages.contains(route), publication.links.route(ofPath: page.file.path) == route,
      claimed.owner(of: page) == nil
    else { return nil }
    let isGuide = page.slug.hasPrefix("guide/")
    return PlannedPage(route, template: "page", in: publication) {
      TextPage(
        frame: publication.frame(at: route, in: isGuide ? .guide : nil).page(
          page.title,
          breadcrumbs: .trail(
            isGuide ? [Breadcrumb(.guide)] : [], to: page.title, at: route)),
        kicker: isGuide ? "Guide" : publication.settings.title, title: page.title,
        body: publication.html(page, at: route, topHeading: 2))
    }
  }
}

private func planGuideIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage(.guide, template: "sections", in: publication) {
    var sections: [SectionsPage.Section] = []
    if let text = opening(of: .guide, at: .guide, topHeading: 3, publication) {
      sections.append(.init(anchor: "about", heading: "About this guide", content: text.asProse))
    }
    sections.append(
      .init(anchor: "pages", heading: "How to", content: pageList(publication)))
    sections.append(
      .init(anchor: "figures", heading: "How each figure is defined", content: figureList()))
    sections.append(
      .init(anchor: "rules", heading: "What each finding means", content: ruleList(publication)))
    return SectionsPage(
      frame: publication.frame(at: .guide, in: .guide).page(
        "Guide", breadcrumbs: .trail([], to: "Guide", at: .guide)),
      kicker: "How this register works", title: "Guide",
      lead: "How to write a record, what each finding means and how each figure is defined.",
      sections: sections)
  }
}

private func pageList(_ publication: Publication) -> HTML {
  let pages = publication.register.pages.filter {
    $0.slug.hasPrefix("guide/") && Route.page($0.slug) != .guide
  }
  var writer = HTMLWriter()
  guard !pages.isEmpty else {
    writer.element(
      "p", class: "empty",
      "Pages on how to write a record would be here: Markdown files under content/guide.")
    return writer.finish()
  }
  writer.open("ul", class: "list")
  for page in pages {
    writer.open("li")
    writer.element("a", "href", Route.page(page.slug).href(from: .guide), page.title)
    writer.close("li")
  }
  writer.close("ul")
  return writer.finish()
}

private func figureList() -> HTML {
  var writer = HTMLWriter()
  writer.open("ul", class: "list")
  for definition in FigureCatalogue.definitions {
    writer.open("li")
    writer.element(
      "a", "href", Route.figureDefinition(definition.key).href(from: .guide), definition.title)
    writer.close("li")
  }
  writer.close("ul")
  return writer.finish()
}

private func ruleList(_ publication: Publication) -> HTML {
  let groups = [
    "Reading", "Required information", "Authorisation", "Time", "Evidence", "Audit",
    "The policy itself", "The site",
  ]
  var writer = HTMLWriter()
  for (index, group) in groups.enumerated() {
    let rules = RuleCatalogue.rules.map { $0.documentation }.filter {
      $0.code.number / 100 == index + 1
    }
    guard !rules.isEmpty else { continue }
    writer.element("h3", group)
    writer.open("div", class: "scroll")
    writer.open("table", class: "rules")
    writer.element("caption", class: "unseen", "Rules: \(group)")
    writer.open("thead")
    writer.open("tr")
    for name in ["Rule", "What it finds", "Severity", "Found"] {
      writer.element("th", "scope", "col", name)
    }
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    for rule in rules {
      let name = rule.code.description
      let count = publication.findings.count(of: rule.code)
      writer.open("tr")
      writer.open("th", "scope", "row")
      writer.element("a", "href", Route.rule(name).href(from: .guide), name)
      writer.close("th")
      writer.element("td", class: "what", rule.title.capitalisedFirst)
      writer.open("td")
      writer.element("span", "class", rule.severity.className, rule.severity.rawValue)
      writer.close("td")
      writer.open("td")
      if count > 0 {
        writer.element("a", "href", Route.findings(of: name).href(from: .guide), "\(count)")
      } else {
        writer.text("none")
      }
      writer.close("td")
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    writer.close("div")
  }
  return writer.finish()
}

extension HTML {
  /// In a column narrow enough to read.
  var asProse: HTML {
    var writer = HTMLWriter()
    writer.open("div", class: "prose")
    writer.append(self)
    writer.close("div")
    return writer.finish()
  }
}
