import Configuration
import Documents
import Figures

/// One page a figure: what is counted over what.
func planDefinitions(_ publication: Publication) -> [PlannedPage] {
  FigureCatalogue.definitions.map { definition in
    PlannedPage(
      "\(definition.title): definition", at: .figureDefinition(definition.key), in: .guide,
      below: [Breadcrumb(.guide)], as: definition.title, publication
    ) {
      Document(
        kicker: "How a figure is defined", title: definition.title,
        lead: "Its months, and the records behind them, are on the figure’s own page.",
        [
          Section(
            "definition", "Definition",
            [
              Facts(
                definition.facts + [
                  Fact("Months", "\(definition.title, to: .figure(definition.key, nil))")
                ])
            ]),
          Section("verdicts", "Two verdicts", isProse: true, verdictText(publication)),
        ])
    }
  }
}

extension FigureDefinition {
  /// What is counted, over what, what is left out, and the formula.
  var facts: [Fact] {
    [
      Fact("Numerator", RichText(numerator)), Fact("Denominator", RichText(denominator)),
      Fact("Exclusions", RichText(notCounted)), Fact("Formula", RichText(formula)),
    ]
  }
}

private func verdictText(_ publication: Publication) -> [any Block] {
  let confidence = Confidence(level: publication.settings.confidence)
  return [
    Paragraph(
      """
      The first compares k of n with the target as exact fractions: met, missed, or no data. A target of \
      more than 95% is missed by 19 of 20.
      """),
    Paragraph(
      """
      The second asks whether so few changes can tell. \(evidenceNote(at: confidence)) The tail is that \
      of the binomial distribution, with half of the chance of the result itself (mid-P).
      """),
    Paragraph(
      """
      The rate is exact for the period: so many of so many. The interval is about the process behind it: \
      between which rates it may well lie that made this result.
      """),
  ]
}
