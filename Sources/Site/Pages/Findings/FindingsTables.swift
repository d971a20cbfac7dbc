import Documents
import Findings
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

extension Publication {
  /// The four kinds of finding in words, with their numbers.
  var findingsBySeverity: Table {
    var tally = FindingTally()
    for finding in findings.all { tally.add(finding) }
    let meanings = [
      "something cannot be read or counted", "it can be read, and the policy was not followed",
      "it is likely to become a breach, or weakens the record", "worth knowing",
    ]
    func row(_ name: RichText, _ count: Int, _ meaning: String) -> [RichText] {
      [name, "\("\(count)", to: count > 0 ? .here("by-rule") : nil)", RichText(meaning)]
    }
    let rows = Severity.allCases.indices.map { index in
      row(
        "\(Inline.severity(Severity.allCases[index], isWaived: false))", tally.open[index],
        meanings[index])
    }
    return Table(
      "Findings by severity", ["Severity", .number("Found"), "Meaning"],
      rows + [row("waived", tally.waived, "an accepted exception, shown and counted apart")])
  }

  /// A table of tallies with a column for each severity, whose numbers lead to where the findings are
  /// listed.
  private func tallies(
    _ caption: String, _ columns: [Table.Column],
    _ rows: [(cells: [RichText], tally: FindingTally, target: LinkTarget?)]
  ) -> Table {
    Table(
      caption,
      columns + Severity.allCases.map { .number($0.title) } + [.number("Waived")],
      rows.map { row in
        row.cells
          + (row.tally.open + [row.tally.waived]).map { count in
            count == 0 ? "–" : "\("\(count)", to: row.target)"
          }
      })
  }

  var findingsByRule: Table {
    let titles = ruleTitles
    return tallies(
      "Findings by rule", ["Rule", .words("What it finds")],
      findings.codes.map { code in
        var tally = FindingTally()
        for finding in findings.of(code) { tally.add(finding) }
        let target = LinkTarget.findings(code.description)
        return (
          ["\(code.description, to: target)", RichText((titles[code] ?? "").capitalisedFirst)],
          tally, target
        )
      })
  }

  /// The titles of all rules, by code.
  private var ruleTitles: [RuleCode: String] {
    Dictionary(
      RuleCatalogue.rules.map { ($0.documentation.code, $0.documentation.title) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Records, or other files, with the most severe findings first.
  var findingsByRecord: [any Block] {
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
    let table = tallies(
      "Findings by record", ["Record"],
      sorted.prefix(Self.mostListed).map { file in
        (
          [self.file(file.path, as: links.shortName(ofPath: file.path))], file.tally,
          .file(file.path)
        )
      })
    return [table, remainder(sorted.count - Self.mostListed, "records")]
  }

  /// Owners of records, else their requesters: those who can put a record right. The numbers of a row
  /// are those of the records beside them.
  var findingsByOwner: [any Block] {
    var owners: [String: (tally: FindingTally, records: [String])] = [:]
    for change in register.changes {
      let found = findings.of(path: change.file.path)
      guard !found.isEmpty else { continue }
      let owner = change.owner?.value ?? change.requester?.value ?? "not stated"
      for finding in found { owners[owner, default: (FindingTally(), [])].tally.add(finding) }
      owners[owner]?.records.append(change.id)
    }
    let sorted = owners.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let table = tallies(
      "Findings by owner", ["Owner or requester", "Records"],
      sorted.prefix(Self.mostListed).map { owner in
        let ids = owner.value.records.prefix(Self.mostNamed).map { id in
          RichText([.id(.change(id), id)])
        }
        let more = owner.value.records.count - Self.mostNamed
        let rest: RichText = more > 0 ? " and \(more) more, above" : ""
        return ([RichText(owner.key), ids.joined(by: ", ") + rest], owner.value.tally, nil)
      })
    return [table, remainder(sorted.count - Self.mostListed, "owners")]
  }

  private static let mostListed = 100
  /// Records beside an owner; the table by record has them all.
  private static let mostNamed = 8

  private func remainder(_ count: Int, _ what: String) -> Note {
    Note(count > 0 ? "\(count) more \(what) are in the lists of the rules above." : "")
  }

  /// A file of the content, with a link to the page that it became; its path where there is none.
  func file(_ path: String, as name: String? = nil) -> RichText {
    links.route(ofPath: path) == nil
      ? RichText([.code(path)]) : "\(name ?? path, to: .file(path))"
  }
}

extension Severity {
  fileprivate var title: String {
    switch self {
    case .error: "Errors"
    case .breach: "Breaches"
    case .warning: "Warnings"
    case .note: "Notes"
    }
  }
}

extension LinkTable {
  /// The last part of a path without its extension.
  func shortName(ofPath path: String) -> String {
    let name = path.parts(at: "/").last ?? ""
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name[...])
  }
}
