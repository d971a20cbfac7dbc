import Foundation
import TestSupport
import Testing

@Suite struct BuildTests {
  static let record = """
    ---
    id: CHG-2026-0001
    category: documentation
    requester: "@author"
    implementer: "@author"
    requested: 2026-03-02T09:15Z
    approvals:
      - {role: technical, by: "@reader", at: 2026-03-03T10:00Z}
    started: 2026-03-04T10:05Z
    deployed: 2026-03-04T10:40Z
    outcome: successful
    ---
    ## Change Request: Documentation updates for the runbook

    ### Summary
    Names the new dashboards.

    ### Type
    [x] Standard  [ ] Normal  [ ] Emergency  [ ] Runtime Upgrade

    ### Risk Level
    [x] Low  [ ] Medium  [ ] High  [ ] Critical

    ### Testing Evidence
    - [x] Unit tests pass
    """

  static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(SamplePolicy.text, to: "content/policy/POL-TEST-001.md")
    for number in 1...40 {
      let id = "CHG-2026-\(String(10_000 + number).dropFirst())"
      let day = String(100 + number % 20 + 4).dropFirst()
      let text = record.split(separator: "CHG-2026-0001", omittingEmptySubsequences: false)
        .joined(separator: id)
      try folder.write(
        text.split(separator: "2026-03-04", omittingEmptySubsequences: false)
          .joined(separator: "2026-03-\(day)"),
        to: "content/changes/\(id).md")
    }
    return folder
  }

  @Test func givesTheSameBytesWhateverTheThreadsZoneAndLocale() throws {
    let folder = try Self.site()
    let common = ["--as-of", "2026-04-15T12:00Z"]
    let first = try Program.run(
      ["build", "--output", "one", "--jobs", "1"] + common, in: folder.url,
      environment: ["TZ": "UTC", "LC_ALL": "C"])
    let second = try Program.run(
      ["build", "--output", "two", "--jobs", "7"] + common, in: folder.url,
      environment: ["TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"])
    #expect(first.status == 0, "\(first.diagnostics)")
    #expect(second.status == 0, "\(second.diagnostics)")
    let one = try folder.files(below: "one")
    let two = try folder.files(below: "two")
    #expect(!one.isEmpty)
    #expect(one == two)
    #expect(PageInvariants.faults(in: one) == [])
  }

  @Test func takesTheClockFromSourceDateEpoch() throws {
    let folder = try Self.site()
    _ = try Program.run(
      ["build", "--output", "one", "--as-of", "2026-04-15T12:00Z"], in: folder.url)
    _ = try Program.run(
      ["build", "--output", "two"], in: folder.url,
      environment: ["SOURCE_DATE_EPOCH": "1776254400"])
    #expect(try folder.files(below: "one") == folder.files(below: "two"))
  }

  @Test func leavesTheOldSiteWhereThePolicyCannotBeRead() throws {
    let folder = try Self.site()
    #expect(try Program.run(["build"], in: folder.url).status == 0)
    let before = try folder.files(below: "site")
    try folder.write("# Not a policy\n", to: "content/policy/POL-TEST-001.md")
    let run = try Program.run(["build"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("no policy"))
    #expect(try folder.files(below: "site") == before)
  }

  @Test func namesTheByteForWhichThePolicyIsNotRead() throws {
    let folder = try Self.site()
    let policy = folder.url.appending(path: "content/policy/POL-TEST-001.md")
    try (Data(SamplePolicy.text.utf8) + [0xE9]).write(to: policy)
    let run = try Program.run(["check"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("the policy cannot be read"))
    #expect(run.diagnostics.contains("the byte E9 is not UTF-8"))
  }

  @Test func showsAllFaultsOfTheSettingsBesideAPolicyThatIsNotThere() throws {
    let folder = try Self.site()
    try folder.write("titel: x\npolicy: content/nope.md\n", to: "changebook.yml")
    let run = try Program.run(["check"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("content/nope.md, which is not there"))
    #expect(run.diagnostics.contains("changebook.yml:1:1: error[CB103]"))
  }

  @Test(arguments: ["content/site", "./templates", "content/../templates/site", "link/a/b"])
  func writesNoSiteIntoWhatItReads(target: String) throws {
    let folder = try Self.site()
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link").path, withDestinationPath: "content")
    let run = try Program.run(["build", "--output", target], in: folder.url)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("choose a folder outside it"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: target).path))
  }

  @Test func leavesTheOldSiteWhereStrictFindsABreach() throws {
    let folder = try Self.site()
    // The warnings of the sample policy, which would fail a strict build.
    try folder.write("rules: {CB701: note}\n", to: "changebook.yml")
    #expect(try Program.run(["build", "--strict"], in: folder.url).status == 0)
    let before = try folder.files(below: "site")
    let broken = Self.record.split(separator: "outcome: successful").joined(
      separator: "outcome: odd")
    try folder.write(broken, to: "content/changes/CHG-2026-0001.md")
    let run = try Program.run(["build", "--strict"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.diagnostics.contains("CB104"))
    #expect(try folder.files(below: "site") == before)
    #expect(try Program.run(["build"], in: folder.url).status == 0)
  }

  @Test func keepsTheModificationTimeOfWhatDidNotChange() throws {
    let folder = try Self.site()
    let build = ["build", "--as-of", "2026-04-15T12:00Z"]
    _ = try Program.run(build, in: folder.url)
    let page = folder.url.appending(path: "site/changes/CHG-2026-0007.html").path
    let long = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: long], ofItemAtPath: page)
    _ = try Program.run(build, in: folder.url)
    let attributes = try FileManager.default.attributesOfItem(atPath: page)
    #expect(attributes[.modificationDate] as? Date == long)
  }
}
