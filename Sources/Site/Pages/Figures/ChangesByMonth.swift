import Charts
import Chronology
import Documents
import PolicyReading
import Records
import Reports
import SourceText

/// How many changes the register has in each of the latest months, by type and by outcome: each
/// change in the month that the register lists it in.
struct ChangesByMonth: Sendable {
  private struct Tally: Sendable {
    let name: String
    let fill: FillPattern
    /// In the address of a filtered register; nil where there is no filter.
    let query: String?
    var counts: [Int]
  }

  static let mostMonths = 13

  /// The earliest first, without gaps.
  private let months: [Period]
  private var types: [Tally] = []
  private var outcomes: [Tally] = []

  /// Up to the month that holds `asOf`: what is planned later is no change yet.
  init(_ publication: Publication) {
    let register = publication.register
    var months = [Period(.month, holding: publication.asOf, in: publication.zone)]
    let all = RegisterMonths(register, zone: publication.zone).months
    let first = all.last.map(\.period) ?? months[0]
    while months.count < Self.mostMonths, let earliest = months.last,
      first.firstDay < earliest.firstDay
    {
      months.append(earliest.previous(in: publication.zone))
    }
    self.months = months.reversed()
    let position = Dictionary(
      uniqueKeysWithValues: self.months.enumerated().map { ($0.element.firstDay, $0.offset) })
    let none = [Int](repeating: 0, count: months.count)
    let names = register.policies.latest.types.map(\.name)
    types = names.enumerated().map { index, name in
      Tally(name: name, fill: .plain(index), query: "type=" + queryEncoded(name), counts: none)
    }
    // A type of an older policy, or none at all.
    types.append(
      Tally(name: "another or none", fill: FillPattern(.quiet, .falling), query: nil, counts: none))
    outcomes = Self.outcomes.map { outcome, fill in
      Tally(
        name: outcome?.words ?? "no outcome yet", fill: fill,
        query: outcome.map { "outcome=" + queryEncoded($0.words) }, counts: none)
    }
    let typeIndex = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for month in all {
      guard let column = position[month.period.firstDay] else { continue }
      for index in month.changes {
        let change = register.changes[index]
        let type = change.type.flatMap { typeIndex[$0.value] } ?? types.count - 1
        types[type].counts[column] += 1
        // What ends after the instant of the report has no outcome yet.
        let isOver = change.ended.map { $0.value <= publication.asOf } ?? true
        let known = isOver ? change.outcome?.value : nil
        let outcome = Self.outcomes.firstIndex { $0.0 == known }
        outcomes[outcome ?? outcomes.count - 1].counts[column] += 1
      }
    }
  }

  var isEmpty: Bool { types.allSatisfy { $0.counts.allSatisfy { $0 == 0 } } }

  /// From the foot of a column; none comes last.
  private static let outcomes: [(Outcome?, FillPattern)] = [
    (.successful, FillPattern(.good, .solid)),
    (.successfulWithIssues, FillPattern(.warn, .rising)),
    (.rolledBack, FillPattern(.bad, .dots)),
    (.failed, FillPattern(.bad, .crossed)),
    (.aborted, FillPattern(.bad, .level)),
    (.cancelled, FillPattern(.quiet, .upright)),
    (.rejected, FillPattern(.quiet, .falling)),
    (nil, FillPattern(.quiet, .pale)),
  ]

  func byType(at route: Route) -> ChartFigure { figure("type", of: types, at: route) }

  func byOutcome(at route: Route) -> ChartFigure { figure("outcome", of: outcomes, at: route) }

  private func figure(_ dimension: String, of tallies: [Tally], at route: Route) -> ChartFigure {
    let shown = tallies.filter { $0.counts.contains { $0 > 0 } }
    let months = months
    let scope =
      months.count == 1
      ? DisplayTime.period(months[0])
      : "\(DisplayTime.period(months[0])) to \(DisplayTime.period(months[months.count - 1]))"
    let chart = StackedColumns(
      title: "Changes a month by \(dimension)", id: "by-\(dimension)",
      columns: months.map { month in
        StackedColumns.Column(
          name: DisplayTime.period(month),
          tick: String(DisplayTime.name(ofMonth: month.firstDay.month).prefix(3)),
          group: "\(month.firstDay.year)",
          href: Route.changesMonth(month.label).href(from: route))
      },
      parts: shown.map { StackedColumns.Part(name: $0.name, fill: $0.fill, counts: $0.counts) },
      partHref: { column, part in
        let register = Route.changesMonth(months[column].label).href(from: route)
        return shown[part].query.map { "\(register)?\($0)" } ?? register
      })
    return ChartFigure(
      headline: headline(shown, dimension),
      subtitle: "Recorded changes by \(dimension), each in the month of its end, else of its "
        + "start, its planned start or its request, \(scope).",
      chart: chart, csv: .route(.data("changes.csv")))
  }

  /// Says what most changes are.
  private func headline(_ tallies: [Tally], _ dimension: String) -> String {
    let sums = tallies.map { $0.counts.reduce(0, +) }
    let total = sums.reduce(0, +)
    guard let most = sums.max(), let index = sums.firstIndex(of: most) else {
      return "No change is recorded"
    }
    let name = tallies[index].name
    let months = counted(months.count, "month", "months")
    if tallies.count == 1 { return "All \(total) changes of \(months): \(dimension) \(name)" }
    return "\(most) of \(total) changes in \(months) have the \(dimension) \(name)"
  }
}

/// A value in the query of an address.
func queryEncoded(_ text: String) -> String { percentEncoded(text, keeping: "") }
