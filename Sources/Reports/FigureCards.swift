import Charts
import Chronology
import Documents
import Figures
import Markdown

/// The figures with a target, each in brief: cards on a page, lines and tables elsewhere.
package struct FigureCards: Block {
  package let figures: [ReportedFigure]

  package init(_ figures: [ReportedFigure]) { self.figures = figures }

  package static let name = "figure-cards"

  package static let fields = TemplateFields<Self>(
    .list("cards", "A card for each figure.") { $0.figures.map(FigureCard.init) })

  package var isEmpty: Bool { figures.isEmpty }

  package func write(to writer: inout TextWriter) {
    for reported in figures {
      writer.verbatim(figureLines(reported.figure, title: reported.title))
      if let course = reported.courseWords {
        writer.line(RichText(course), indent: padded("", to: figureColumn))
      }
    }
  }

  package func write(to writer: inout MarkdownWriter) {
    table.write(to: &writer)
    courses.write(to: &writer)
  }

  package func write(to writer: inout MailWriter) {
    table.write(to: &writer)
    courses.write(to: &writer)
  }

  /// For formats without cards.
  private var table: Table {
    Table(
      "The policy’s figures", ["Figure", "Value", "Target", "Verdict"].map { .init($0) },
      figures.map { reported in
        let figure = reported.figure
        return [
          RichText([.link(.figure(reported.key, nil), reported.title)]),
          RichText([.link(.figure(reported.key, reported.period), figure.valueText)]),
          RichText(figure.target?.shortWords ?? "none"), verdictWords(of: figure),
        ]
      })
  }

  /// Whether each is more than noise, one a line.
  private var courses: ItemList {
    ItemList(
      figures.compactMap { reported in
        reported.courseWords.map { ItemList.Item(RichText("\(reported.title): \($0)")) }
      })
  }
}

/// `missed, inconclusive (too few changes)`.
func verdictWords(of figure: Figure) -> RichText {
  guard let verdict = figure.verdict else { return "no target" }
  let words = RichText([.mark(verdict.tone, verdict.text)])
  guard let doubt = figure.doubtWords else { return words }
  return "\(words), \(Inline.mark(.doubtful, doubt))"
}
