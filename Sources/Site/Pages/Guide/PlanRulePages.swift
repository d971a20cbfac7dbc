import Configuration
import Documents
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
      let count = publication.findings.count(of: documentation.code)
      let found = counted(count, "finding", "findings").capitalisedFirst
      let text = readMarkdown(SourceFile(path: "", text: documentation.explanation))
      return RulePage(
        frame: publication.frame(
          "\(name) \(documentation.title)", at: route, in: .guide, below: [Breadcrumb(.guide)],
          as: name),
        kicker: name, title: documentation.title.capitalisedFirst,
        badges: badges(of: documentation, publication),
        explanation: Prose(text, 0..<text.nodes.count, topHeading: 3),
        wrong: documentation.wrong, right: documentation.right,
        occurrences: count > 0
          ? "\(found, to: .findings(name))"
          : publication.isChecked(documentation)
            ? "Nothing was found by this rule."
            : "Not checked on this site. \(publication.historySilence ?? "")")
    }
  }
}

private func badges(of rule: RuleDocumentation, _ publication: Publication) -> Badges {
  var badges = [Badge(RichText([.severity(rule.severity, isWaived: false)]))]
  if let set = publication.settings.severities[rule.code] {
    badges.append(Badge("here: \(set?.rawValue ?? "off"), by changebook.yml"))
  }
  if let enforces = rule.enforces { badges.append(Badge(word: enforces)) }
  return Badges(badges)
}
