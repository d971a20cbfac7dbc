import Foundation
import History
import SourceText
import TestSupport
import Testing

/// What was touched since a revision: against a folder that is compared file by file.
@Suite struct RevisionComparisonTests {
  private static func compare(
    _ repository: TestRepository, since revision: String, root: String? = nil
  ) throws(RevisionFault) -> RevisionComparison {
    try RevisionComparison(
      since: revision, root: root ?? repository.root, repository.environment)
  }

  private static func contents(_ repository: TestRepository) throws -> [String: [UInt8]] {
    try repository.folder.files(below: "content")
  }

  /// Edits, additions, removals, renames; committed, only added, or not even that; ignored ones too.
  @Test func isWhateverIsOther() throws {
    var random = SplitMix(seed: 501)
    for round in 0..<8 {
      let repository = try TestRepository()
      for number in 0..<12 { try repository.write("one \(number)", to: Self.path(number)) }
      try repository.write("*.tmp.md\n", to: ".gitignore")
      try repository.commit("Begin", at: "2026-03-02T09:20:00Z")
      try repository.git("tag", "start")
      let before = try Self.contents(repository)
      for step in 0..<10 {
        let number = random.below(14)
        switch random.below(5) {
        case 0: try? repository.remove(Self.path(number))
        case 1:
          let text = before[String(Self.path(number).dropFirst(8))]
          if let text {
            try repository.write(
              String(decoding: text, as: UTF8.self), to: "content/changes/moved/\(step).md")
            try? repository.remove(Self.path(number))
          }
        case 2: try repository.write("ignored \(step)", to: "content/changes/\(step).tmp.md")
        // Back to what it was: nothing is touched.
        case 3: try repository.write("one \(number)", to: Self.path(number))
        default: try repository.write("two \(step)", to: Self.path(number))
        }
        switch random.below(4) {
        case 0: try repository.commit("Step", at: "2026-03-03T09:20:00Z")
        case 1: try repository.git("add", "--all")
        default: break
        }
      }
      let comparison = try Self.compare(repository, since: "start")
      let now = try Self.contents(repository)
      let paths = Set(before.keys).union(now.keys)
      let expected = paths.filter { before[$0] != now[$0] }.map { "content/\($0)" }.sorted()
      #expect(comparison.touchedOfSite.map(\.path).sorted() == expected, "round \(round)")
      for path in paths {
        #expect(
          comparison.isTouched("content/\(path)") == expected.contains("content/\(path)"))
      }
      let earlier = try comparison.earlierFiles().filter { $0.path.hasPrefix("content/") }
      for file in earlier {
        guard case .bytes(let bytes) = file.content else {
          Issue.record("\(file.path)")
          continue
        }
        #expect(bytes == before[String(file.path.dropFirst(8))])
      }
      #expect(
        Set(earlier.map(\.path)) == Set(expected.filter { before[String($0.dropFirst(8))] != nil }))
    }
  }

  private static func path(_ number: Int) -> String { "content/changes/CHG-\(number).md" }

  /// What others did on the other side since then is nobody's touch here.
  @Test func beginsWhereTheBranchBegan() throws {
    let repository = try TestRepository()
    try repository.write("a", to: Self.path(1))
    try repository.commit("Begin", at: "2026-03-02T09:20:00Z")
    try repository.git("checkout", "--quiet", "-b", "branch")
    try repository.write("b", to: Self.path(2))
    try repository.commit("Ours", at: "2026-03-03T09:20:00Z")
    try repository.git("checkout", "--quiet", "main")
    try repository.write("c", to: Self.path(1))
    try repository.commit("Theirs", at: "2026-03-03T10:20:00Z")
    try repository.git("checkout", "--quiet", "branch")
    #expect(
      try Self.compare(repository, since: "main").touchedOfSite.map(\.path) == [Self.path(2)])
  }

  @Test func worksBelowTheRepositorysRoot() throws {
    let repository = try TestRepository()
    try repository.write("a", to: "docs/site/content/changes/a.md")
    try repository.write("a", to: "other/content/changes/a.md")
    try repository.commit("Begin", at: "2026-03-02T09:20:00Z")
    try repository.write("b", to: "docs/site/content/changes/a.md")
    try repository.write("b", to: "docs/site/content/changes/ä \"q\".md")
    try repository.write("b", to: "other/content/changes/a.md")
    let comparison = try Self.compare(
      repository, since: "HEAD", root: repository.root + "/docs/site")
    #expect(
      comparison.touchedOfSite.map(\.path) == [
        "content/changes/a.md", "content/changes/ä \"q\".md",
      ])
  }

  private static func fault(_ repository: TestRepository, since revision: String) -> RevisionFault?
  {
    do throws(RevisionFault) {
      _ = try compare(repository, since: revision)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "nothing", "-h", "--all", "HEAD~9", "HEAD:content", "", " ", "a b", "0123456789abcdef",
    "@{u}", "HEAD^{tree}", "--output=x",
  ])
  func namesWhatIsNoCommit(revision: String) throws {
    let repository = try TestRepository()
    try repository.commit("Begin", at: "2026-03-02T09:20:00Z")
    #expect(Self.fault(repository, since: revision) == .unknown(revision))
  }

  @Test func saysWhyItCannotBeCompared() throws {
    let repository = try TestRepository()
    #expect(Self.fault(repository, since: "HEAD") == .noCommit)
    try repository.commit("Begin", at: "2026-03-02T09:20:00Z")
    try repository.git("checkout", "--quiet", "--orphan", "island")
    try repository.commit("Else", at: "2026-03-02T09:30:00Z")
    #expect(Self.fault(repository, since: "main") == .unrelated("main"))
    let none = GitEnvironment(["PATH": "/nowhere"])
    #expect(throws: RevisionFault.noGit) {
      try RevisionComparison(since: "main", root: repository.root, none)
    }
    try repository.remove(".git")
    #expect(Self.fault(repository, since: "main") == .noRepository)
  }

  @Test func refusesAShallowClone() throws {
    let repository = try TestRepository()
    try repository.commit("Begin", at: "2026-03-02T09:20:00Z")
    try repository.commit("More", at: "2026-03-02T09:30:00Z")
    let clone = try TestRepository()
    try clone.git(
      "clone", "--quiet", "--depth", "1", "file://" + repository.root, clone.root + "/copy")
    #expect(throws: RevisionFault.shallow) {
      try RevisionComparison(since: "HEAD", root: clone.root + "/copy", clone.environment)
    }
  }

  @Test func aRepositoryInTheSiteIsOtherAsAWhole() throws {
    let repository = try TestRepository()
    try repository.commit("Begin", at: "2026-03-02T09:20:00Z")
    try repository.write("x", to: "content/changes/inner/a.md")
    try repository.git("init", "--quiet", repository.root + "/content/changes/inner")
    let comparison = try Self.compare(repository, since: "HEAD")
    #expect(comparison.isTouched("content/changes/inner/a.md"))
    #expect(throws: RevisionFault.submodule(path: "content/changes/inner")) {
      try comparison.earlierFiles()
    }
  }
}
