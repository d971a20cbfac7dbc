import Foundation
import TestSupport
import Testing

/// What cannot be read leaves no answer: status 2 for calls that are open on a sound site.
@Suite struct GateFailureTests {
  @Test func isOpenOnASoundSite() throws {
    let run = try GateSite().gate(GateSite.open)
    #expect(run.status == 0, "\(run.output)\(run.diagnostics)")
  }

  /// Files that are added to a sound site, or take the place of its own.
  static let files: [(path: String, text: String)] = [
    (FullPolicy.path, "# Not a policy\n"),
    (FullPolicy.path, String(repeating: "x", count: 1 << 20) + "\n" + FullPolicy.text),
    ("content/policy/next.md", String(repeating: "> ", count: 5000) + FullPolicy.text),
    ("content/policy/next.md", "---\neffective date: [\n---\n" + FullPolicy.text),
    ("content/freezes/x.md", "---\nname: [x\n---\n"),
    ("content/freezes/x.md", "---\nname: x\nfrom: 2027-01-01T00:00Z\n"),
    ("content/freezes/x.md", "---\nname: x\n---\n"),
    ("content/freezes/x.md", "---\nname: x\nfrom: soon\n---\n"),
    ("content/freezes/x.md", "---\nname: x\nform: 2026-01-01T00:00Z\n---\n"),
    (
      "content/freezes/x.md",
      "---\nname: x\nfrom: 2026-03-10T00:00Z\nto: 2026-03-08T00:00Z\n---\n"
    ),
    ("content/freezes/x.md", "---\nname: x\nfrom: &a 2027-03-10T00:00Z\n---\n"),
    ("content/freezes", "a file in the folder's place"),
    ("content/freezes/x.md", String(repeating: "x\n", count: 1 << 20)),
    ("content/incidents/INC-1.md", "---\nid: INC-1\n---\n"),
    ("content/incidents/INC-1.md", "---\nid: INC-1\nstarted: 2026-02-30T00:00Z\n---\n"),
    (
      "content/incidents/INC-1.md",
      "---\nid: INC-1\nstarted: 2026-02-02T00:00Z\nresolved: 2026-02-01T00:00Z\n---\n"
    ),
    ("content/incidents/deep/INC-1.md", "---\nid: INC-1\nid: INC-2\n---\n"),
    ("changebook.yml", "zone: Mars/Olympus\n"),
    ("changebook.yml", "zoen: Europe/Zurich\n"),
    ("changebook.yml", "zone: [\n"),
    ("changebook.yml", "policy: content/policy/other.md\n"),
    ("changebook.yml", "terms:\n  Significant changes: {risks: [Hihg]}\n"),
    ("changebook.yml", "tables:\n  windos: {heading: When}\n"),
  ]

  @Test(arguments: files.indices)
  func cannotTellWhereAFileCannotBeRead(_ index: Int) throws {
    let (path, text) = Self.files[index]
    let site = try GateSite([path: text])
    for more in [[], ["--format", "json"]] {
      let run = try site.gate(GateSite.open + more)
      #expect(run.status == 2, "\(path): \(run.output)\(run.diagnostics)")
      #expect(run.output.contains("unknown"), "\(run.output)")
    }
  }

  static let paths = [
    FullPolicy.path, "content/policy/next.md", "content/freezes/x.md",
    "content/incidents/INC-2026-001.md", "changebook.yml",
  ]

  @Test(arguments: paths)
  func cannotTellWhereAFileIsNotText(_ path: String) throws {
    let site = try GateSite()
    try site.spoil(path)
    #expect(try site.gate(GateSite.open).status == 2)
  }

  @Test(arguments: paths + ["content/freezes", "content/incidents"])
  func cannotTellWhereAFileIsALink(_ path: String) throws {
    let site = try GateSite(["elsewhere/x.md": FullPolicy.text])
    if path == FullPolicy.path { try site.remove(path) }
    try site.link(path, to: path.hasSuffix(".md") ? "../../elsewhere/x.md" : "../elsewhere")
    #expect(try site.gate(GateSite.open).status == 2)
  }

  @Test(arguments: paths)
  func cannotTellWhereAFolderStandsInAFilesPlace(_ path: String) throws {
    let site = try GateSite()
    if path == FullPolicy.path { try site.remove(path) }
    try site.makeFolder(path)
    #expect(try site.gate(GateSite.open).status == 2)
  }

