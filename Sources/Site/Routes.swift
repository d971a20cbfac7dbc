import Chronology
import PolicyReading
import SourceText

/// Where something of the site stands: the one place that knows every address.
///
/// A section is a folder with an `index.html`; every other page is a file of its own name, because a
/// folder for each of ten thousand records costs the disk as much as the page in it. Links between
/// pages are relative and name the file, so that they work from `file://` and below any path;
/// addresses for the world (sitemap, canonical links) of a section end with the folder.
package struct Route: Sendable, Hashable {
  /// Below the site's root, for example `changes/` or `changes/CHG-2026-0042.html`: a section ends
  /// with `/`, and the dashboard is empty. Not percent-encoded.
  package let path: String

  init(path: String) { self.path = path }

  private init(_ path: String) { self.path = path }

  /// The file that holds it, for example `changes/index.html`.
  package var outputPath: String { isSection ? path + "index.html" : path }

  /// What people read, and no file for programs.
  var isPage: Bool { isSection || path.hasSuffix(".html") }

  /// A folder with an `index.html`.
  var isSection: Bool { path.isEmpty || path.utf8.last == UInt8(ascii: "/") }
}

// MARK: - Pages

extension Route {
  package static let dashboard = Route("")
  package static let policyIndex = Route("policy/")
  package static let changes = Route("changes/")
  package static let calendar = Route("calendar/")
  package static let findings = Route("findings/")
  package static let figures = Route("figures/")
  package static let systems = Route("systems/")
  package static let reports = Route("reports/")
  package static let guide = Route("guide/")
  package static let dataIndex = Route("data/")
  package static let search = Route("search/")
  /// Served by the host in place of what does not exist, at whatever depth was asked for: links on
  /// it are only sure to work when they are made by `address(under:)`.
  package static let notFound = Route("404.html")
  package static let sitemap = Route("sitemap.xml")
  /// What happened last, for readers of feeds.
  static let atom = Route("feed.atom")

  package static let compliance = Route("compliance/")
  package static let duties = Route("compliance/duties.html")
  package static let auditLog = Route("compliance/audit-log.html")
  package static let retention = Route("compliance/retention.html")

  /// The controls of a policy, in their order: rows may say the same, and each has its page.
  package static func controls(_ controls: [Control]) -> [Route] {
    controls.map { control in
      let name = WordForm.fold("control \(control.standard) \(control.requirement)")
      return slug(name.parts(at: " ").joined(separator: "-"))
    }.madeDistinct.map { Route("compliance/\($0).html") }
  }

  /// A policy document, by its id or file name.
  package static func policy(_ id: String) -> Route { Route("policy/\(slug(id)).html") }

  package static func change(_ id: String) -> Route { Route("changes/\(slug(id)).html") }

  package static func incident(_ id: String) -> Route { Route("incidents/\(slug(id)).html") }

  /// The register of one month, `2026-03`; `page` counts from 1.
  package static func changesMonth(_ label: String, page: Int = 1) -> Route {
    Route("changes/\(slug(label))\(ending(ofPage: page))")
  }

  /// Changes that have no instant to place them by; `page` counts from 1.
  package static func changesUndated(page: Int = 1) -> Route {
    Route("changes/undated\(ending(ofPage: page))")
  }

  /// A month, `2026-03`, or a week, `2026-W12`, of the calendar.
  package static func calendar(_ label: String) -> Route { Route("calendar/\(slug(label)).html") }

  /// A year of the calendar.
  static func calendar(year: Int) -> Route { Route("calendar/\(year).html") }

  /// A freeze, by the slug that the site's calendar gives it.
  package static func freeze(_ slug: String) -> Route {
    Route("calendar/freezes/\(Route.slug(slug)).html")
  }

  /// The list of all findings; `page` counts from 1.
  package static func findings(page: Int) -> Route {
    page > 1 ? Route("findings/page/\(page).html") : findings
  }

  /// How many findings there are by rule, record and owner.
  package static let findingCounts = Route("findings/counts.html")

  /// The findings of one rule, `CB302`; `page` counts from 1.
  package static func findings(of code: String, page: Int = 1) -> Route {
    Route("findings/\(slug(code))\(ending(ofPage: page))")
  }

  /// A figure over the periods, by its snake-case name.
  package static func figure(_ name: String) -> Route { Route("figures/\(kebab(name)).html") }

  /// The records behind older periods of a figure; `page` counts from 1.
  package static func figureRecords(_ name: String, _ label: String, page: Int = 1) -> Route {
    Route("figures/\(kebab(name))/\(slug(label))\(ending(ofPage: page))")
  }

  /// The records behind the latest weeks of a figure.
  package static func figureWeeks(_ name: String) -> Route {
    Route("figures/\(kebab(name))/weeks.html")
  }

  /// The records behind a figure of the last twelve months, by type and risk.
  package static func figureGroups(_ name: String) -> Route {
    Route("figures/\(kebab(name))/groups.html")
  }

  /// The changes by the weekday and hour of their start; `day` of several pages, from 1 for Monday.
  package static func starts(day: Int? = nil) -> Route {
    Route("figures/starts\(day.map { "/\($0)" } ?? "").html")
  }

  /// A system, by the name that all its spellings share.
  package static func system(_ name: String) -> Route { Route("systems/\(slug(name)).html") }

