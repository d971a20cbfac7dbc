import Charts
import Chronology
import Documents
import Figures
import Markdown
import Reports

/// The state now and the figures of the last month that is over, on one page.
struct DashboardPage: SitePage {
  var frame: PageFrame
  let kicker: String
  let title: String
  let lead: RichText
  let attention: [any Block]
  let state: StateNow
  let period: String
  let cards: [FigureCard]
  let figuresNote: String
  let inFlight: [any Block]
  let upcoming: [any Block]
  let reviews: [any Block]
  let recent: [any Block]
  let introduction: [any Block]

  var document: Document {
    Document(
      kicker: kicker, title: title, lead: lead,
      [
        Section("attention", "Needs attention", attention),
        Section("now", "Right now", [state]),
        Section(
          "figures", "The policy’s figures, \(period)", [cards.table, Note(RichText(figuresNote))]),
        Section("in-flight", "In flight", inFlight), Section("upcoming", "Upcoming", upcoming),
        Section("reviews", "Reviews due", reviews),
        Section("recent", "Recently completed", recent),
        Section("about", "About this register", introduction),
      ])
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .rich("lead", "What the page comes to.") { $0.lead },
    .blocks("attention", "What waits for somebody.") { $0.attention },
    .blocks("state", "What may run now.") { [$0.state] },
    .text("period", "The month of the figures.") { $0.period },
    .flag("hasCards", "The policy sets a target.") { !$0.cards.isEmpty },
    .list("cards", "A card for each target.") { $0.cards },
    .text("figuresNote", "What the figures rest on.") { $0.figuresNote },
    .target("figuresHref", "The page of all figures.") { _ in .route(.figures) },
    .blocks("inFlight", "Changes that have begun and have no outcome.") { $0.inFlight },
    .blocks("upcoming", "Changes that are planned.") { $0.upcoming },
    .blocks("reviews", "Reviews that are due.") { $0.reviews },
    .blocks("recent", "Changes that ended last.") { $0.recent },
    .blocks("introduction", "The text of the page of the content that opens the site.") {
      $0.introduction
    })
}