  @Test func cannotTellWithoutAPolicy() throws {
    let site = try GateSite()
    try site.remove("content/policy")
    let run = try site.gate(GateSite.open)
    #expect(run.status == 2)
    #expect(run.output.contains("content/policy holds no change policy"))
  }

  @Test func leavesAloneWhatTheAnswerDoesNotRestOn() throws {
    let site = try GateSite([
      "content/guide/x.md": "---\na: [\n---\n", "content/changes/CHG-1.md": "---\na: [\n---\n",
      "changebook.yml": "confidence: high\n",
    ])
    #expect(try site.gate(GateSite.open).status == 0)
  }

  // MARK: Rows of the policy

  static func windows(_ rows: String...) -> String {
    FullPolicy.text(
      replacingTableWith: """
        | Window | Time (UTC) | Purpose |
        |--------|------------|---------|
        """ + "\n" + rows.joined(separator: "\n"))
  }

  @Test(arguments: [
    "| Night | 25:00-06:00 | Significant changes |",
    "| Night | 03:00-03:00 | Significant changes |",
    "| Night | 02:00-06:00 XYZ | Significant changes |",
    "| Night | 02:00-06:00 | Changes of the third kind |",
    "| Night | | Significant changes |",
  ])
  func cannotTellWhereAWindowIsNotUnderstood(_ row: String) throws {
    let run = try GateSite(policy: Self.windows(row)).gate(GateSite.open)
    #expect(run.status == 2, "\(run.output)")
    let certain = Self.windows(row, "| Always | 24/7 | All changes |")
    #expect(try GateSite(policy: certain).gate(GateSite.open).status == 0)
  }

