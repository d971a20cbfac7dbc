import Charts
import Chronology
import Figures
import Markdown

/// The state now and the figures of the last month that is over, on one page.
struct DashboardPage: PageModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let lead: Lead
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

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("lead") { $0.lead.html },
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

extension FigureCard {
  init(_ judged: JudgedCourse) {
    let course = judged.series
    let month = judged.current
    let route = Route.figure(judged.key)
    let series = course.sparkline(upTo: course.current)
    let verdict = month.figure.verdict ?? .noData
    let running = course.points.last.flatMap { $0.isProvisional ? $0 : nil }
    let earlier = course.current > 0 ? course.points[course.current - 1] : nil
    self.init(
      name: judged.title, href: route.href(from: .dashboard), value: month.figure.valueWords,
      share: month.figure.shareWords,
      // The records of a target for some changes stand among those of all.
      shareHref: (judged.isWhole
        ? RecordListing(course).href(month.period, from: .dashboard) : nil)
        ?? route.href(from: .dashboard),
      verdict: verdict == .noData ? "nothing to judge" : verdict.text, verdictMark: verdict.mark,
      evidence: month.figure.doubtWords,
      target: course.target.map { "Target: \($0.shortWords)" } ?? "No target",
      sparkline: drawSparkline(
        series,
        summary:
          "\(judged.title), \(counted(series.points.count, "month", "months")) up to \(DisplayTime.period(month.period))"
      ),
      trend: earlier.flatMap { month.figure.trendWords(since: $0)?.capitalisedFirst }
        ?? "No month before to compare with",
      soFar: Self.soFar(running, isShown: month.isProvisional))
  }

  private static func soFar(_ running: FigureSeries.Point?, isShown: Bool) -> String {
    guard let running else { return "The next month has not begun" }
    if isShown { return "The month is not over" }
    let name = DisplayTime.name(ofMonth: running.period.firstDay.month)
    guard running.figure.count > 0 else { return "\(name) so far: no data" }
    return "\(name) so far: \(running.figure.valueWords), \(running.figure.shareWords)"
  }
}
