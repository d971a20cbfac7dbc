import Foundation
import Glibc
import SourceText
import Testing

/// In the folders that decide nothing is passed over.
@Suite struct DecidingFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let freeze = "---\nname: Fair\nfrom: 2026-03-01T00:00Z\nallowed: none\n---\n"

  private func tree() throws -> SourceTree {
    try folder.write("content/index.md", "# Home\n")
    return try readSourceTree(root: folder.path, jobs: Jobs(2))
  }

  /// The kinds of the problems by the paths of their files.
  private func problems(
    _ tree: SourceTree
  ) -> [String: [ReadingProblem.Kind]] {
    Dictionary(grouping: tree.problems) { $0.place.file.path }.mapValues { $0.map(\.kind) }
  }

  /// Names, and those under which they would be read.
  static let names: [(String, String?)] = [
    ("x.MD", "x.md"), ("x.Md", "x.md"), ("x.markdown", "x.md"), ("x.MARKDOWN", "x.md"),
    ("x.mdown", "x.md"), ("x.mkd", "x.md"), ("x.txt", "x.md"), ("x.TXT", "x.md"),
    ("x.yaml", "x.md"), ("x.yml", "x.md"), ("x.md.txt", "x.md"), ("x.md.bak", "x.md"),
    ("x", "x.md"), ("two.words.txt", "two.words.md"), (".x.md", "x.md"),
    (".md", "md.md"), ("x.rst", nil), ("x.md.2026", nil), ("x.md ", nil), ("x.toml", nil),
    ("x.mdd", nil),
  ]

  @Test(arguments: names, DecidingFolder.allCases)
  func refusesEveryOtherEnding(_ name: (String, String?), _ deciding: DecidingFolder) throws {
    for below in ["", "2026/", "a/b/"] {
      try folder.write("\(deciding.path)/\(below)\(name.0)", Self.freeze)
    }
    try folder.write("\(deciding.path)/read.md", "x")
    let tree = try tree()
    #expect(tree.files.map(\.path) == ["\(deciding.path)/read.md", "content/index.md"].sorted())
    let expected = ReadingProblem.Kind.unreadFile(deciding, intended: name.1)
    let found = problems(tree)
    for below in ["", "2026/", "a/b/"] {
      #expect(found["\(deciding.path)/\(below)\(name.0)"] == [expected])
    }
    #expect(found.count == 3)
  }

  @Test(arguments: ["a.png", "a.JPG", "graph.svg", "talk.mp4", ".DS_Store", "Thumbs.db"])
  func takesPicturesEverywhere(_ name: String) throws {
    for deciding in DecidingFolder.allCases { try folder.write("\(deciding.path)/d/\(name)", "x") }
    #expect(try tree().problems == [])
  }

  @Test(arguments: [
    ".x.md.swp", ".x.md.swo", "x.md~", "#x.md#", ".#x.md", "CODEOWNERS", ".editorconfig",
  ])
  func passesOverWhatEditorsAndHostsKeep(_ name: String) throws {
    for deciding in DecidingFolder.allCases {
      try folder.write("\(deciding.path)/d/\(name)", Self.freeze)
    }
    #expect(try tree().problems == [])
  }

  @Test(arguments: ["logs.zip", "logs.tar.gz", "run.log", "trace.har"])
  func takesArchivesAndLogsOfIncidents(_ name: String) throws {
    for deciding in DecidingFolder.allCases { try folder.write("\(deciding.path)/\(name)", "x") }
    #expect(
      try tree().problems.map(\.place.file.path)
        == ["freezes", "policy"].map { "content/\($0)/\(name)" })
  }

  /// Where nothing of a link is read, it may be what decides.
  @Test(arguments: ["content/freeze.md", "content/guide/x.md", "content/policy.md", "content/more"])
  func namesLinksWhereverTheyLie(_ path: String) throws {
    try folder.write("content/guide/page.md", "# Page\n")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(path)", withDestinationPath: "/tmp/elsewhere.md")
    let alone = try readSourceTree(root: folder.path, folders: ["content/freezes"], jobs: .one)
    for found in [try tree(), alone] {
      #expect(problems(found)[path] == [.refusedFile(what: "symbolic link")])
    }
  }

  @Test(arguments: ["freezes", "Freezes", "freeze"])
  func namesWhatIsDeclaredBesideTheContent(_ name: String) throws {
    try folder.write("\(name)/x.md", Self.freeze)
    try folder.write("content/index.md", "# Home\n")
    let alone = try readSourceTree(root: folder.path, folders: ["content/freezes"], jobs: .one)
    for found in [try tree(), alone] {
      #expect(problems(found) == ["\(name)/x.md": [.strayRecord(.freezes)]])
    }
  }

  @Test(arguments: ["report.pdf", "x.csv", "p.docx"])
  func takesOtherAttachmentsBesideChangesAlone(_ name: String) throws {
    for deciding in DecidingFolder.allCases {
      try folder.write("\(deciding.path)/d/\(name)", "x")
      try folder.write("\(deciding.path)/d/repo.md", "x")
    }
    let refused = try tree().problems.map(\.place.file.path)
    #expect(
      refused == ["freezes", "incidents", "policy"].map { "content/\($0)/d/\(name)" })
  }

  @Test(arguments: [
    "POL-1.pdf", "POL-1-signed.pdf", "POL-1 (scan).pdf", "POL-1.metrics.csv", "POL-1.md.asc",
  ])
  func takesWhatGoesWithADocument(_ name: String) throws {
    for deciding in DecidingFolder.allCases {
      try folder.write("\(deciding.path)/\(name)", "x")
      try folder.write("\(deciding.path)/POL-1.md", "x")
    }
    #expect(try tree().problems == [])
  }

  @Test(arguments: ["POL-10.pdf", "POL-1-next.txt", "POL-1.yaml", "OL-1.pdf", "POL-1.markdown"])
  func refusesWhatOnlySeemsToGoWithOne(_ name: String) throws {
    try folder.write("content/policy/\(name)", "x")
    try folder.write("content/policy/POL-1.md", "x")
    #expect(try tree().problems.map(\.place.file.path) == ["content/policy/\(name)"])
  }

  @Test(arguments: [
    "changebook.yaml", "Changebook.yml", "CHANGEBOOK.YAML", ".changebook.yml", ".changebook.yaml",
    "change-book.yml", "change_book.yaml", "changebok.yml", "changebook.yml.txt",
    "changebook.yml.bak",
    "content/changebook.yml", "content/changebook.yaml", "config/changebook.yml",
  ])
  func namesSettingsThatNobodyReads(_ name: String) throws {
    try folder.write(name, "zone: Asia/Tokyo\n")
    #expect(problems(try tree()) == [name: [.straySettings]])
    let some = try readSourceTree(
      root: folder.path, folders: ["content/policy", "content/freezes"], jobs: Jobs(1))
    #expect(problems(some) == [name: [.straySettings]])
  }

  @Test(arguments: [
    "changebook.yml", "changelog.yml", "mkdocs.yml", "changebook.json", "changebook",
    "changebook.md",
    "docs/changebook.yaml", "handbook.yaml",
  ])
  func leavesAloneWhatIsNoOtherSettings(_ name: String) throws {
    try folder.write(name, "zone: UTC\n")
    #expect(try tree().problems == [])
  }

  @Test func leavesAloneWhatIsHiddenAndHoldsNothing() throws {
    for deciding in DecidingFolder.allCases {
      try folder.write("\(deciding.path)/.gitkeep", "")
      try folder.write("\(deciding.path)/.gitignore", "*.tmp\n")
      try folder.write("\(deciding.path)/deep/.gitattributes", "* text\n")
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(deciding.path)/.empty", withIntermediateDirectories: true)
    }
    #expect(try tree().problems == [])
  }

  @Test func refusesHiddenFoldersThatHoldSomething() throws {
    try folder.write("content/freezes/.drafts/x.md", Self.freeze)
    let found = problems(try tree())
    #expect(found == ["content/freezes/.drafts": [.unreadFile(.freezes, intended: nil)]])
  }

  @Test func leavesFilesOfOtherFoldersAlone() throws {
    for name in ["x.yaml", "x.MD", ".x.md", "notes.txt", ".drafts/x.md", "x"] {
      try folder.write("content/guide/\(name)", "---\ntitle: Fair\n---\n")
    }
    #expect(try tree().problems == [])
  }

  /// Whatever the name and the folder, what declares a freeze is pointed out.
  @Test(arguments: [
    "x.yaml", "x.MD", ".x.md", "notes.txt", ".drafts/x.md", "guide/.drafts/deep/x.md",
    "guide/x.yml",
    "guide/x", "changes/x.md", "changes/2026/03/INC-2026-001.md", ".hidden/.x.txt",
  ])
  func pointsOutWhatIsDeclaredElsewhere(_ path: String) throws {
    try folder.write("content/\(path)", Self.freeze)
    let expected = ["content/\(path)": [ReadingProblem.Kind.strayRecord(.freezes)]]
    #expect(problems(try tree()) == expected)
    let alone = try readSourceTree(
      root: folder.path,
      folders: DecidingFolder.allCases.map(\.path).filter { !$0.hasSuffix("changes") },
      jobs: .one)
    #expect(problems(alone) == expected)
  }

  /// Files and folders that are nearly a list of names, and the list.
  @Test(arguments: [
    ("People.md", NameList.people), ("people.markdown", .people), ("people.txt", .people),
    ("peple.md", .people), (".people.md", .people), ("people.md.bak", .people),
    ("people.csv", .people), ("PEOPLE/x.md", .people), ("people/x.txt", .people),
    ("people/.x.md", .people), ("Systems.md", .systems), ("system.yaml", .systems),
    ("systms.md", .systems), ("system/x.md", .systems), ("systems/x.MD", .systems),
  ])
  func namesListsThatAreNotRead(_ path: String, _ list: NameList) throws {
    try folder.write("content/\(path)", "| Handle |\n|---|\n| @ann |\n")
    let isBelow = path.hasPrefix("\(list.rawValue)/")
    let place = isBelow ? path : String(path.prefix { $0 != "/" })
    let expected = ["content/\(place)": [ReadingProblem.Kind.strayList(list)]]
    #expect(problems(try tree()) == expected)
    let alone = try readSourceTree(
      root: folder.path, folders: ["content/policy", "content/people", "content/systems"],
      jobs: .one)
    #expect(problems(alone) == expected)
  }

  @Test func leavesExportsOfAListAlone() throws {
    for name in ["people.md", "people.csv", "systems/all.md", "systems.json", "systems.png"] {
      try folder.write("content/\(name)", "x")
    }
    #expect(try tree().problems == [])
  }

  // MARK: Names that are nearly right

  /// Folders, and those that they were meant to be.
  static let near: [(String, DecidingFolder)] = DecidingFolder.allCases.flatMap { deciding in
    let name = deciding.rawValue
    let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
    let plural = name == "policy" ? "policies" : name
    let swapped = String(name.dropFirst(2).prefix(1) + name.dropFirst(1).prefix(1))
    let spellings = [
      name.uppercased(), name.capitalized, singular, plural.capitalized, "\(name)2", ".\(name)",
      "_\(name)", "\(name)-", " \(name)", String(name.dropFirst()),
      name.prefix(1) + swapped + name.dropFirst(3),
    ].map { String($0) }
    return Set(spellings).subtracting([name]).sorted().map { ($0, deciding) }
  }

  @Test(arguments: near)
  func namesFoldersThatAreNearlyOneOfThem(_ name: String, _ meant: DecidingFolder) throws {
    try folder.write("content/\(name)/deep/x.md", "# A page\n")
    let expected = ["content/\(name)": [ReadingProblem.Kind.strayFolder(meant)]]
    #expect(problems(try tree()) == expected)
    let alone = try readSourceTree(
      root: folder.path, folders: ["content/policy", "content/freezes", "content/incidents"],
      jobs: .one)
    #expect(problems(alone) == expected)
    #expect(alone.files.isEmpty)
  }

  @Test(arguments: [
    "guide", "reports", "published", "systems", "people", "holidays", "freeze-guide", "how-to",
    "exchange", "2026", "accidents-of-others", "é",
  ])
  func leavesFoldersOfOtherNamesAlone(_ name: String) throws {
    try folder.write("content/\(name)/x.md", "# A page\n")
    #expect(try tree().problems == [])
  }

  // MARK: Front matter elsewhere

  @Test(arguments: ["content/x.md", "content/guide/x.md", "content/a/b/c/freezes/x.md"])
  func namesFreezesAndIncidentsAmongThePages(_ path: String) throws {
    let texts: [(String, DecidingFolder, Int)] = [
      (Self.freeze, .freezes, 4),
      ("---\nfrom: 2026-03-01T00:00Z\nto: 2026-03-02T00:00Z\n---\n", .freezes, 2),
      ("\u{FEFF}--- \r\n\"from\": 2026-03-01\r\ndeclared: {by: x}\r\n---\r\n", .freezes, 2),
      ("---\nid: INC-1\nseverity: high\nstarted: 2026-03-01T00:00Z\n---\n", .incidents, 4),
      ("---\nname: x\nALLOWED : none\n", .freezes, 3),
    ]
    for (text, deciding, line) in texts {
      try folder.write(path, text)
      let alone = try readSourceTree(root: folder.path, folders: ["content/freezes"], jobs: .one)
      for found in [try readSourceTree(root: folder.path, jobs: .one).problems, alone.problems] {
        #expect(found.map(\.kind) == [.strayRecord(deciding)], "\(text)")
        #expect(found.map(\.place.file.path) == [path])
        #expect(found.map(\.place.start.line) == [line])
      }
    }
  }

  @Test(arguments: [
    "# Freezes\n\n```yaml\n---\nfrom: a\nallowed: b\n---\n```\n", "---\ntitle: From here\n---\n",
    "---\nfrom: @ann\n---\n", "from: a\nallowed: b\n", "---\ntitle: x\n---\nfrom: a\nto: b\n",
    "---\n  from: a\n  allowed: b\n---\n", "---\nfrom: ann\nto: bob\nname: Mail\n---\n",
    "---\ntitle: Fair\nfrom: 2026-03-01\nto: 2026-03-02\n---\n",
    "---\ntitle: Advisory\nid: A-1\nseverity: high\n---\n",
  ])
  func leavesPagesAboutThemAlone(_ text: String) throws {
    try folder.write("content/guide/x.md", text)
    #expect(try tree().problems == [])
  }

  // MARK: What cannot be read

  @Test func namesAFileInTheFoldersPlace() throws {
    try folder.write("content/freezes", "x")
    #expect(
      problems(try tree()) == [
        "content/freezes": [.refusedFile(what: "file in the place of a folder")]
      ])
  }
}
