import Documents
import Calendar
import Charts
import Chronology
import PolicyReading
import Records
import SourceText

/// The changes of twelve months by the weekday and hour of their start.
struct Starts: Sendable {
  /// By weekday, Monday first, then hour: indices of the register's changes.
  let cells: [[[Int]]]
  let total: Int
  let publication: Publication
  /// The last year up to the end of the day of `asOf`.
  let interval: Interval

  /// A page lists this many; more are parted by weekday.
  private let mostOnPage: Int
  /// Of one hour of one weekday, where the lists are parted.
  private let mostInHour: Int

  init(_ publication: Publication, mostOnPage: Int = 3000, mostInHour: Int = 250) {
    self.publication = publication
    self.mostOnPage = mostOnPage
    self.mostInHour = mostInHour
    let zone = publication.zone
    let today = zone.wallTime(at: publication.asOf).day
    let first = CivilDay(year: today.year - 1, month: today.month, day: min(today.day, 28))
    let interval = Interval(
      start: zone.start(of: (first ?? today).adding(days: 1)),
      end: zone.start(of: today.adding(days: 1)))
    self.interval = interval
    var cells = [[[Int]]](repeating: [[Int]](repeating: [], count: 24), count: 7)
    var total = 0
    var lastID: String?
    for (index, change) in publication.register.changes.enumerated() where change.id != lastID {
      lastID = change.id
      // A change without a start has started with its deployment at the latest.
      guard let start = change.started?.value ?? change.deployed?.value,
        interval.contains(start), start <= publication.asOf
      else { continue }
      let time = zone.wallTime(at: start)
      cells[time.day.weekday.rawValue - 1][time.second / 3600].append(index)
      total += 1
    }
    self.cells = cells
    self.total = total
  }

  /// `21 Nov 2025 to 20 Nov 2026`.
  var span: String {
    let zone = publication.zone
    return "\(DisplayTime.day(zone.wallTime(at: interval.start).day)) to "
      + DisplayTime.day(zone.wallTime(at: interval.end + -1).day)
  }

  var isParted: Bool { total > mostOnPage }

  /// Where the changes of a cell are listed.
  func place(day: Int, hour: Int) -> (route: Route, fragment: String) {
    (.starts(day: isParted ? day + 1 : nil), "at-\(day + 1)-\(twoDigits(hour))")
  }

  func figure(at route: Route) -> any Block {
    guard total > 0 else {
      return EmptyState("No change has started in the last twelve months.")
    }
    let places = (0..<7).map { day in
      (0..<24).map { hour in
        let place = place(day: day, hour: hour)
        return place.route.href(from: route, fragment: place.fragment)
      }
    }
    let (windows, always) = windows
    let chart = WeekHeatMap(
      title: "Starts of changes by weekday and hour", counted: "changes",
      counts: cells.map { $0.map(\.count) }, windows: windows
    ) { places[$0][$1] }
    let anyTime =
      always.isEmpty ? "" : "; always open: \(always.joined(separator: ", "))"
    return ChartFigure(
      headline: headline,
      subtitle: "Changes by the weekday and hour of their start, "
        + "\(span). Outlined are the windows of "
        + "the policy in force\(anyTime).",
      chart: chart, csv: .route(.data("changes.csv")))
  }

  private var headline: String {
    var fullest = (day: 0, hour: 0, count: 0)
    for (day, hours) in cells.enumerated() {
      for (hour, changes) in hours.enumerated() where changes.count > fullest.count {
        fullest = (day, hour, changes.count)
      }
    }
    let weekend = cells[5...].joined().reduce(0) { $0 + $1.count }
    return "The busiest hour is \(Self.dayNames[fullest.day]) from \(twoDigits(fullest.hour)):00, "
      + "with \(fullest.count) of \(counted(total, "start", "starts")); "
      + "\(weekend == 0 ? "none" : "\(weekend)") at a weekend"
  }

  static let dayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The windows of the policy in force, in the week of `asOf`, and the names of those that are
  /// always open.
  private var windows: (drawn: [WeekHeatMap.Window], always: [String]) {
    let zone = publication.zone
    let week = Period(.week, holding: publication.asOf, in: zone)
    var drawn: [WeekHeatMap.Window] = []
    var always: [String] = []
    for window in CalendarBook(publication.register).inForce(at: publication.asOf).windows {
      if window.row.time.isAlways {
        always.append(window.name)
        continue
      }
      var minutes = [[Range<Int>]](repeating: [], count: 7)
      for opening in window.openings(in: week.interval).intervals {
        var start = max(opening.start, week.interval.start)
        let end = min(opening.end, week.interval.end)
        while start < end {
          let time = zone.wallTime(at: start)
          let next = zone.start(of: time.day.adding(days: 1))
          let stop = min(end, next)
          let until = stop == next ? 1440 : zone.wallTime(at: stop).second / 60
          let day = time.day.weekday.rawValue - 1
          if time.second / 60 < until { minutes[day].append((time.second / 60)..<until) }
          start = stop
        }
      }
      drawn.append(WeekHeatMap.Window(name: window.name, minutesByDay: minutes))
    }
    return (drawn, always)
  }
}

/// The lists behind the map of starts: one page, or one a weekday where there are many.
func planStarts(_ starts: Starts) -> [PlannedPage] {
  let name = "Starts by weekday and hour"
  func page(_ route: Route, _ title: String, days: Range<Int>) -> PlannedPage {
    PlannedPage(
      title, at: route, in: .dashboard, below: [Breadcrumb("Figures", .figures)],
      starts.publication
    ) {
      Document(
        kicker: "Changes by their start", title: title, lead: "Twelve months, \(starts.span).",
        days.map { Section("day-\($0 + 1)", Starts.dayNames[$0], starts.list($0)) })
    }
  }
  guard starts.isParted else { return [page(.starts(), name, days: 0..<7)] }
  return (0..<7).map {
    page(.starts(day: $0 + 1), "\(name): \(Starts.dayNames[$0])", days: $0..<($0 + 1))
  }
}

extension Starts {
  fileprivate func list(_ day: Int) -> [any Block] {
    if cells[day].allSatisfy(\.isEmpty) { return [Note("No change started on this weekday.")] }
    return (0..<24).filter { !cells[day][$0].isEmpty }.map { hour in
      let all = cells[day][hour]
      let shown = isParted ? all.suffix(mostInHour) : all[...]
      let list = RecordList(shown.map { .init(publication.register.changes[$0].id) })
      let rest = Note(
        shown.count < all.count
          ? "Listed here: \(shown.count); all of them are in the \("data", to: .route(.data("changes.csv")))."
          : "")
      return Disclosure(
        "\(twoDigits(hour)):00 to \(twoDigits(hour + 1)):00, \(counted(all.count, "change", "changes"))",
        anchor: place(day: day, hour: hour).fragment, isOpen: true, [list, rest])
    }
  }
}
