import Documents
import Chronology
import Markdown
import Records

/// The changes by the month that each is placed in.
struct RegisterMonths: Sendable {
  struct Month: Sendable {
    let period: Period
    /// The latest first: indices of the register's changes.
    var changes: [Int]
  }

  /// The latest first; months without a change are left out.
  let months: [Month]
  /// Changes without any instant, by id.
  let undated: [Int]

  init(_ register: Register, zone: Zone) {
    var undated: [Int] = []
    // Indices are sorted in place of the changes, which are large to move; they are by id.
    var dated: [(anchor: Instant, change: Int)] = []
    dated.reserveCapacity(register.changes.count)
    var lastID: String?
    for (index, change) in register.changes.enumerated() where change.id != lastID {
      lastID = change.id
      if let anchor = change.anchor {
        dated.append((anchor, index))
      } else {
        undated.append(index)
      }
    }
    dated.sort { ($1.anchor, $1.change) < ($0.anchor, $0.change) }
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
  func latest(_ count: Int) -> [Int] {
    var result: [Int] = []
    for month in months {
      result += month.changes.prefix(count - result.count)
      if result.count == count { break }
    }
    return result
  }

  /// A table of years by months, each cell a link with the number of changes.
  func navigation(at route: Route, current: String?) -> HTML {
    var writer = HTMLWriter()
    writeTable(at: route, current: current, to: &writer)
    if !undated.isEmpty {
      writer.open("p")
      writer.element(
        "a", "href", Route.changesUndated().href(from: route),
        "\(counted(undated.count, "change", "changes")) without any instant")
      writer.close("p")
    }
    return writer.finish()
  }

  private func writeTable(at route: Route, current: String?, to writer: inout HTMLWriter) {
    guard let latest = months.first?.period, let earliest = months.last?.period else { return }
    writer.open("div", class: "scroll")
    writer.open("table", class: "months")
    writer.element("caption", class: "unseen", "Changes by month; each number opens its month")
    writer.open("thead")
    writer.open("tr")
    writer.element("th", "scope", "col", "Year")
    for month in 1...12 {
      writer.element("th", "scope", "col", String(DisplayTime.name(ofMonth: month).prefix(3)))
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
      writer.element("th", "scope", "row", "\(year)")
      for (index, count) in counts.enumerated() {
        writeCell(count, label: "\(year)-\(twoDigits(index + 1))", at: route, current, &writer)
      }
      writer.close("tr")
    }
    writer.close("tbody")
    writer.close("table")
    writer.close("div")
  }

  private func writeCell(
    _ count: Int, label: String, at route: Route, _ current: String?, _ writer: inout HTMLWriter
  ) {
    guard count > 0 else {
      writer.element("td", class: "none-there", "0")
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
