import Documents
import Foundation
import Testing

@testable import Site

/// The guide lists every name that a template can use; whoever writes templates of their own has
/// nothing else to go by.
@Suite struct TemplateGuideTests {
  private static let guide = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../content/guide/templates.md").standardizedFileURL

  @Test(arguments: SitePlan.templates.map(\.name))
  func namesEveryFieldOfAPage(_ name: String) throws {
    let template = try #require(SitePlan.templates.first { $0.name == name })
    let cells = Cells(template.fields, except: ["frame", "kicker", "title"])
    let row = try Self.rows().first { $0.first == "`\(name)`" }
    #expect(row?.dropFirst(2).joined(separator: " | ") == cells.columns.joined(separator: " | "))
  }

  @Test(arguments: SitePlan.templates.map(\.name))
  func namesEveryFieldOfARow(_ name: String) throws {
    let template = try #require(SitePlan.templates.first { $0.name == name })
    try expectRows(of: template.fields, on: name)
  }

  private func expectRows(of table: FieldTable, on page: String) throws {
    for entry in table.entries where entry.name != "frame" {
      let name = entry.name
      guard case .section(let fields) = entry.shape else { continue }
      let cells = Cells(fields(), except: [])
      let row = try Self.rows().first { $0.first == "`\(name)` of `\(page)`" }
      #expect(
        row?.dropFirst().joined(separator: " | ") == cells.columns.joined(separator: " | "),
        "\(name) of \(page)")
      try expectRows(of: fields(), on: "\(name)` of `\(page)")
    }
  }

  /// The cells of all rows of all tables.
  private static func rows() throws -> [[String]] {
    try String(contentsOf: guide, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { line in
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  /// What the columns of the guide say of a model, the names in alphabetical order.
  private struct Cells {
    let columns: [String]

    init(_ table: FieldTable, except left: Set<String>) {
      var text: [String] = []
      var markup: [String] = []
      var flags: [String] = []
      var rows: [String] = []
      for entry in table.entries.sorted(by: { $0.name < $1.name })
      where !left.contains(entry.name) {
        let name = entry.name
        switch entry.shape {
        case .text: text.append("`\(name)`")
        case .html: markup.append("`\(name)`")
        case .flag: flags.append("`\(name)`")
        case .section: rows.append("the rows `\(name)`")
        }
      }
      columns = [text, markup, flags + rows].map { $0.joined(separator: ", ") }
    }
  }
}
