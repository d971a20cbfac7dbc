import Documents
import Configuration
import Findings
import Markdown
import Rules
import SourceText

/// One page a rule.
func planRulePages(_ publication: Publication) -> [PlannedPage] {
  RuleCatalogue.rules.map { rule in
    let documentation = rule.documentation
    let name = documentation.code.description
    let route = Route.rule(name)
    return PlannedPage(route, template: "rule", in: publication) {
      RulePage(
        frame: publication.frame(at: route, in: .guide).page(
          "\(name) \(documentation.title)",
          breadcrumbs: .trail([Breadcrumb(.guide)], to: name, at: route)),
        kicker: name, title: documentation.title.capitalisedFirst,
        badges: badges(of: documentation, at: route, publication),
        explanation: explanation(of: documentation, at: route, publication),
        wrong: documentation.wrong, right: documentation.right,
        occurrences: occurrences(of: documentation.code, at: route, publication))
    }
  }
}

private func badges(
  of rule: RuleDocumentation, at route: Route, _ publication: Publication
) -> HTML {
  var writer = HTMLWriter()
  writer.open("ul", class: "badges")
  writer.open("li", class: "badge")
  writer.element("span", "class", rule.severity.className, rule.severity.rawValue)
  writer.close("li")
  if let set = publication.settings.severities[rule.code] {
    writer.element("li", class: "badge", "here: \(set?.rawValue ?? "off"), by changebook.yml")
  }
  if let enforces = rule.enforces { writer.element("li", class: "badge", enforces) }
  writer.close("ul")
  return writer.finish()
}

private func explanation(
  of rule: RuleDocumentation, at route: Route, _ publication: Publication
) -> HTML {
  let document = readMarkdown(SourceFile(path: "", text: rule.explanation))
  return publication.html(document, nodes: 0..<document.nodes.count, at: route, topHeading: 3)
}

private func occurrences(
  of code: RuleCode, at route: Route, _ publication: Publication
) -> HTML {
  var writer = HTMLWriter()
  let count = publication.findings.count(of: code)
  if count == 0 {
    writer.text("Nothing was found by this rule.")
  } else {
    writer.element(
      "a", "href", Route.findings(of: code.description).href(from: route),
      counted(count, "finding", "findings").capitalisedFirst)
  }
  return writer.finish()
}
