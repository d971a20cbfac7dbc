import Calendar
import Configuration
import Findings
import PolicyReading
import Records
import Rules
import SourceText

/// What could not be read and may turn any answer of the gate: while there is such a thing, it gives
/// none.
///
/// - The settings, where a key that the calendar rests on cannot be read or may be meant, and
///   readings of terms that name what no version of the policy has.
/// - Files of policies that were refused, or could not be parsed, and versions of the policy of
///   which it is not known when they hold or in which zone.
/// - The lists of systems and people, where their files were refused or could not be parsed, where
///   something of them is not read, and where names of them are ambiguous.
/// - Files of freezes and of incidents in which anything could not be read but their systems, which
///   leave the freeze itself in doubt, where it is not certain when they hold, and what was most likely meant for one of their folders and lies outside it.
package struct GateObstacles: Sendable {
  /// Files come in their order, each problem once.
  package let causes: [GateCause]
  /// Those that may only turn an answer about a record, whose approvals they concern: what is wrong
  /// with the list of people.
  package let authorisation: [GateCause]

  package init(_ register: Register) {
    let problems = Self.problems(register)
    causes =
      problems.filter { !$0.concernsPeople }.map(Self.cause) + Self.termCauses(register)
    authorisation = problems.filter(\.concernsPeople).map(Self.cause)
  }

  private static func problems(_ register: Register) -> [ReadingProblem] {
    let policies = register.policies.policies
    let other = register.pages.filter {
      isPolicyPath($0.file.path) || isListOfNames($0.file.path)
    }
    let found: [[ReadingProblem]] = [
      register.problems.filter {
        $0.kind.leavesDoubt && $0.isObstacle(named: register.settings.policy)
      },
      policies.flatMap { policy in
        policy.problems.filter { $0.isObstacleOfPolicy(amongSeveral: policies.count > 1) }
      },
      other.flatMap { page in
        page.problems.filter { $0.kind.leavesDoubt && $0.kind.hidesTables }
      },
      // Where it is certain when one holds, what else is wrong with it matters then: the calendar
      // has a doubt of that time.
      register.freezes.filter { !$0.problems.isEmpty && $0.certainSpan == nil }.flatMap {
        $0.problems.filter(\.kind.leavesDoubt)
      },
      register.incidents.filter { !$0.problems.isEmpty && $0.certainSpan == nil }.flatMap {
        $0.problems.filter(\.kind.leavesDoubt)
      },
    ]
    var seen: Set<ReadingProblem> = []
    return found.flatMap { $0 }.filter { seen.insert($0).inserted }
  }

  static func cause(_ problem: ReadingProblem) -> GateCause {
    let words = findings(for: [problem]).first?.message
    return GateCause(.unreadable, words ?? "something here cannot be read", at: problem.place)
  }

  /// Why there is no register.
  static func causes(of reason: UnreadablePolicy, problems: [ReadingProblem]) -> [GateCause] {
    var problems = problems
    let sentence: String
    switch reason {
    case .absent: sentence = "content/policy holds no change policy that can be read"
    case .notFound(let path):
      sentence = "changebook.yml names the policy \(path), which is not there or cannot be read"
    case .unreadable(let ofPolicy):
      sentence = "the policy cannot be read"
      problems += ofPolicy
    }
    return [GateCause(.unreadable, sentence, at: nil)] + problems.map(cause)
  }

  /// Readings of terms that name what no version of the policy has, and misspelt terms: such a term
  /// means less than was meant.
  private static func termCauses(_ register: Register) -> [GateCause] {
    let known = Set(
      register.policies.policies.flatMap { policy in
        policy.types.map(\.name) + policy.risks.map(\.name)
      }.map(WordForm.fold))
    let phrases = register.policies.policies.flatMap { $0.windows.flatMap(\.usagePhrases) }
      .map(WordForm.fold)
    let misspelt = register.settings.terms.compactMap { term -> GateCause? in
      guard let meant = misspelling(WordForm.fold(term.term), of: phrases) else { return nil }
      return GateCause(
        .unreadable, name: term.term,
        "`\(term.term)` stands under `terms:`, and no window is for it; `\(meant)` may be meant",
        at: term.place)
    }
    return misspelt
      + register.settings.terms.flatMap { term in
        (term.types + term.risks).filter { !known.contains(WordForm.fold($0)) }.map { name in
          GateCause(
            .unreadable, name: name,
            "`\(term.term)` is read as `\(name)`, which is no type or risk level of the policy",
            at: term.place)
        }
      }
  }
}

private func isPolicyPath(_ path: String) -> Bool { lies(path, in: "content/policy") }

/// Of systems that nobody could read it is not known which names mean one, of people who may approve.
private func isListOfNames(_ path: String) -> Bool { NameList(holding: path) != nil }

private func lies(_ path: String, in folder: String) -> Bool {
  path == folder || path.utf8.starts(with: "\(folder)/".utf8)
}

extension ReadingProblem {
  fileprivate var concernsPeople: Bool {
    if case .strayList(let list) = kind { return list == .people }
    // What is read as something else, such as a version of the policy, decides more than approvals.
    if case .unread = kind { return false }
    return NameList(holding: place.file.path) == .people
  }

  /// Of a problem outside the policies and records: refused files, and the settings.
  fileprivate func isObstacle(named policy: String?) -> Bool {
    let path = place.file.path
    switch kind {
    // Records of changes decide nothing for another change.
    case .strayFolder(let meant): return meant != .changes
    case .strayRecord, .straySettings, .strayList, .listUnread, .unread: return true
    // A link may lead to whatever decides; the records of changes decide nothing for another one.
    case .refusedFile(what: "symbolic link"):
      if !lies(path, in: "content/changes"), !isPolicyPath(path) { return true }
    default: break
    }
    if path == "changebook.yml" {
      guard case .unreadableValue(let key, _, _) = kind else { return true }
      return !["title", "base_url", "repository", "confidence", "rules"].contains(key)
    }
    if isPolicyPath(path) {
      // Of a folder all files are taken, unless one is named.
      guard let policy else { return true }
      return lies(policy, in: path)
    }
    if isListOfNames(path) { return kind.hidesTables || kind.leavesNamesOpen }
    return lies(path, in: "content/freezes") || lies(path, in: "content/incidents")
  }

  /// Of a problem of a policy: its rows have doubts of their own, which count where they matter.
  /// Of one version it decides that its day is none that is read: it may not hold yet, or no more. Where two
  /// places differ on the day, that decides among several versions alone.
  fileprivate func isObstacleOfPolicy(amongSeveral: Bool) -> Bool {
    if place.file.path == "changebook.yml" { return true }
    switch kind {
    case .cellNotUnderstood(let table, let column, _, _):
      return table == "document information" && PolicyMetadata.decidesTimes(column)
    case .disagreement(let key, _, _, _):
      return amongSeveral ? PolicyMetadata.decidesTimes(key) : PolicyMetadata.decidesZone(key)
    default: return kind.hidesTables
    }
  }
}

extension ReadingProblem.Kind {
  /// A name of a list may mean another, or none. That a system is out of use decides nothing.
  fileprivate var leavesNamesOpen: Bool {
    switch self {
    case .cellNotUnderstood(_, let column, _, _): column != "Retired"
    case .namedTwice: true
    default: false
    }
  }

  /// Tables or front matter may be missing because of it.
  fileprivate var hidesTables: Bool {
    switch self {
    case .yamlSyntax, .yamlConstruct, .frontMatterUnclosed, .duplicateKey, .overLimit, .notUTF8,
      .refusedFile, .unreadable, .unreadFile, .conflictMarker:
      true
    default: false
    }
  }
}
