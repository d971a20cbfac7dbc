import Markdown

/// A figure in brief; the whole card opens the figure's page.
struct FigureCard: PageModel {
  let name: String
  let href: String
  let value: String
  let share: String
  /// The records behind the value.
  let shareHref: String
  let verdict: String
  let verdictMark: String
  /// Nil where the evidence is clear.
  let evidence: String?
  let target: String
  let sparkline: HTML
  /// How the value stands to those before it.
  let trend: String
  /// The month that is not over; nil on a report, which is of one period.
  let soFar: String?

  static let fields = PageFields<Self>(
    .text("name") { $0.name },
    .text("href") { $0.href },
    .text("value") { $0.value },
    .text("share") { $0.share },
    .text("shareHref") { $0.shareHref },
    .text("verdict") { $0.verdict },
    .text("verdictMark") { $0.verdictMark },
    .optionalText("evidence") { $0.evidence },
    .text("target") { $0.target },
    .html("sparkline") { $0.sparkline },
    .text("trend") { $0.trend },
    .optionalText("soFar") { $0.soFar })
}
