import Documents
import Configuration
import Figures
import Markdown

/// One page a figure: what is counted over what.
func planDefinitions(_ publication: Publication) -> [PlannedPage] {
  FigureCatalogue.definitions.map { definition in
    let route = Route.figureDefinition(definition.key)
    return PlannedPage(route, template: "sections", in: publication) {
      SectionsPage(
        frame: publication.frame(at: route, in: .guide).page(
          "\(definition.title): definition",
          breadcrumbs: .trail([Breadcrumb(.guide)], to: definition.title, at: route)),
        kicker: "How a figure is defined", title: definition.title,
        lead: "Its months, and the records behind them, are on the figure’s own page.",
        sections: [
          .init(
            anchor: "definition", heading: "Definition",
            content: definitionList(definition, at: route)),
          .init(
            anchor: "verdicts", heading: "Two verdicts", content: verdictText(publication)),
        ])
    }
  }
}

/// What is counted, over what, what is left out, and the formula.
func definitionList(_ definition: FigureDefinition, at route: Route) -> HTML {
  var writer = HTMLWriter()
  writer.open("dl", class: "facts")
  writer.fact("Numerator", definition.numerator)
  writer.fact("Denominator", definition.denominator)
  writer.fact("Exclusions", definition.notCounted)
  writer.fact("Formula", definition.formula)
  let figure = Route.figure(definition.key)
  if figure != route {
    writer.element("dt", "Months")
    writer.open("dd")
    writer.element("a", "href", figure.href(from: route), definition.title)
    writer.close("dd")
  }
  writer.close("dl")
  return writer.finish()
}

private func verdictText(_ publication: Publication) -> HTML {
  var writer = HTMLWriter()
  let confidence = Confidence(level: publication.settings.confidence)
  writer.element(
    "p",
    "The first compares k of n with the target as exact fractions: met, missed, or no data. "
      + "A target of more than 95% is missed by 19 of 20.")
  writer.element(
    "p",
    "The second asks whether so few changes can tell. \(evidenceNote(at: confidence)) The tail is "
      + "that of the binomial distribution, with half of the chance of the result itself (mid-P).")
  writer.element(
    "p",
    "The rate is exact for the period: so many of so many. The interval is about the process behind "
      + "it: between which rates it may well lie that made this result.")
  return writer.finish().asProse
}
