import Chronology
import Documents

/// Years by months, each cell a link with the number of changes.
struct MonthMatrix: Block {
  struct Month: TemplateModel {
    let period: Period
    let count: Int
    let target: LinkTarget
    let isCurrent: Bool

    init(_ period: Period, count: Int, target: LinkTarget, isCurrent: Bool) {
      self.period = period
      self.count = count
      self.target = target
      self.isCurrent = isCurrent
    }

    static let fields = TemplateFields<Self>(
      .text("count", "How many changes it has.") { "\($0.count)" },
      .text("label", "The name of the month and its number of changes.") {
        "\(DisplayTime.period($0.period)): \(counted($0.count, "change", "changes"))"
      },
      .target("href", "The page of the month.") { $0.target },
      .flag("isCurrent", "It is the month at hand.") { $0.isCurrent })
  }

  /// A cell; nothing stands in it where the month has no page.
  private struct Cell: TemplateModel {
    let month: Month?

    static let fields = TemplateFields<Self>(.object("month", "The month.") { $0.month })
  }

  private struct Year: TemplateModel {
    let year: Int
    let cells: [Cell]

    static let fields = TemplateFields<Self>(
      .text("year", "The year.") { "\($0.year)" },
      .list("cells", "Its twelve months.") { $0.cells })
  }

  private struct Head: TemplateModel {
    let name: String

    static let fields = TemplateFields<Self>(
      .text("name", "The name of the month, in brief.") { $0.name })
  }

  private let caption: String
  private let years: [Year]
  /// What belongs to no month; may be empty.
  private let rest: RichText

  init(_ caption: String, _ months: [Month], isLatestFirst: Bool, rest: RichText = "") {
    self.caption = caption
    self.rest = rest
    let years = Dictionary(grouping: months) { $0.period.firstDay.year }
    self.years = years.sorted { isLatestFirst ? $0.key > $1.key : $0.key < $1.key }
      .map { year, months in
        Year(
          year: year,
          cells: (1...12).map { number in
            Cell(month: months.first { $0.period.firstDay.month == number })
          })
      }
  }

  static let name = "month-matrix"

  static let fields = TemplateFields<Self>(
    .text("caption", "What it shows, for those who do not see it.") { $0.caption },
    .list("heads", "The months of a year.") { _ in
      (1...12).map { Head(name: String(DisplayTime.name(ofMonth: $0).prefix(3))) }
    },
    .flag("hasYears", "There is a month.") { !$0.years.isEmpty },
    .list("years", "The years.") { $0.years },
    .rich("rest", "What belongs to no month.") { $0.rest })

  var isEmpty: Bool { years.isEmpty && rest.isEmpty }

  private var lines: ItemList {
    let lines = years.map { year -> RichText in
      let months = year.cells.compactMap(\.month).map { month -> RichText in
        "\(DisplayTime.period(month.period), to: month.target) \(month.count)"
      }
      return months.joined(by: ", ")
    }
    return ItemList(lines: (lines + [rest]).filter { !$0.isEmpty })
  }

  func write(to writer: inout TextWriter) { lines.write(to: &writer) }

  func write(to writer: inout MarkdownWriter) { lines.write(to: &writer) }

  func write(to writer: inout MailWriter) { lines.write(to: &writer) }
}

extension RegisterMonths {
  /// - Parameter current: The label of the month at hand.
  func matrix(current: String?) -> MonthMatrix {
    let words = "\(counted(undated.count, "change", "changes")) without a date"
    return MonthMatrix(
      "Changes by month; each number opens its month",
      months.map {
        .init(
          $0.period, count: $0.changes.count, target: .register($0.period),
          isCurrent: $0.period.label == current)
      }, isLatestFirst: true,
      rest: undated.isEmpty ? "" : "\(words, to: .route(.changesUndated()))")
  }
}