  /// The records behind the figures of a system.
  package static func systemFigures(_ name: String) -> Route {
    Route("systems/\(slug(name))/figures.html")
  }

  /// The list of systems; `page` counts from 1.
  package static func systems(page: Int) -> Route {
    page > 1 ? Route("systems/page/\(page).html") : systems
  }

  /// Somebody, by the name that their page has.
  package static func person(_ name: String) -> Route {
    let bare = name.hasPrefix("@") ? String(name.dropFirst()) : name
    return Route("people/\(slug(bare.parts(at: " ").joined(separator: "-"))).html")
  }

  /// The list of people; `page` counts from 1.
  package static func people(page: Int) -> Route {
    page > 1 ? Route("people/page/\(page).html") : Route("people/")
  }

  /// The report of a week, a month or a quarter; years have none.
  package static func report(_ period: Period) -> Route? {
    switch period.kind {
    case .week: Route("reports/weekly/\(period.label).html")
    case .month: Route("reports/monthly/\(period.label).html")
    case .quarter: Route("reports/quarterly/\(period.label).html")
    case .year: nil
    }
  }

  /// How a figure is defined, by its snake-case name.
  package static func figureDefinition(_ name: String) -> Route {
    Route("guide/figures/\(kebab(name)).html")
  }

  /// What the words of the site mean.
  static let glossary = Route("guide/glossary.html")

  /// What a rule means, `CB302`.
  package static func rule(_ code: String) -> Route { Route("guide/rules/\(slug(code)).html") }

  /// An ordinary page of the content folder, by its path without the extension:
  /// `guide/writing-a-record`. `index` of a folder stands for the folder; of a section whose own page
  /// shows nothing but what is made, it is `about.html` beside that.
  package static func page(_ slug: String) -> Route {
    var parts = slug.split(separator: "/").map(String.init)
    let last = parts.popLast() ?? "index"
    let folder = parts.map { Route.slug($0) + "/" }.joined()
    guard last == "index" else { return Route(folder + Route.slug(last) + ".html") }
    return Route(madeSections.contains(Route(folder)) ? folder + "about.html" : folder)
  }

  private static let madeSections: Set<Route> = [
    .policyIndex, .compliance, .changes, .calendar, .findings, .figures, .systems, .dataIndex,
    .people(page: 1),
    .search,
  ]

  /// Of a list's first page and of those that stand in a folder beside it.
  private static func ending(ofPage page: Int) -> String { page > 1 ? "/\(page).html" : ".html" }

  private static func kebab(_ name: String) -> String {
    slug(String(decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? 0x2D : $0 }, as: UTF8.self))
  }
}

// MARK: - Files

extension Route {
  /// A file under `data/`; `name` is the program's own and may hold folders.
  package static func data(_ name: String) -> Route { Route("data/\(name)") }

  /// A figure over the periods as a table, by its snake-case name.
  package static func figureTable(_ name: String) -> Route { data("figures/\(kebab(name)).csv") }

  /// An iCalendar feed: `calendar`, `windows`, `freezes` or `changes`.
  package static func feed(_ name: String) -> Route { data("\(name).ics") }

  /// The feed of one system, by its key.
  package static func systemFeed(_ key: String) -> Route { data("calendars/\(slug(key)).ics") }

  /// A JSON Schema, by the name of what it describes: `changes`.
  package static func schema(_ name: String) -> Route { Route("data/schema/\(name).json") }

  /// A part of what the search looks in, by the name that its content gives it.
  static func searchPart(_ name: String) -> Route { Route("search/\(name).js") }

  /// A file of the theme's `assets`, by its path below it.
  package static func asset(_ path: String) -> Route { Route("assets/\(path)") }
}

// MARK: - Links

extension Route {
  /// The reference from one page to this one, percent-encoded: `../changes/CHG-2026-0042.html`.
  package func href(from other: Route, fragment: String? = nil) -> String {
    if self == other, let fragment { return "#" + percentEncoded(fragment, keeping: ":@") }
    var href: [UInt8] = []
    path.withBytes { target in
      other.path.withBytes { href.appendWay(to: target, from: $0) }
    }
    if isSection { href += "index.html".utf8 }
    var text = String(decoding: href, as: UTF8.self)
    if let fragment { text += "#" + percentEncoded(fragment, keeping: ":@") }
    return text
  }

  /// The address in the world, for a base such as `https://example.org/changes/`.
  package func address(under baseURL: String) -> String {
    let base = baseURL.utf8.last == UInt8(ascii: "/") ? baseURL : baseURL + "/"
    return base + percentEncoded(path, keeping: "/")
  }
}

extension [UInt8] {
  /// The way between two paths: out of the folders that they do not share, then down.
  fileprivate mutating func appendWay(
    to target: UnsafeBufferPointer<UInt8>, from start: UnsafeBufferPointer<UInt8>
  ) {
    reserveCapacity(target.count + 32)
    var shared = 0
    var isShared = true
    for index in start.indices {
      if isShared, index == target.count || start[index] != target[index] { isShared = false }
      guard start[index] == UInt8(ascii: "/") else { continue }
      if isShared { shared = index + 1 } else { self += "../".utf8 }
    }
    appendPercentEncoded(target[shared...], keeping: "/")
  }
}
