import Chronology
import Markdown
import Records

/// The changes by the month that each is placed in.
struct RegisterMonths: Sendable {
  struct Month: Sendable {
    let period: Period
    /// The latest first.
    var changes: [Change]
  }

  /// The latest first; months without a change are left out.
  let months: [Month]
  /// Changes without any instant, by id.
  let undated: [Change]

  init(_ register: Register, zone: Zone) {
    var undated: [Change] = []
    var dated: [(anchor: Instant, change: Change)] = []
    dated.reserveCapacity(register.changes.count)
    var lastID: String?
    for change in register.changes where change.id != lastID {
      lastID = change.id
      if let anchor = change.anchor {
        dated.append((anchor, change))
      } else {
        undated.append(change)
      }
    }
    dated.sort { ($1.anchor, $1.change.id) < ($0.anchor, $0.change.id) }
    var months: [Month] = []
    for (anchor, change) in dated {
      if let last = months.last, last.period.interval.contains(anchor) {
        months[months.count - 1].changes.append(change)
      } else {
        months.append(Month(period: Period(.month, holding: anchor, in: zone), changes: [change]))
      }
    }
    self.months = months
    self.undated = undated
  }

  /// The latest changes, at most so many.
  func latest(_ count: Int) -> [Change] {
    var result: [Change] = []
    for month in months {
      result += month.changes.prefix(count - result.count)
      if result.count == count { break }
    }
    return result
  }

  /// A table of years by months, each cell a link with the number of changes.
  func navigation(at route: Route, current: String?) -> HTML {
    guard let latest = months.first?.period, let earliest = months.last?.period else {
      return .empty
    }
    var writer = HTMLWriter()
    writer.open("div", ["class": "scroll"])
    writer.open("table", ["class": "months"])
    writer.element("caption", ["class": "unseen"], "Changes by month; each number opens its month")
    writer.open("thead")
    writer.open("tr")
    writer.element("th", ["scope": "col"], "Year")
    for month in 1...12 {
      writer.element("th", ["scope": "col"], String(DisplayTime.name(ofMonth: month).prefix(3)))
    }
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    var upcoming = 0
    for year in stride(from: latest.firstDay.year, through: earliest.firstDay.year, by: -1) {
      var counts = [Int](repeating: 0, count: 12)
      while upcoming < months.count, months[upcoming].period.firstDay.year == year {
        counts[months[upcoming].period.firstDay.month - 1] = months[upcoming].changes.count
        upcoming += 1
      }
      guard counts.contains(where: { $0 > 0 }) else { continue }
      writer.open("tr")
      writer.element("th", ["scope": "row"], "\(year)")
      for (index, count) in counts.enumerated() {
        writeCell(count, label: "\(year)-\(twoDigits(index + 1))", at: route, current, &writer)
      }
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    writer.close("div")
    if !undated.isEmpty {
      writer.open("p")
      writer.element(
        "a", ["href": Route.changesUndated().href(from: route)],
        "\(counted(undated.count, "change", "changes")) without any instant")
      writer.close("p")
    }
    return writer.finish()
  }

  private func writeCell(
    _ count: Int, label: String, at route: Route, _ current: String?, _ writer: inout HTMLWriter
  ) {
    guard count > 0 else {
      writer.element("td", ["class": "none-there"], "0")
      return
    }
    writer.open("td")
    writer.element(
      "a",
      [
        "href": Route.changesMonth(label).href(from: route), "data-keep-filters": "",
        "aria-current": label == current ? "true" : nil,
      ], "\(count)")
    writer.close("td")
  }
}
