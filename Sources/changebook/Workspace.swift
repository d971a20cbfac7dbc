import Chronology
import Configuration
import Figures
import Findings
import History
import PolicyReading
import PullRequestReview
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
  /// `changebook.yml` itself; an empty file where there is none.
  private let settingsFile: SourceFile
  /// Changes that an earlier reading of the site left; nil where there was none.
  var known: KnownRecords?

  /// Reads the settings and every file of the content folder.
  init(_ settings: SiteSettings) throws {
    self.settings = settings
    let reading = try readSourceFile(root: settings.root, path: "changebook.yml")
    configuration = reading.file.map(readSettings) ?? Settings()
    settingsFile = reading.file ?? SourceFile(path: "changebook.yml", bytes: [])
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

  /// What a build of the site shows: what was judged, measured over all periods.
  func edition(
    of judged: (register: Register, history: RegisterHistory, judgement: Judgement)
  ) -> Edition {
    let (register, history, judgement) = judged
    let index = FiguresIndex(
      register, facts: FindingFacts(judgement.all, unreadable: unreadableChanges(register)),
      deployments: judgement.deployments, asOf: settings.asOf, jobs: settings.jobs)
    return Edition(
      register: register, history: history, judgement: judgement, index: index,
      figures: index.measureAll(Period.Kind.allCases, jobs: settings.jobs),
      asOf: settings.asOf, revision: ContentRevision.find(root: settings.root))
  }

  /// The same of the site as it was at an earlier commit, with the rules and at the instant of now; nil where
  /// its policy could not be read then. Problems of templates are those of now in files that are as they were.
  func judge(_ files: [EarlierFile], _ comparison: RevisionComparison) throws -> JudgedTree? {
    let earlierTree = tree.earlier(files, isTouched: comparison.isTouched)
    let configuration = earlierConfiguration(files, comparison)
    guard
      var register = try? Records.readRegister(
        earlierTree, settings: configuration, jobs: settings.jobs)
    else { return nil }
    register.pictures = readPictures(of: register, root: settings.root)
    let history = readHistory(
      of: register, root: settings.root, environment: settings.git, asOf: settings.asOf,
      jobs: settings.jobs, at: comparison)
    let judged = Rules.judge(
      register, history: history, asOf: settings.asOf, jobs: settings.jobs)
    let problems = try SiteTheme.load(root: settings.root).problems.filter {
      !comparison.isTouched($0.place.file.path)
    }
    return JudgedTree(
      register,
      judged.adding(problems + addressProblems(of: register), settings: configuration))
  }

  /// `changebook.yml` as it was; the defaults where there was none.
  private func earlierConfiguration(
    _ files: [EarlierFile], _ comparison: RevisionComparison
  ) -> Settings {
    let path = "changebook.yml"
    guard comparison.isTouched(path) else { return configuration }
    guard case .bytes(let bytes)? = files.first(where: { $0.path == path })?.content else {
      return Settings()
    }
    let reading = SourceFile.reading(path: path, bytes: bytes)
    var settings = reading.isText ? readSettings(reading.file) : Settings()
    settings.problems += reading.problems
    return settings
  }

  func readRegister() throws -> Register {
    do throws(UnreadablePolicy) {
      return try Records.readRegister(
        tree, settings: configuration, jobs: settings.jobs,
        known: known.map { ($0, settingsFile) })
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
