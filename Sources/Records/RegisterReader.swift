import Chronology
import Configuration
import DeploymentLogs
import FrontMatter
import Markdown
import PolicyReading
import SourceText

/// Why there is no register: without a policy nothing can be judged.
package enum UnreadablePolicy: Error, Sendable {
  /// No file under `content/policy` has the tables of a change policy.
  case absent(looked: [SourceFile])
  /// The file that `policy:` names is not there.
  case notFound(path: String)
  /// What was taken for the policy could not be parsed.
  case unreadable(problems: [ReadingProblem])
}

/// Reads everything: first, side by side, the policies and the lists of systems and people, then, on
/// several threads, what is judged by them.
///
/// - Parameters:
///   - asked: Of incidents whose freezes are certainly over by then only the front matter is read; nil to
///     read all of every one.
///   - ahead: What documents of policies say that are being read already.
///   - known: Changes that were read before, and the file of the settings with which that was; nil to read
///     all of them.
package func readRegister(
  _ tree: SourceTree, settings: Settings, jobs: Jobs, asked: Instant? = nil,
  policies ahead: Ahead<[Policy]>? = nil,
  known: (records: KnownRecords, settings: SourceFile)? = nil
) throws(UnreadablePolicy) -> Register {
  let sorted = ContentFolders(tree.files)
  let (reading, lists) = jobs.both(
    {
      Result { () throws(UnreadablePolicy) in try readPolicies(sorted.policies, ahead, settings) }
    },
    { ListedPages(sorted.pages, roles: RoleNames(settings.words.roles)) })
  let (policies, others, overlooked) = try reading.get()
  let pages = lists.pages + others.map(RecordSource.init(page:))
  let zone = settings.zone ?? policies.latest.zone
  let systems = lists.systems
  let people = PeopleDirectory(lists.people, zone: zone)
  // Of an incident that was over a month before, the text is not looked at.
  let settled = asked.map { $0 + -(longestFreezeAfterIncident(policies) + textIsRead) }
  let incidents = jobs.map(sorted.incidents) {
    readIncident($0, zone: zone, systems: systems, settled: settled, settings: settings)
  }
  let allowances = FreezeAllowanceText.Names(policies.latest)
  let freezes = sorted.freezes.map {
    readFreeze($0, zone: zone, systems: systems, names: allowances)
  }
  var changes: [Change] = []
  if !sorted.changes.isEmpty {
    let reader = ChangeReader(
      policies, settings: settings, systems: systems, people: people,
      frozen: namesOfSystems(incidents.map(\.systems) + freezes.map(\.systems)))
    if let known {
      let lists = lists.pages.map(\.document.file).filter {
        $0.isPage(of: .systems) || $0.isPage(of: .people)
      }
      changes = known.records.changes(
        of: sorted.changes,
        on: [known.settings] + sorted.policies + sorted.incidents + sorted.freezes + lists,
        jobs: jobs
      ) { reader.read($0) }
    } else {
      changes = jobs.map(sorted.changes) { reader.read($0) }
    }
  }
  let holidays = readHolidays(sorted.holidays, settings: settings)
  let published = sorted.published.map { readPublishedReport($0, zone: zone) }
  let logs = jobs.map(sorted.deployments) { readDeploymentLog($0, zone: zone) }
  return Register(
    settings: settings, policies: policies,
    changes: changes,
    incidents: incidents, freezes: freezes,
    pages: pages.map(readPage), published: published.compactMap(\.report),
    deploymentLogs: logs,
    problems: settings.problems + tree.problems + published.compactMap(\.problem)
      + logs.flatMap(\.problems)
      + overlooked
      + strayVersions(
        of: policies,
        in: pages.map(\.document.file) + changes.filter { !$0.problems.isEmpty }.map(\.file)
          + tree.labelled, settings)
      + missedTables(of: settings, in: policies)
      + missedWords(
        of: settings, in: policies,
        lists: lists.pages.filter { $0.document.file.isPage(of: .people) })
      + RoleNames.problems(of: settings.words.roles)
      + RecordWords.problems(
        of: settings.words, fields: policies.policies.flatMap(\.requiredFields).map(\.name))
      + systems.problems + people.problems
      + holidays.problems,
    systems: systems, people: people, holidays: holidays.lists)
}

