import Chronology
import Configuration
import Findings
import History
import PolicyReading
import Records
import Rules
import Site
import SourceText

/// A site's folder, read.
struct Workspace {
  let settings: SiteSettings
  let tree: SourceTree
  /// The files that were read, from the root: those of the content, and the settings.
  let paths: [String]
  /// `changebook.yml`; the defaults where there is none.
  var configuration: Settings

  /// Reads the settings and every file of the content folder.
  init(_ settings: SiteSettings) throws {
    self.settings = settings
    let reading = try readSourceFile(root: settings.root, path: "changebook.yml")
    configuration = reading.file.map(readSettings) ?? Settings()
    configuration.problems += reading.problems
    tree = try readSourceTree(root: settings.root, jobs: settings.jobs)
    paths = tree.files.map(\.path) + [reading.file?.path].compactMap(\.self)
  }

  /// Everything that was read, what git knows of it, and every finding about it and about the site's
  /// own templates. Without a policy there is none of it.
  ///
  /// - Parameter logs: Taken in the place of the content's logs of deployments where there are any.
  func judge(
    theme: SiteTheme? = nil, logs: [SourceFile] = []
  ) throws -> (register: Register, history: RegisterHistory, judgement: Judgement) {
    var register = try readRegister()
    if !logs.isEmpty { register.replaceLogs(by: logs) }
    register.pictures = readPictures(of: register, root: settings.root)
    let theme = try theme ?? SiteTheme.load(root: settings.root)
    let history = readHistory(
      of: register, root: settings.root, environment: settings.git, asOf: settings.asOf,
      jobs: settings.jobs)
    let judged = Rules.judge(
      register, history: history, asOf: settings.asOf, jobs: settings.jobs)
    return (
      register, history,
      judged.adding(theme.problems + addressProblems(of: register), settings: configuration)
    )
  }

  func readRegister() throws -> Register {
    do throws(UnreadablePolicy) {
      return try Records.readRegister(tree, settings: configuration, jobs: settings.jobs)
    } catch {
      throw Failure(describe(error))
    }
  }

  /// The policy in force; where no document is taken for one, the only document of the folder.
  func policyToMap(asOf: Instant) throws -> Policy {
    do {
      return try readRegister().policies.inForce(at: asOf)
    } catch {
      let documents = tree.files.filter { DecidingFolder(holding: $0.path) == .policy }
      guard configuration.policy == nil, documents.count == 1 else { throw error }
      return readPolicy(documents[0], settings: configuration)
    }
  }

  /// Ends with the findings of the settings and of the policy's files: they are often the cause.
  private func describe(_ reason: UnreadablePolicy) -> String {
    let refused = tree.problems.filter {
      let path = $0.place.file.path
      return path == DecidingFolder.policy.path || DecidingFolder(holding: path) == .policy
    }
    var problems = configuration.problems + refused
    var sentence: String
    switch reason {
    case .absent(let looked) where looked.isEmpty:
      sentence =
        refused.isEmpty
        ? "no policy: content/policy holds no Markdown file" : "the policy cannot be read"
    case .absent(let looked):
      let names = looked.map(\.path).joined(separator: ", ")
      sentence =
        "no policy: none of \(names) has a table of change types, or two other policy tables"
      sentence += seenTables(in: looked)
    case .notFound(let path) where refused.contains { $0.place.file.path == path }:
      sentence = "the policy \(path) cannot be read"
    case .notFound(let path):
      sentence = "changebook.yml names the policy \(path), which is not there"
    case .unreadable(let ofPolicy):
      sentence = "the policy cannot be read"
      problems += ofPolicy
    }
    let found = findings(for: problems, settings: configuration).sorted(by: Finding.inOrder)
    guard !found.isEmpty else { return sentence }
    return sentence + "\n" + String(decoding: renderText(found, style: .plain), as: UTF8.self)
  }

  /// What the documents have instead, and how one of them is taken all the same.
  private func seenTables(in looked: [SourceFile]) -> String {
    let tables = looked.flatMap { describeTables(of: readPolicy($0, settings: configuration)) }
    if tables.isEmpty { return "" }
    let shown = tables.prefix(20).map { "\n  \($0)" }.joined()
    let rest = tables.count > 20 ? "\n  and \(tables.count - 20) more" : ""
    return "\ntables seen:" + shown + rest
      + "\nto work with what there is, name the policy in changebook.yml: "
      + "`policy: \(looked[0].path)`"
  }
}
