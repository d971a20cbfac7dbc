import Testing

@testable import Configuration

@Suite struct RepositoryTests {
  @Test(arguments: [
    (
      "https://github.com/example/changes/tree/main",
      "https://github.com/example/changes/edit/main/a.md",
      "https://github.com/example/changes/commits/main/a.md"
    ),
    (
      "https://github.com/example/changes/tree/main/site/",
      "https://github.com/example/changes/edit/main/site/a.md",
      "https://github.com/example/changes/commits/main/site/a.md"
    ),
    (
      "https://gitlab.com/group/sub/changes/-/tree/main",
      "https://gitlab.com/group/sub/changes/-/edit/main/a.md",
      "https://gitlab.com/group/sub/changes/-/commits/main/a.md"
    ),
    (
      "https://codeberg.org/example/changes/src/branch/main/site",
      "https://codeberg.org/example/changes/_edit/main/site/a.md",
      "https://codeberg.org/example/changes/commits/branch/main/site/a.md"
    ),
  ])
  func leadsToTheFile(_ address: String, edit: String, history: String) throws {
    let repository = try #require(Repository(address))
    #expect(repository.edit("a.md") == edit)
    #expect(repository.history("a.md") == history)
  }

  @Test(arguments: [
    "https://github.com/example/changes", "github.com/example/changes/tree/main", "",
    "https://github.com/example/changes/tree/", "javascript:alert(1)/tree/main",
    "https://github.com/example/changes/tree/main?x=1", "https://a@b.example/c/tree/main",
  ])
  func refusesWhatLeadsNowhere(_ address: String) { #expect(Repository(address) == nil) }
}
