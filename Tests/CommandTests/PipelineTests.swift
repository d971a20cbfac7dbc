import Foundation
import TestSupport
import Testing

/// What a pipeline gets: paths that it can find, and a summary that never fails a call.
@Suite struct PipelineTests {
  /// A repository or workspace with a site in one of its folders, and a breach in a record.
  private struct Project {
    let folder: TemporaryFolder
    let site: String

    init(site: String) throws {
      folder = try TemporaryFolder()
      self.site = site
      try folder.write(SamplePolicy.text, to: site + "content/policy/POL-TEST-001.md")
      let broken = BuildTests.record.replacing("\"@reader\"", with: "\"@author\"")
      try folder.write(broken, to: site + "content/changes/CHG-2026-0001.md")
    }

    func check(_ format: String, _ environment: [String: String] = [:]) throws -> Program.Run {
      try Program.run(
        ["check", "--format", format, "--root", folder.url.path + "/" + site], in: folder.url,
        environment: environment)
    }

    /// The paths of files that a report names.
    func files(_ format: String, _ environment: [String: String] = [:]) throws -> Set<String> {
      let run = try check(format, environment)
      #expect(run.status == 1, "\(run.diagnostics)")
      let pattern =
        switch format {
        case "github": /file=([^,]*),/
        case "sarif": /"uri": "([^"]*)"/
        default: /file="([^"]*)"/
        }
      let found = run.output.matches(of: pattern).map { String($0.output.1) }
      #expect(!found.isEmpty)
      return Set(found.filter { $0.hasSuffix("CHG-2026-0001.md") })
    }
  }

  private static let formats = ["github", "sarif", "junit"]
  private static let record = "content/changes/CHG-2026-0001.md"

  @Test(arguments: ["", "sub/", "docs/book/", "a/b/c/"])
  func pathsStartAtTheNearestRepository(site: String) throws {
    for isFile in [false, true] {
      let project = try Project(site: site)
      try project.folder.write("gitdir: ../x\n", to: isFile ? ".git" : ".git/HEAD")
      for format in Self.formats {
        #expect(try project.files(format) == [site + Self.record])
        // What the pipeline says is for where there is no repository.
        let above = ["GITHUB_WORKSPACE": project.folder.url.deletingLastPathComponent().path]
        #expect(try project.files(format, above) == [site + Self.record])
      }
      // A repository of its own below, such as a submodule, is nearer.
      if !site.isEmpty { try project.folder.write("gitdir: ../x\n", to: site + ".git") }
      #expect(try project.files("github") == [Self.record])
    }
  }

  @Test(arguments: ["", "sub/", "docs/book/"])
  func pathsStartAtTheWorkspaceWhereNoRepositoryIs(site: String) throws {
    let project = try Project(site: site)
    let root = project.folder.url.path
    for format in Self.formats {
      #expect(try project.files(format, ["GITHUB_WORKSPACE": root]) == [site + Self.record])
      #expect(try project.files(format, ["GITHUB_WORKSPACE": root + "/"]) == [site + Self.record])
      #expect(try project.files(format, ["GITHUB_WORKSPACE": root + "x"]) == [Self.record])
      #expect(try project.files(format, ["GITHUB_WORKSPACE": ""]) == [Self.record])
      #expect(try project.files(format) == [Self.record])
    }
  }

  @Test func linksAreResolvedBeforePathsAreCompared() throws {
    let project = try Project(site: "sub/")
    try project.folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    let link = project.folder.url.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "sub")
    let run = try Program.run(
      ["check", "--format", "github", "--root", "link"], in: project.folder.url)
    #expect(run.output.contains("file=sub/content/"), "\(run.output)")
  }

  @Test func textAndJSONNameFilesFromTheSite() throws {
    let project = try Project(site: "sub/")
    try project.folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    #expect(try project.check("text").output.hasPrefix(Self.record))
    #expect(try project.check("json").output.contains("\"file\": \"\(Self.record)\""))
  }

  @Test func addsTheFindingsToTheStepSummary() throws {
    let project = try Project(site: "")
    try project.folder.write("Before\n", to: "summary.md")
    let path = project.folder.url.appending(path: "summary.md").path
    let run = try project.check("github", ["GITHUB_STEP_SUMMARY": path])
    #expect(run.status == 1)
    #expect(run.output.contains("::error"), "\(run.output)")
    let summary = try String(contentsOfFile: path, encoding: .utf8)
    #expect(summary.hasPrefix("Before\n### changebook: "))
    #expect(summary.contains("CB304"))
  }

  @Test(arguments: [(1 << 20) - 700, (1 << 20) - 10, 1 << 20, 1 << 21])
  func leavesASummaryBelowItsLimit(size: Int) throws {
    let project = try Project(site: "")
    try project.folder.write(String(repeating: "x", count: size), to: "summary.md")
    let path = project.folder.url.appending(path: "summary.md").path
    let run = try project.check("github", ["GITHUB_STEP_SUMMARY": path])
    #expect(run.status == 1)
    let length = try Data(contentsOf: URL(filePath: path)).count
    #expect(length >= size && length <= max(size, 1 << 20))
  }

  @Test(arguments: ["missing/summary.md", "content", "/dev/full"])
  func goesOnWhereTheSummaryCannotBeWritten(path: String) throws {
    let project = try Project(site: "")
    let run = try project.check("github", ["GITHUB_STEP_SUMMARY": path])
    #expect(run.status == 1)
    #expect(run.output.contains("::error"))
    #expect(run.diagnostics.contains("no step summary"), "\(run.diagnostics)")
  }
}
