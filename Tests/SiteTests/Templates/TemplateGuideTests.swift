import Documents
import Foundation
import TestSupport
import Testing
import Theme

@testable import Site

/// The guide lists every name that a template can use; whoever writes templates of their own has
/// nothing else to go by. Its tables are made here, and `make golden` writes them.
@Suite struct TemplateGuideTests {
  private static let guide = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../content/guide/templates.md").standardizedFileURL

  @Test func listsEveryFieldThatATemplateGets() throws {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    let start = try #require(text.range(of: "### Every page\n")?.lowerBound)
    let whole = text[..<start] + Self.tables
    if ProcessInfo.processInfo.environment["CHANGEBOOK_REWRITE_GOLDEN"] != nil {
      try Data(whole.utf8).write(to: Self.guide, options: .atomic)
    } else {
      #expect(whole == text, "`make golden` writes the tables of the guide anew")
    }
  }

  @Test func saysWhatEveryFieldHolds() {
    let empty = Self.rows.filter { $0.documentation.isEmpty }.map { "\($0.owner): \($0.name)" }
    #expect(empty.isEmpty, "\(empty.joined(separator: "\n"))")
  }

  /// The files of the guide's example make a theme without problems, and every page is made of them.
  @Test func theThemeOfTheGuideIsBuilt() throws {
    let scratch = try ScratchFolder()
    let files = try Self.exampleFiles()
    #expect(files.count == 4)
    for (path, text) in files { try scratch.put(text, at: path) }
    let site = try RenderedSite(
      changes: HandWorkedRecords.changes.map(\.text), templates: scratch.path + "/templates")
    #expect(site.problems.isEmpty, "\(site.problems)")
    let pages = site.pages
    #expect(pages.count > 50)
    #expect(
      pages.filter { !$0.value.contains("<header class=\"our-header\">") }.map(\.key).isEmpty)
    let register = try #require(pages["findings/counts.html"])
    #expect(register.contains("<figure class=\"our-table\""))
    #expect(register.contains("<p class=\"our-way\"><a href=\"../index.html\">Dashboard</a> / "))
    #expect(pages["figures/index.html"]?.contains("our-mark") == true)
    let assets = try ThemeAssets.read(
      builtIn: Theme.folder(), own: scratch.path + "/templates")
    #expect(assets.files.contains { $0.path == "assets/ours.css" })
  }

  /// The fenced blocks of the guide behind a path, as files.
  private static func exampleFiles() throws -> [(path: String, text: String)] {
    let lines = try String(contentsOf: guide, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var files: [(path: String, text: String)] = []
    var path: String?
    var text: [Substring]?
    for line in lines {
      if let open = text {
        if line == "```" {
          if let path { files.append((path, open.joined(separator: "\n") + "\n")) }
          (path, text) = (nil, nil)
        } else {
          text = open + [line]
        }
      } else if line.hasPrefix("`templates/") {
        path = String(line.dropFirst().prefix { $0 != "`" })
      } else if line.hasPrefix("```") {
        text = []
      }
    }
    return files
  }

  // MARK: The tables

  private struct Row {
    let kind: String
    let owner: String
    let name: String
    let shape: FieldShape
    let documentation: String

    var written: String {
      switch shape {
      case .text: "`{{\(name)}}`"
      case .html: "`{{{\(name)}}}`"
      case .flag, .section: "`{{#\(name)}}`"
      }
    }
  }

  private static let rows: [Row] = {
    let frame = PageTemplate("frame", PageFrame.self)
    let kinds = [
      ("Every page", [frame]), ("Pages", SitePlan.templates), ("Blocks", SitePlan.blocks),
      ("Running text", [PageTemplate("inline", InlineModel.self)]),
    ]
    return kinds.flatMap { kind, templates in
      templates.flatMap { rows(kind, "`\($0.name)`", $0.fields, within: []) }
    }
  }()

  /// The fields of a model, and those of the rows in it; rows of the model's own kind have its fields.
  private static func rows(
    _ kind: String, _ owner: String, _ table: FieldTable, within: [[String]]
  ) -> [Row] {
    let names = table.entries.map(\.name)
    guard !within.contains(names) else { return [] }
    return table.entries.flatMap { entry -> [Row] in
      let row = Row(
        kind: kind, owner: owner, name: entry.name, shape: entry.shape,
        documentation: entry.documentation)
      guard case .section(let fields) = entry.shape, entry.name != "frame" else { return [row] }
      return [row]
        + rows(kind, "`\(entry.name)` of \(owner)", fields(), within: within + [names])
    }
  }

  private static var tables: String {
    var text = ""
    var kind = ""
    for row in rows {
      if row.kind != kind {
        kind = row.kind
        text += "\(text.isEmpty ? "" : "\n")### \(kind)\n\n| In | Field | What it holds |\n"
        text += "|----|-------|---------------|\n"
      }
      text += "| \(row.owner) | \(row.written) | \(row.documentation) |\n"
    }
    return text
  }
}
