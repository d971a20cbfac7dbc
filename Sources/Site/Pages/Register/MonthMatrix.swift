import Chronology
import Documents

/// Years by months, each cell a link with the number of changes.
struct MonthMatrix: Block {
  private struct Year: TemplateModel {
    let year: Int
    let months: [Month]

    static let fields = TemplateFields<Self>(
      .text("year", "The year.") { "\($0.year)" },
      .list("months", "Its twelve months.") { $0.months })
  }

  private struct Month: TemplateModel {
    let name: String
    let label: String
    let count: Int
    let isCurrent: Bool

    static let fields = TemplateFields<Self>(
      .text("name", "The name of the month, in brief.") { $0.name },
      .text("count", "How many changes it has.") { "\($0.count)" },
      .target("href", "The register of the month; nothing where it has no change.") { month in
        month.count > 0 ? .route(.changesMonth(month.label)) : nil
      },
      .flag("isCurrent", "It is the month at hand.") { $0.isCurrent })
  }

  private let years: [Year]
  private let undated: Int

  /// - Parameter current: The label of the month at hand.
  init(_ months: RegisterMonths, current: String?) {
    var counts: [Int: [Int]] = [:]
    for month in months.months {
      let day = month.period.firstDay
      counts[day.year, default: [Int](repeating: 0, count: 12)][day.month - 1] = month.changes.count
    }
    years = counts.sorted { $0.key > $1.key }.map { year, counts in
      Year(
        year: year,
        months: counts.enumerated().map { index, count in
          let label = "\(year)-\(twoDigits(index + 1))"
          return Month(
            name: Self.name(of: index), label: label, count: count, isCurrent: label == current)
        })
    }
    undated = months.undated.count
  }

  private static func name(of index: Int) -> String {
    String(DisplayTime.name(ofMonth: index + 1).prefix(3))
  }

  static let name = "month-matrix"

  static let fields = TemplateFields<Self>(
    .list("heads", "The months of a year.") { _ in
      (0..<12).map { Month(name: name(of: $0), label: "", count: 0, isCurrent: false) }
    },
    .flag("hasYears", "Some change has an instant.") { !$0.years.isEmpty },
    .list("years", "The years, the latest first.") { $0.years },
    .rich("rest", "The changes without any instant.") { $0.rest })

  private var rest: RichText {
    guard undated > 0 else { return "" }
    let words = "\(counted(undated, "change", "changes")) without any instant"
    return "\(words, to: .route(.changesUndated()))"
  }

  var isEmpty: Bool { years.isEmpty && undated == 0 }

  private var lines: [RichText] {
    years.map { year in
      let months = year.months.filter { $0.count > 0 }.map { month -> RichText in
        "\(month.name, to: .route(.changesMonth(month.label))) \(month.count)"
      }
      return "\(year.year): \(months.joined(by: ", "))"
    } + (undated > 0 ? [rest] : [])
  }

  func write(to writer: inout TextWriter) { ItemList(lines: lines).write(to: &writer) }

  func write(to writer: inout MarkdownWriter) { ItemList(lines: lines).write(to: &writer) }

  func write(to writer: inout MailWriter) { ItemList(lines: lines).write(to: &writer) }
}
