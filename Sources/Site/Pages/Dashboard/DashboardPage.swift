import Charts
import Chronology
import Documents
import Figures
import Markdown
import Reports

/// The state now and the figures of the last month that is over, on one page.
struct DashboardPage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let lead: RichText
  let unreadable: HTML
  let state: HTML
  let period: String
  let cards: [FigureCard]
  let figuresNote: String
  let inFlight: HTML
  let upcoming: HTML
  let reviews: HTML
  let recent: HTML
  let introduction: HTML?

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .rich("lead") { $0.lead },
    .html("unreadable") { $0.unreadable },
    .html("state") { $0.state },
    .text("period") { $0.period },
    .flag("hasCards") { !$0.cards.isEmpty },
    .list("cards") { $0.cards },
    .text("figuresNote") { $0.figuresNote },
    .text("figuresHref") { _ in Route.figures.href(from: .dashboard) },
    .html("inFlight") { $0.inFlight },
    .html("upcoming") { $0.upcoming },
    .html("reviews") { $0.reviews },
    .html("recent") { $0.recent },
    .html("introduction") { $0.introduction })
}
