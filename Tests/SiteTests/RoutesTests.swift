import Site
import Testing

@Suite struct RoutesTests {
  @Test func linksAreRelativeAndNameTheirFile() {
    let change = Route.change("CHG-2026-0042")
    #expect(change.outputPath == "changes/CHG-2026-0042.html")
    #expect(change.href(from: .dashboard) == "changes/CHG-2026-0042.html")
    #expect(change.href(from: .changes) == "CHG-2026-0042.html")
    #expect(change.href(from: .change("CHG-2026-0043")) == "CHG-2026-0042.html")
    #expect(change.href(from: .rule("CB302")) == "../../changes/CHG-2026-0042.html")
    #expect(Route.dashboard.href(from: change) == "../index.html")
    #expect(Route.dashboard.href(from: .dashboard) == "index.html")
    #expect(Route.changes.href(from: .notFound) == "changes/index.html")
    #expect(Route.asset("site.css").href(from: change) == "../assets/site.css")
    #expect(Route.changes.href(from: .changesMonth("2026-03", page: 2)) == "../index.html")
  }

  @Test func namesThatShareLettersAreNotSharedFolders() {
    #expect(
      Route.change("CHG-20").href(from: .change("CHG-2")) == "CHG-20.html")
  }

  @Test func fragmentsOfTheSamePageStandAlone() {
    let policy = Route.policy("POL-CM-001")
    #expect(policy.href(from: policy, fragment: "6-1-reviewers") == "#6-1-reviewers")
    #expect(policy.href(from: .policyIndex, fragment: "é") == "POL-CM-001.html#%C3%A9")
  }

  @Test func addressesOfTheWorldLeaveOutTheIndex() {
    #expect(
      Route.change("CHG-1").address(under: "https://example.org/a")
        == "https://example.org/a/changes/CHG-1.html")
    #expect(
      Route.changes.address(under: "https://example.org/a") == "https://example.org/a/changes/")
    #expect(Route.dashboard.address(under: "https://example.org/") == "https://example.org/")
  }

  @Test(arguments: [
    ("CHG-2026-0042", "CHG-2026-0042"), ("a b", "a~20b"), ("..", "~2E~2E"), (".", "~2E"),
    ("a/../b", "a~2F..~2Fb"), ("a~20b", "a~7E20b"), ("", "~"), ("naïve", "naïve"),
    ("x\u{0}", "x~00"), ("end.", "end~2E"), ("index", "~69ndex"), ("Index", "~49ndex"),
    ("404", "~3404"), ("index2", "index2"),
  ])
  func idsBecomeNamesOfOnePart(id: String, slug: String) {
    #expect(Route.slug(id) == slug)
  }

  @Test func oddIdsArePercentEncodedInLinks() {
    #expect(Route.change("naïve: 1").href(from: .changes) == "na%C3%AFve~3A~201.html")
  }

  @Test func longIdsAreCutAndStayDifferent() {
    let a = Route.slug(String(repeating: "é", count: 300) + "1")
    let b = Route.slug(String(repeating: "é", count: 300) + "2")
    #expect(a.utf8.count <= 120)
    #expect(a != b)
    #expect(!a.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test func contentPagesKeepTheirFolders() {
    #expect(Route.page("guide/writing-a-record").path == "guide/writing-a-record.html")
    #expect(Route.page("guide/index").path == "guide/")
    #expect(Route.page("index") == .dashboard)
  }
}
