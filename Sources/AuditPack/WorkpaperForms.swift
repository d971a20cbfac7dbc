import Chronology
import Documents
import Findings
import Interchange
import Markdown
import Records
import Reports
import SourceText

/// Of a pack's pages: words break nowhere, and long paths and commits do.
let packStyle =
  mailStyle
  + " body { word-break: normal; } .report { max-width: 1100px; } th { white-space: nowrap; } code { overflow-wrap: anywhere; }"

extension Workpaper {
  /// As one HTML file, without anything that is fetched.
  func page(in zone: Zone) -> [UInt8] {
    var writer = MailWriter(zone: zone) { _ in nil }
    writer.document(title: change.id, language: "en", style: packStyle) { writer in
      writer.paragraph("Workpaper", class: "soft")
      writer.title("\(change.id) \(change.title?.value ?? "")")
      writer.write([
        Facts([
          Fact("Drawn", "\(why.rawValue), \(stratum)"), Fact("Rank", "\(Inline.code(rank))"),
          Fact("File", "\(Inline.path(change.file.path))"),
          Fact("Revision", revision.map { "\(Inline.code($0))" } ?? "not known"),
        ])
      ])
      writer.heading("Attributes")
      writer.write([
        Table(
          "Attributes", ["", "Attribute", "Result", "Seen", "Place"],
          attributes.map { one in
            [
              RichText(one.letter), RichText(one.title), RichText(one.verdict.rawValue),
              RichText(one.words), "\(Inline.path(one.location))",
            ]
          })
      ])
      writer.heading("Instants")
      writer.write([
        Table(
          "Instants", ["What", "Declared", "Committed", "Commit", "Not provable, since"],
          instants.map { one in
            [
              RichText(one.name), "\(Inline.instant(one.declared))",
              one.committed.map { "\(Inline.instant($0))" } ?? "–",
              one.commit.map { "\(Inline.code($0))" } ?? "–", RichText(one.doubt ?? "–"),
            ]
          }
        ).or("The record declares none.")
      ])
      writer.heading("Findings")
      writer.write([
        Table(
          "Findings", ["Rule", "Severity", "What", "Accepted by", "Place"],
          findings.map { finding in
            [
              RichText(finding.code.description), RichText(finding.severity.rawValue),
              RichText(finding.message),
              RichText(finding.waiver.map { "\($0.by), \($0.at): \($0.reason)" } ?? "–"),
              "\(Inline.path("\(finding.place.file.path):\(finding.place.start.line)"))",
            ]
          }
        ).or("There is none.")
      ])
    }
    return writer.finish().bytes
  }

  /// A sheet of all of them, and one of their instants.
  static func workbook(_ papers: [Workpaper]) throws(WorkbookFault) -> [UInt8] {
    let letters = papers.first?.attributes.map { "\($0.letter) \($0.title)" } ?? []
    let head = ["Change", "Title", "Stratum", "Drawn by", "Rank", "File", "Revision"] + letters
    let rows = papers.map { paper in
      [
        paper.change.id, paper.change.title?.value ?? "", paper.stratum, paper.why.rawValue,
        paper.rank, paper.change.file.path, paper.revision ?? "",
      ] + paper.attributes.map(\.verdict.rawValue)
    }
    let seen = papers.flatMap { paper in
      paper.attributes.map { one in
        [paper.change.id, one.letter, one.title, one.verdict.rawValue, one.words, one.location]
      }
    }
    let instants = papers.flatMap { paper in
      paper.instants.map { one in
        [
          paper.change.id, one.name, one.declared.rfc3339, one.committed?.rfc3339 ?? "",
          one.commit ?? "", one.doubt ?? "",
        ]
      }
    }
    func sheet(_ name: String, _ head: [String], _ rows: [[String]]) -> Workbook.Sheet {
      Workbook.Sheet(name: name, texts: [head] + rows)
    }
    return try Workbook([
      sheet("Sample", head, rows),
      sheet("Attributes", ["Change", "Letter", "Attribute", "Result", "Seen", "Place"], seen),
      sheet(
        "Instants", ["Change", "What", "Declared", "Committed", "Commit", "Not provable, since"],
        instants),
    ]).bytes()
  }
}

extension Workpaper.Attribute {
  /// `content/changes/CHG-2026-0042.md:12`.
  var location: String { "\(place.file.path):\(place.start.line)" }
}