/// In seconds, by any version of the policy.
private func longestFreezeAfterIncident(_ policies: PolicyBook) -> Int64 {
  policies.policies.flatMap(\.freezes).map { row in
    if case .afterIncident(let seconds, _) = row.duration { seconds } else { 0 }
  }.max() ?? 0
}

/// The names of systems, folded, without the word for every one.
func namesOfSystems(_ lists: [[Located<String>]]) -> Set<String> {
  var names: Set<String> = []
  for name in lists.joined() where name.value != NamedSystems.every {
    names.insert(WordForm.fold(name.value))
  }
  return names
}

/// Files by the folder that says what they are.
private struct ContentFolders: Sendable {
  var policies: [SourceFile] = []
  var changes: [SourceFile] = []
  var incidents: [SourceFile] = []
  var freezes: [SourceFile] = []
  var pages: [SourceFile] = []
  var published: [SourceFile] = []
  var deployments: [SourceFile] = []
  /// Calendars, and pages that are shown as well.
  var holidays: [SourceFile] = []

  init(_ files: [SourceFile]) {
    for file in files {
      switch DecidingFolder(holding: file.path) {
      // What the policy is, its tables say: see `readPolicies`.
      case .policy: policies.append(file)
      case .some where file.isPageAboutItsFolder: pages.append(file)
      case .changes: changes.append(file)
      case .incidents: incidents.append(file)
      case .freezes: freezes.append(file)
      case nil
      where file.path.utf8.starts(with: "content/published/".utf8)
        && file.path.hasSuffix(".json"):
        published.append(file)
      case nil where file.isDeploymentLog: deployments.append(file)
      case nil where file.isOfHolidays:
        holidays.append(file)
        if file.path.hasSuffix(".md") { pages.append(file) }
      case nil: pages.append(file)
      }
    }
  }
}

extension SourceFile {
  /// Whether it says what its folder is for and declares nothing: `README.md` and `index.md`, in
  /// whatever capitals, without front matter, and a `template.md` that nobody filled in.
  fileprivate var isPageAboutItsFolder: Bool {
    let stem = stem
    if isTemplate(stem) { return true }
    guard stem.utf8.count == 6 || stem.utf8.count == 5,
      ["readme", "index"].contains(stem.lowercased())
    else { return false }
    let split = splitFrontMatter(self)
    return split.yaml == nil && !split.isUnclosed
  }
}

/// The versions of the change policy, and what other documents of the folder decide and must not:
/// those become pages.
private func readPolicies(
  _ files: [SourceFile], _ ahead: Ahead<[Policy]>?, _ settings: Settings
) throws(UnreadablePolicy) -> (
  book: PolicyBook, others: [SourceFile], overlooked: [ReadingProblem]
) {
  let known = ahead?.value ?? []
  let documents = files.map { file in
    known.first { $0.file === file } ?? readPolicy(file, settings: settings)
  }
  let candidates = documents.filter(\.isChangePolicy)
  let deciding = candidates.filter(\.decides)
  var policies: [Policy] = []
  var others: [Policy] = []
  for policy in documents {
    let isTaken =
      if let path = settings.policy {
        path == policy.file.path
      } else {
        // Beside a policy that says who approves and when, any other policy is one of another matter.
        policy.isChangePolicy
          && (deciding.isEmpty || policy.decides
            || deciding.contains { policy.isVersion(of: $0) })
      }
    if isTaken { policies.append(policy) } else { others.append(policy) }
  }
  if let book = PolicyBook(policies) {
    // One that is named is taken with what there is; without a tree there is nothing.
    let refused = book.policies.flatMap(\.document.problems)
    let isUnderstood = book.policies.allSatisfy(\.isChangePolicy)
    guard refused.isEmpty || isUnderstood else { throw .unreadable(problems: refused) }
    let overlooked =
      settings.policy == nil ? others.flatMap { $0.overlooked(beside: policies) } : []
    return (book, others.map(\.file), overlooked)
  }
  if let path = settings.policy { throw .notFound(path: path) }
  let refused = others.flatMap(\.document.problems)
  if !refused.isEmpty { throw .unreadable(problems: refused) }
  throw .absent(looked: files)
}

/// For how long after the longest freeze the text of an incident is read, in seconds: it may say that the
/// incident was over only later.
private let textIsRead: Int64 = 31 * 86_400
