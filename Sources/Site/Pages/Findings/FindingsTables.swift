import Documents
import Findings
import Markdown
import Records
import Rules
import SourceText

/// How often something was found: open ones by severity, and those that an accepted exception
/// covers.
struct FindingTally {
  private(set) var open = [Int](repeating: 0, count: Severity.allCases.count)
  private(set) var waived = 0

  mutating func add(_ finding: Finding) {
    if finding.waiver != nil {
      waived += 1
    } else if let index = Severity.allCases.firstIndex(of: finding.severity) {
      open[index] += 1
    }
  }

  /// The more severe first, then the more.
  static func weighsMore(_ a: FindingTally, _ b: FindingTally) -> Bool {
    for (x, y) in zip(a.open, b.open) where x != y { return x > y }
    return a.waived > b.waived
  }

  static func == (a: FindingTally, b: FindingTally) -> Bool {
    a.open == b.open && a.waived == b.waived
  }
}

extension HTMLWriter {
  /// A table of tallies with a column for each severity. The numbers of a row lead to where the
  /// findings are listed; nil for nowhere of their own.
  mutating func tallies(
    _ caption: String, head: [String],
    rows: [(cells: (inout HTMLWriter) -> Void, tally: FindingTally, href: String?)]
  ) {
    open("div", class: "scroll")
    open("table")
    element("caption", class: "unseen", caption)
    open("thead")
    open("tr")
    for name in head { element("th", "scope", "col", name) }
    for severity in Severity.allCases {
      element("th", ["scope": "col", "class": "n"], severity.title)
    }
    element("th", ["scope": "col", "class": "n"], "Waived")
    close("tr")
    close("thead")
    open("tbody")
    for row in rows {
      open("tr")
      row.cells(&self)
      for count in row.tally.open + [row.tally.waived] {
        numberCell(count == 0 ? "–" : "\(count)", href: count == 0 ? nil : row.href)
      }
      close("tr")
    }
    close("tbody")
    close("table")
    close("div")
  }
}

extension Publication {
  /// The four kinds of finding in words, with their numbers.
  var findingsBySeverity: HTML {
    var tally = FindingTally()
    for finding in findings.all { tally.add(finding) }
    let meanings = [
      "something cannot be read or counted", "it can be read, and the policy was not followed",
      "it is likely to become a breach, or weakens the record", "worth knowing",
    ]
    var writer = HTMLWriter()
    writer.open("table")
    writer.element("caption", class: "unseen", "Findings by severity")
    writer.open("thead")
    writer.open("tr")
    writer.element("th", "scope", "col", "Severity")
    writer.element("th", ["scope": "col", "class": "n"], "Found")
    writer.element("th", "scope", "col", "Meaning")
    writer.close("tr")
    writer.close("thead")
    writer.open("tbody")
    for (index, severity) in Severity.allCases.enumerated() {
      writer.severityRow(
        severity.className, severity.title, tally.open[index], meanings[index])
    }
    writer.severityRow(
      "sev sev-waived", "Waived", tally.waived, "an accepted exception, shown and counted apart")
    writer.close("tbody")
    writer.close("table")
    return writer.finish()
  }

  var findingsByRule: HTML {
    var writer = HTMLWriter()
    let titles = ruleTitles
    writer.tallies(
      "Findings by rule", head: ["Rule", "What it finds"],
      rows: findings.codes.map { code in
        var tally = FindingTally()
        for finding in findings.of(code) { tally.add(finding) }
        let cells: (inout HTMLWriter) -> Void = { writer in
          writer.open("th", "scope", "row")
          writer.element(
            "a", "href", Route.findings(of: code.description).href(from: .findings),
            code.description)
          writer.close("th")
          writer.element("td", class: "what", (titles[code] ?? "").capitalisedFirst)
        }
        return (cells, tally, Route.findings(of: code.description).href(from: .findings))
      })
    return writer.finish()
  }

  /// The titles of all rules, by code.
  var ruleTitles: [RuleCode: String] {
    Dictionary(
      RuleCatalogue.rules.map { ($0.documentation.code, $0.documentation.title) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Records, or other files, with the most severe findings first.
  var findingsByRecord: HTML {
    var files: [(path: String, tally: FindingTally)] = []
    for finding in findings.all {
      if files.last?.path != finding.place.file.path {
        files.append((finding.place.file.path, FindingTally()))
      }
      files[files.count - 1].tally.add(finding)
    }
    let sorted = files.sorted { a, b in
      a.tally == b.tally
        ? a.path.precedesInBytes(b.path)
        : FindingTally.weighsMore(a.tally, b.tally)
    }
    var writer = HTMLWriter()
    writer.tallies(
      "Findings by record", head: ["Record"],
      rows: sorted.prefix(Self.mostListed).map { file in
        let cells: (inout HTMLWriter) -> Void = { [links] writer in
          writer.open("th", "scope", "row")
          if let route = links.route(ofPath: file.path) {
            writer.element(
              "a", "href", route.href(from: .findings), links.shortName(ofPath: file.path))
          } else {
            writer.element("code", file.path)
          }
          writer.close("th")
        }
        return (cells, file.tally, links.route(ofPath: file.path)?.href(from: .findings))
      })
    writer.remainder(sorted.count - Self.mostListed, "records")
    return writer.finish()
  }

  /// Owners of records, else their requesters: those who can put a record right. The numbers of a row
  /// are those of the records beside them.
  var findingsByOwner: HTML {
    var owners: [String: (tally: FindingTally, records: [String])] = [:]
    for change in register.changes {
      let found = findings.of(path: change.file.path)
      guard !found.isEmpty else { continue }
      let owner = change.owner?.value ?? change.requester?.value ?? "not stated"
      for finding in found { owners[owner, default: (FindingTally(), [])].tally.add(finding) }
      owners[owner]?.records.append(change.id)
    }
    let sorted = owners.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let links = RecordLinks(toIncidents: false, from: .findings)
    var writer = HTMLWriter()
    writer.tallies(
      "Findings by owner", head: ["Owner or requester", "Records"],
      rows: sorted.prefix(Self.mostListed).map { owner in
        let cells: (inout HTMLWriter) -> Void = { writer in
          writer.element("th", "scope", "row", owner.key)
          writer.open("td")
          for (index, id) in owner.value.records.prefix(Self.mostNamed).enumerated() {
            if index > 0 { writer.text(", ") }
            writer.recordLink(id, to: links.href(id))
          }
          let more = owner.value.records.count - Self.mostNamed
          if more > 0 { writer.text(" and \(more) more, above") }
          writer.close("td")
        }
        return (cells, owner.value.tally, nil)
      })
    writer.remainder(sorted.count - Self.mostListed, "owners")
    return writer.finish()
  }

  private static let mostListed = 100
  /// Records beside an owner; the table by record has them all.
  private static let mostNamed = 8
}

extension HTMLWriter {
  fileprivate mutating func severityRow(
    _ look: String, _ name: String, _ count: Int, _ meaning: String
  ) {
    open("tr")
    open("th", "scope", "row")
    element("span", "class", look, name)
    close("th")
    numberCell("\(count)", href: count > 0 ? "#by-rule" : nil)
    element("td", meaning)
    close("tr")
  }

  fileprivate mutating func remainder(_ count: Int, _ what: String) {
    guard count > 0 else { return }
    element("p", class: "note", "\(count) more \(what) are in the lists of the rules above.")
  }
}

extension LinkTable {
  /// The last part of a path without its extension.
  func shortName(ofPath path: String) -> String {
    let name = path.parts(at: "/").last ?? ""
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name[...])
  }
}
