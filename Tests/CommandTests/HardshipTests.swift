import Foundation
import Glibc
import TestSupport
import Testing

/// What the system does not give: a file, a folder, a thread. The program ends all the same, and says
/// what it missed.
@Suite struct HardshipTests {
  /// Runs what follows without the rights of root, to whom nothing is denied.
  private static let asNobody =
    geteuid() == 0
    ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  /// Where the program lies may be closed to all others.
  private static let nobodyCanRun =
    (try? Program.run(["--version"], in: URL(filePath: "/"), through: asNobody))?.status == 0

  /// The same, where no further thread can be started.
  private static let withoutThreads =
    asNobody + ["/usr/bin/prlimit", "--nproc=1"]

  private func site() throws -> TemporaryFolder {
    let site = try BuildTests.site()
    // Whoever nobody is may build there.
    for path in ["", "/content", "/content/policy", "/content/changes"] {
      chmod(site.url.path + path, 0o777)
    }
    return site
  }

  @Test(.enabled(if: nobodyCanRun), .timeLimit(.minutes(2)), arguments: ["check", "build", "gate"])
  func doesWithoutThreads(_ verb: String) throws {
    let site = try site()
    let arguments = [verb, "--jobs", "8"] + (verb == "gate" ? GateSite.open : [])
    let free = try Program.run(arguments, in: site.url, through: Self.asNobody)
    let alone = try Program.run(arguments, in: site.url, through: Self.withoutThreads)
    #expect(alone.status == free.status, "\(alone.output)\(alone.diagnostics)")
    if verb != "build" { #expect(alone.output == free.output) }
  }

  @Test(.enabled(if: nobodyCanRun)) func namesTheFileThatItMayNotReadAndReadsTheRest() throws {
    let site = try site()
    let path = "content/changes/CHG-2026-0007.md"
    chmod("\(site.url.path)/\(path)", 0)
    let check = try Program.run(
      ["check", "--as-of", "2026-04-15T12:00Z"], in: site.url, through: Self.asNobody)
    #expect(check.status == 1)
    #expect(check.output.contains("\(path):1:1: error[CB101]: the file cannot be read: Permission"))
    let build = try Program.run(
      ["build", "--as-of", "2026-04-15T12:00Z"], in: site.url, through: Self.asNobody)
    #expect(build.status == 0, "\(build.diagnostics)")
    let pages = try site.files(below: "site").keys
    #expect(pages.contains("changes/CHG-2026-0008.html"))
    #expect(!pages.contains("changes/CHG-2026-0007.html"))
  }

  @Test(
    .enabled(if: nobodyCanRun),
    arguments: ["content/freezes/x.md", "content/incidents/x.md", "content/policy/x.md"])
  func cannotTellWhereAFileThatDecidesMayNotBeRead(_ path: String) throws {
    let site = try GateSite([path: "x"])
    for folder in ["", "/content", "/content/policy", "/content/freezes", "/content/incidents"] {
      chmod(site.folder.url.path + folder, 0o755)
    }
    chmod("\(site.folder.url.path)/\(path)", 0)
    let run = try Program.run(
      ["gate"] + GateSite.open, in: site.folder.url, through: Self.asNobody)
    #expect(run.status == 2, "\(run.output)\(run.diagnostics)")
    #expect(run.output.contains("Permission denied"))
  }

  @Test(
    .enabled(if: nobodyCanRun),
    arguments: [
      ["mark", "CHG-2026-0001", "reviewed", "--by", "@bob"], ["check", "--fix"],
      ["new", "change", "--type", "normal", "--risk", "low", "--title", "A"],
      ["import", "export.csv", "--map", "map.yml", "--write"], ["init"],
    ])
  func saysWhatItMayNotWriteAndLeavesAllAsItWas(_ arguments: [String]) throws {
    let path = "content/changes/2026/CHG-2026-0001.md"
    let site = try GateSite([
      path: "---\nid: CHG-2026-0001\ntyp: Normal\nrequested: 2026-03-01T00:00Z\n---\n## A\n",
      "export.csv": "Number\nCHG-2026-0002\n",
      "map.yml": "key: Number\ncolumns: {id: Number}\nconstants: {type: Normal, risk: Low}\n",
    ])
    let folders = ["", "/content", "/content/policy", "/content/changes", "/content/changes/2026"]
    for folder in folders { chmod(site.folder.url.path + folder, 0o555) }
    defer { for folder in folders { chmod(site.folder.url.path + folder, 0o755) } }
    let before = try site.folder.files(below: ".")
    let run = try Program.run(arguments, in: site.folder.url, through: Self.asNobody)
    #expect(run.status == 2, "\(run.output)")
    #expect(run.diagnostics.contains("Permission denied"), "\(run.diagnostics)")
    #expect(try site.folder.files(below: ".") == before)
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["check", "build", "gate"])
  func endsWhereItsFolderIsGone(_ verb: String) throws {
    let site = try site()
    let gone = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" \"$@\""
    let run = try Program.run(
      [verb], in: site.url, through: ["/bin/sh", "-c", gone])
    #expect(run.status == 2, "\(run.output)\(run.diagnostics)")
    let named = try Program.run(
      [verb, "--root", "."], in: site.url, through: ["/bin/sh", "-c", gone])
    #expect(named.status == 2, "\(named.output)\(named.diagnostics)")
  }

  @Test func keepsAndNamesWhatOthersPutIntoTheSite() throws {
    let site = try BuildTests.site()
    #expect(try Program.run(["build"], in: site.url).status == 0)
    try site.write("example.org\n", to: "site/CNAME")
    let run = try Program.run(["build"], in: site.url)
    #expect(run.status == 0)
    #expect(run.diagnostics.contains("kept     1 file of others: CNAME\n"), "\(run.diagnostics)")
    #expect(try site.files(below: "site")["CNAME"] == Array("example.org\n".utf8))
  }
}
