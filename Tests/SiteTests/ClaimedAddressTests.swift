import Configuration
import Findings
import Markdown
import Records
import SourceText
import TestSupport
import Testing

@testable import Site

@Suite struct ClaimedAddressTests {
  private func register(_ paths: [String]) throws -> Register {
    let files = paths.map { SourceFile(path: $0, text: "# Page\n") }
    let book = try #require(SamplePolicy.book())
    let changes = [record("CHG-2026-0001"), record("CHG-2026-0002", "outcome: done")]
    return Register(
      settings: Settings(), policies: book,
      changes: changes.enumerated().map { index, text in
        readChange(
          SourceFile(path: "content/changes/\(index).md", text: text), policies: book,
          settings: Settings())
      },
      incidents: [], freezes: [], pages: files.map { readPage($0) }, problems: [])
  }

  private func owners(_ paths: [String]) throws -> [String: String] {
    var owners: [String: String] = [:]
    for problem in addressProblems(of: try register(paths)) {
      guard case .addressTaken(_, let owner) = problem.kind else { continue }
      owners[problem.place.file.path] = owner
    }
    return owners
  }

  /// Whatever page the site makes, a page of the content folder at its address is named.
  @Test func claimsTheAddressOfEveryMadePage() throws {
    let site = try RenderedSite(
      changes: [record("CHG-2026-0001"), record("CHG-2026-0002", "outcome: done")],
      incidents: ["---\nid: INC-2026-001\nstarted: 2026-03-09T03:00Z\n---\n# Down\n"],
      freezes: ["---\nname: Fair\nfrom: 2026-03-01T00:00Z\nto: 2026-03-02T00:00Z\n---\n"])
    // `404` cannot be the name of a page of the content folder, and for `index` there are others.
    let made = site.paths.filter { !$0.hasSuffix("index.html") && $0 != "404.html" }.sorted()
    let register = try register(made.map { "content/\($0.dropLast(5)).md" })
    let claimed = ClaimedAddresses(register)
    for page in register.pages where page.slug.hasPrefix("policy/") == false {
      #expect(claimed.owner(of: page) != nil, "\(page.slug)")
    }
    #expect(made.count > 40)
  }

  @Test(arguments: [
    "calendar/2026-03", "calendar/2031-W07",
    "calendar/freezes/summit", "findings/CB302", "findings/CB302/2", "findings/page/2",
    "findings/counts", "changes/undated",
    "changes/2026-03", "changes/2026-03/2", "figures/rollback-rate", "figures/rollback-rate/weeks",
    "systems/page/2", "reports/monthly/2026-03", "reports/weekly/2026-W12",
    "reports/quarterly/2026-Q1", "guide/rules/CB302", "guide/figures/rollback-rate",
    "data/changes.csv/x", "assets/theme.css/x", "guide/index.html/x", "index.html/x", "404.html/x",
    "sitemap.xml/x", "calendar/2026-03.html/x",
  ])
  func claims(_ slug: String) throws {
    let path = "content/\(slug).md"
    #expect(try owners([path]).keys.sorted() == [path])
  }

  @Test(arguments: [
    "index", "guide/index", "changes/index", "policy/index", "reports/index", "findings/index",
    "data/index", "calendar/index", "figures/index", "systems/index", "guide/figures",
    "guide/rules", "changes/README", "changes/2026/README",
    "incidents/index", "freezes/README", "calendar/holidays", "figures/our-view", "systems/unknown",
    "reports/2026-03", "reports/notes", "changes", "calendar", "404", "guide/404",
    "data/dictionary",
    "assets/colours", "findings/how-to", "guide/v1.2/x", "search/index",
  ])
  func leavesAlone(_ slug: String) throws {
    #expect(try owners(["content/\(slug).md"]) == [:])
  }

  /// What stands for a section is shown in it or beside it.
  @Test func publishesTheIndexOfEverySection() throws {
    let sections = ["", "guide/", "reports/"]
    let made = ["policy/", "changes/", "calendar/", "findings/", "figures/", "systems/", "data/"]
    for section in sections { #expect(Route.page("\(section)index") == Route(path: section)) }
    for section in made {
      #expect(Route.page("\(section)index") == Route(path: "\(section)about.html"))
    }
    let problems = addressProblems(
      of: try register(["content/changes/about.md", "content/changes/index.md"]))
    #expect(problems.map(\.place.file.path) == ["content/changes/index.md"])
  }

  @Test func namesPagesBelowAFolderThatIsNamedLikeAPage() throws {
    let owners = try owners(["content/guide/a.html/b.md", "content/guide/a.md"])
    #expect(
      owners == [
        "content/guide/a.html/b.md":
          "the page of content/guide/a.md, which cannot be a folder"
      ])
  }
}
