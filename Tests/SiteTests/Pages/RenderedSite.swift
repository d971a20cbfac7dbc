import Chronology
import Configuration
import Figures
import Findings
import Markdown
import PolicyReading
import Records
import Rules
import SourceText
import TestSupport
import Theme

@testable import Site

/// A site made in memory from a few records.
struct RenderedSite {
  /// By path below the site's root; rendered when they are asked for, since most tests look at one.
  private let planned: [String: PlannedPage]
  private let library: TemplateLibrary
  let register: Register
  /// The script that the line at the top of every page goes on from.
  let status: String
  /// What happened last, as a feed; empty where there is none.
  let feed: String
  private let makeSearchIndex: @Sendable () -> [OutputFile]

  init(
    changes: [String], incidents: [String] = [], freezes: [String] = [],
    policies: [String]? = nil, settings: Settings = Settings(), asOf: String = "2026-04-15T12:00Z",
    templates: String? = nil,
    adding more: (Register) -> [Finding] = { _ in [] }
  ) throws {
    let own = policies?.enumerated().map { index, text in
      readPolicy(
        SourceFile(path: "content/policy/\(index + 1).md", text: text), settings: settings)
    }
    guard let book = own.map({ PolicyBook($0) }) ?? SamplePolicy.book(),
      let now = InstantText.read(asOf, in: .utc)?.instant
    else {
      throw UnreadableSample()
    }
    register = Register(
      settings: settings, policies: book,
      changes: changes.enumerated().map { index, text in
        let file = SourceFile(path: "content/changes/\(index + 1).md", text: text)
        return readChange(file, policies: book, settings: settings)
      },
      incidents: incidents.enumerated().map { index, text in
        readIncident(
          SourceFile(path: "content/incidents/\(index + 1).md", text: text), zone: .utc)
      },
      freezes: freezes.enumerated().map { index, text in
        readFreeze(
          SourceFile(path: "content/freezes/\(index + 1).md", text: text),
          zone: settings.zone ?? .utc)
      }, pages: [], problems: [])
    let findings = (check(register, asOf: now, jobs: .one) + more(register))
      .sorted(by: Finding.inOrder)
    let unreadable = Set(
      findings.filter { $0.severity == .error }.compactMap(\.record))
    let index = FiguresIndex(
      register, facts: FindingFacts(findings, unreadable: unreadable), asOf: now)
    let plan = planSite(
      register: register, judgement: Judgement(findings), index: index,
      figures: index.measureAll(Period.Kind.allCases), settings: settings, asOf: now,
      revision: "4f2a91c", jobs: .one)
    makeSearchIndex = plan.searchIndex
    library = try TemplateLibrary.load(
      builtIn: try Theme.folder(), own: templates, pages: SitePlan.templates,
      blocks: SitePlan.blocks)
    status = String(decoding: plan.status.value.script(), as: UTF8.self)
    feed = plan.feed.value.map { String(decoding: $0.xml(), as: UTF8.self) } ?? ""
    planned = Dictionary(
      plan.pages.map { ($0.route.outputPath, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Of its templates.
  var problems: [ReadingProblem] { library.problems }

  /// What the search looks in.
  var searchIndex: [OutputFile] { makeSearchIndex() }

  /// Of all pages.
  var paths: Set<String> { Set(planned.keys) }

  /// All pages.
  var pages: [String: String] {
    planned.mapValues { String(decoding: $0.render(library).content, as: UTF8.self) }
  }

  /// The text of a page; empty where there is none.
  subscript(_ path: String) -> String {
    planned[path].map { String(decoding: $0.render(library).content, as: UTF8.self) } ?? ""
  }

  /// The Markdown twin of a page; empty where there is none.
  func twin(_ path: String) -> String {
    planned[path]?.render(library).twin.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The words of a page as they are read, without its elements.
  func words(_ path: String) -> String {
    self[path].replacing(/<[^>]*>/, with: "")
  }

  /// What is wrong with its pages, the files aside that other parts of the program write.
  var faults: [String] {
    var files = [Route.atom.path: Array(feed.utf8)].filter { !$0.value.isEmpty }
    for (path, page) in planned {
      let rendered = page.render(library)
      files[path] = rendered.content
      if let twin = rendered.twin { files[page.route.twin.outputPath] = twin }
    }
    return PageInvariants.faults(in: files).filter {
      !$0.contains("/assets/") && !$0.contains("link assets/") && !$0.contains("data/")
    }
  }
}

/// The complete record with another id and the few lines in which it differs.
func record(_ id: String, _ excerpt: String = "") -> String {
  SampleRecords.normal.replacing(with: "---\nid: \(id)\n\(excerpt)\n---\n").text
}

/// The sample policy, or the instant that stands for now, could not be read.
struct UnreadableSample: Error {}
