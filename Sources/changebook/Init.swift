import ArgumentParser
import Chronology
import Configuration
import Foundation
import PolicyReading
import RecordWriting
import Records
import Rules
import SourceText

/// `changebook init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin a site.",
    discussion: """
      Writes settings, a short policy to edit, lists of systems and people, one record, a README, what git ignores, and a \
      workflow that checks proposals. Where there is a policy already that one is taken: a document of content/policy, or the \
      only change policy elsewhere in the folder, of which content/policy gets a copy. No file is ever overwritten.

      Examples:
        changebook init changes
        changebook init --ci gitlab
        changebook init --policy docs/change-policy.md

      Exit status: 0 it is written, 2 it could not be, 64 wrong usage.
      """)

  @Argument(help: ArgumentHelp("The folder of the site. Default: this one.", valueName: "dir"))
  var folder: String = "."

  @Option(help: ArgumentHelp("Whose workflow: github, gitlab or none.", valueName: "forge"))
  var ci: String = StarterSite.Automation.github.rawValue

  @Option(help: ArgumentHelp("The document that is the change policy.", valueName: "file"))
  var policy: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The instant taken for now. Default: the clock.", valueName: "instant"))
  var asOf: String?

  func validate() throws {
    if folder.isEmpty { throw ValidationError("the folder has no name") }
    guard StarterSite.Automation(rawValue: ci) != nil else {
      let names = StarterSite.Automation.allCases.map(\.rawValue)
      throw ValidationError(
        "there is no workflow for \(ci)\(KnownNames.hint(for: ci, among: names))")
    }
    if let asOf { _ = try OptionInstant.read(asOf, option: "--as-of") }
  }

  func run() throws {
    try changebook.run {
      try makeFolder()
      let site = try SiteOptions.parse(
        ["--root=\(folder)"] + (asOf.map { ["--as-of=\($0)"] } ?? []))
      let settings = try site.resolve(clock: .only)
      let found = try FoundPolicy(in: settings.root, named: policy)
      let starter = StarterSite(
        day: Zone.utc.wallTime(at: settings.asOf).day, asOf: settings.asOf,
        automation: StarterSite.Automation(rawValue: ci) ?? .none)
      // A line at once for each file, so that what was written before a failure is known.
      if let copy = found?.copy { try put(copy.bytes, at: copy.path, settings) }
      for file in found == nil ? starter.whole : starter.common {
        try put(Array(file.text.utf8), at: file.path, settings)
      }
      if found != nil { try settings.console.write(understood(settings)) }
      return .success
    }
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("the folder \(folder) cannot be made: \(error.localizedDescription)")
    }
  }

  /// Writes a file where there is none, and says which of the two it was.
  private func put(_ content: [UInt8], at path: String, _ settings: SiteSettings) throws {
    let file = settings.root + "/" + path
    if (try? FileManager.default.attributesOfItem(atPath: file)) != nil {
      return try settings.console.write("kept     \(path)\n")
    }
    try createContentFile(content, root: settings.root, path: path)
    try settings.console.write("written  \(path)\n")
  }

  /// What is read of a policy that was there before, in a few lines.
  private func understood(_ settings: SiteSettings) throws -> String {
    let register = try Workspace(settings).readRegister()
    let policy = register.policies.inForce(at: settings.asOf)
    let counts = [
      ("types of changes", policy.types.count), ("risk levels", policy.risks.count),
      ("required fields", policy.requiredFields.count),
      ("rows of reviewers", policy.reviewMatrix.count),
      ("rows of tests", policy.testingMatrix?.rows.count ?? 0), ("windows", policy.windows.count),
      ("freezes", policy.freezes.count), ("targets", policy.targets.count),
    ]
    let read = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    let absent = counts.filter { $0.1 == 0 }.map(\.0).joined(separator: ", ")
    var text = "\nThe policy is \(policy.title), \(policy.file.path). Understood: \(read)."
    if !absent.isEmpty { text += " Not found: \(absent)." }
    let problems = policy.problems.count
    text +=
      problems == 0
      ? " `changebook policy` shows it clause by clause.\n"
      : " `changebook policy` shows it clause by clause, with \(problems) "
        + "\(problems == 1 ? "part that is" : "parts that are") missing or not understood.\n"
    return text
  }
}

/// The change policy of a folder that is no site yet.
struct FoundPolicy {
  /// What content/policy is to get; nil where it is there already.
  let copy: (path: String, bytes: [UInt8])?

  /// Nil where the folder has none. More than one, and the user has to say which.
  init?(in root: String, named: String?) throws {
    let settings = try readSourceFile(root: root, path: "changebook.yml").file.map(readSettings)
    let folder = DecidingFolder.policy.path
    if let named {
      let bytes = try InputFile.bytes(named)
      let reading = SourceFile.reading(path: named, bytes: bytes)
      guard reading.isText,
        readPolicy(reading.file, settings: settings ?? Settings()).isChangePolicy
      else {
        throw Failure(
          "\(named) is no change policy: it has no table of change types, nor two others of a policy"
        )
      }
      let name = URL(filePath: named).lastPathComponent
      copy = ("\(folder)/\(name)", bytes)
      return
    }
    if settings?.policy != nil {
      copy = nil
      return
    }
    var found: [(path: String, bytes: [UInt8])] = []
    for path in Self.documents(below: root) {
      guard case .bytes(let bytes) = readContentBytes(root: root, path: path, limit: 256 << 10)
      else { continue }
      let reading = SourceFile.reading(path: path, bytes: bytes)
      if reading.isText, readPolicy(reading.file, settings: settings ?? Settings()).isChangePolicy {
        found.append((path, bytes))
      }
    }
    if found.contains(where: { DecidingFolder(holding: $0.path) == .policy }) {
      copy = nil
      return
    }
    guard found.count <= 1 else {
      let names = found.prefix(10).map(\.path).joined(separator: ", ")
      throw Failure("several documents look like a change policy: \(names); --policy says which")
    }
    guard let only = found.first else { return nil }
    let name = only.path.split(separator: "/").last.map(String.init) ?? only.path
    copy = ("\(folder)/\(name)", only.bytes)
  }

  /// Markdown files at most four folders deep, without hidden ones, in the order of their paths' bytes.
  private static func documents(below root: String) -> [String] {
    var paths: [String] = []
    guard
      let walk = FileManager.default.enumerator(
        at: URL(filePath: root), includingPropertiesForKeys: [.isDirectoryKey],
        options: [.skipsHiddenFiles])
    else { return [] }
    let base = URL(filePath: root).standardizedFileURL.resolvingSymlinksInPath().path
    for case let url as URL in walk {
      if walk.level > 4 || url.lastPathComponent == "node_modules" { walk.skipDescendants() }
      let path = url.standardizedFileURL.resolvingSymlinksInPath().path
      guard path.hasSuffix(".md"), path.hasPrefix(base + "/") else { continue }
      paths.append(String(path.dropFirst(base.count + 1)))
      if paths.count == 5000 { break }
    }
    return paths.sorted { $0.precedesInBytes($1) }
  }
}