  @Test(arguments: ["Mars/Olympus", "local", "CST"])
  func cannotTellWhereTheZoneOfAllWindowsIsNotUnderstood(_ zone: String) throws {
    let policy = Self.windows("| Night | 02:00-06:00 | Significant changes |")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("| Window |") ? "| Window | Time (\(zone)) | Purpose |" : $0 }
      .joined(separator: "\n")
    let run = try GateSite(policy: policy).gate(GateSite.open)
    #expect(run.status == 2, "\(run.output)")
    #expect(run.output.contains(zone))
  }

  @Test(arguments: [
    "| Holiday freeze | Dec 20 - Jan 32 | Emergency only |",
    "| Holiday freeze | Dec 20 - Jan 5 | Whatever the duck allows |",
    "| Holiday freeze | | Emergency only |",
  ])
  func cannotTellWhereAFreezeIsNotUnderstood(_ row: String) throws {
    let policy = FullPolicy.text(
      replacingTableWith: """
        | Period | Duration | Changes Allowed |
        |--------|----------|-----------------|
        """ + "\n" + row)
    let run = try GateSite(policy: policy).gate(GateSite.open)
    #expect(run.status == 2, "\(run.output)")
  }

  @Test func isOpenAndSaysSoWithoutWindows() throws {
    let policy = FullPolicy.text(
      replacingTableWith: """
        | Window | Time (UTC) | Purpose |
        |--------|------------|---------|
        """
    ).replacing(
      """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      """, with: "At any time.")
    #expect(try GateSite(policy: policy).gate(GateSite.open).status == 2)
    let run = try GateSite(policy: policy, ["changebook.yml": "windows: none\n"])
      .gate(GateSite.open)
    #expect(run.status == 0)
    #expect(run.output.contains("the policy has no windows"))
  }

  // MARK: What the call leaves out

  @Test func namesTheOptionThatTheAnswerDependsOn() throws {
    let site = try GateSite()
    let cases: [(call: [String], status: Int32, words: String)] = [
      (["--at", "2026-03-09T03:00Z"], 0, "open"),
      (["--at", "2026-03-09T12:00Z"], 2, "give --type"),
      (["--at", "2026-03-09T15:00Z"], 2, "give --type and --risk"),
      (["--type", "normal", "--at", "2026-03-09T15:00Z"], 2, "give --risk"),
      (["--type", "normal", "--at", "2026-03-09T12:00Z"], 1, "closed"),
      (["--type", "normal", "--at", "2026-12-24T12:00Z"], 1, "Holiday freeze"),
      (["--risk", "high", "--at", "2026-12-24T12:00Z"], 2, "open for Emergency"),
    ]
    for (call, status, words) in cases {
      let run = try site.gate(call)
      #expect(run.status == status, "\(call): \(run.output)")
      #expect(run.output.contains(words), "\(call): \(run.output)")
    }
  }

  @Test func asksForTheSystemsWhereAFreezeNamesSome() throws {
    let freeze = """
      ---
      name: Summit
      from: 2026-03-09T00:00Z
      systems: [explorer]
      allowed: Emergency only
      ---
      """
    let site = try GateSite(["content/freezes/summit.md": freeze])
    let call = ["--type", "normal", "--risk", "high", "--at", "2026-03-09T03:00Z"]
    let run = try site.gate(call)
    #expect(run.status == 2)
    #expect(run.output.contains("give --system"))
    #expect(try site.gate(call + ["--system", "rpc-gateway"]).status == 0)
    #expect(try site.gate(call + ["--system", "rpc", "--system", "Explorer"]).status == 1)
  }

  @Test func asksForTheCategoryWhereTheSettingsCloseByIt() throws {
    let terms = "terms:\n  Significant changes: {risks: [High], categories: [pallet code]}\n"
    let site = try GateSite(["changebook.yml": terms])
    let call = ["--type", "normal", "--risk", "low", "--at", "2026-03-09T15:00Z"]
    let run = try site.gate(call)
    #expect(run.status == 2)
    #expect(run.output.contains("give --category"))
    #expect(try site.gate(call + ["--category", "configuration"]).status == 0)
    #expect(try site.gate(call + ["--category", "pallet-code"]).status == 1)
  }

  @Test(arguments: [
    (["--type", "normel"], "did you mean `Normal`?"),
    (["--type", "normal", "--risk", "hihg"], "did you mean `High`?"),
    (["--category", "palet code"], "did you mean `Pallet code`?"),
    (["--type", "zzz"], "there are Standard, Normal, Emergency, Runtime Upgrade"),
  ])
  func namesWhatAnUnknownNameMayMean(_ call: [String], _ words: String) throws {
    let run = try GateSite().gate(call + ["--at", "2026-03-09T03:00Z"])
    #expect(run.status == 2)
    #expect(run.output.contains(words), "\(run.output)")
  }

  // MARK: Output and usage

  @Test func cannotTellWhereTheAnswerCannotBeWritten() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    #expect(try GateSite().gate(GateSite.open, output: full).status == 2)
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    #expect(try GateSite().gate(GateSite.open, output: pipe.fileHandleForWriting).status == 2)
  }

  @Test(arguments: [
    ["--at", "1969-12-31T23:59:59Z"], ["--at", "2201-01-01T00:00Z"], ["--at", "2026-03-09T03:00"],
    ["--at", "soon"], ["--for", "soon"], ["--for", "1 month"], ["--for", "9999999w"],
    ["--type", ""], ["--system", " "], ["--format", "xml"], ["--change", "CHG-1", "--risk", "low"],
    ["--odd"],
  ])
  func refusesWrongUsage(_ call: [String]) throws {
    let run = try GateSite().gate(call)
    #expect(run.status == 64, "\(call)")
    #expect(run.output == "")
  }

  /// What the parser answers by itself would end with 0: a value of the question may ask for it.
  @Test(arguments: [
    ["--help"], ["-h"], ["--version"], ["--generate-completion-script"],
    ["--generate-completion-script", "bash"], ["--generate-completion-script=zsh"],
    ["--change", "--generate-completion-script"], ["--change", "--help"],
    ["--change", "--version"], ["--experimental-dump-help"],
    ["--type", "normal", "--experimental-dump-help"], ["--type", "emergency", "--help"],
    ["help"], ["--change"], ["--change", "--type", "emergency"], ["--", "--help"],
  ])
  func endsWithZeroForAnAnswerAlone(_ call: [String]) throws {
    let run = try GateSite().gate(call)
    #expect(run.status == 64, "\(call): \(run.output)\(run.diagnostics)")
  }

  @Test func doesNotTakeNowFromTheEnvironment() throws {
    // A freeze that has begun, and a variable of an hour before it.
    let freeze = "---\nname: Storm\nfrom: 2026-01-01T00:00Z\nallowed: None\n---\n"
    let site = try GateSite(["content/freezes/storm.md": freeze])
    for epoch in ["1767222000", "-1", "soon", ""] {
      let run = try Program.run(
        ["gate", "--type", "emergency"], in: site.folder.url,
        environment: ["SOURCE_DATE_EPOCH": epoch])
      #expect(run.status == 1, "\(epoch): \(run.output)\(run.diagnostics)")
    }
  }
}
