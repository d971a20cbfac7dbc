import Configuration
import PolicyReading
import Records
import SourceText

/// What could not be read and may turn any answer of the gate: while there is such a problem, it
/// gives none. Files come in their order, each problem once.
///
/// - The settings, where a key that the calendar rests on cannot be read or may be meant.
/// - Files of policies that were refused, or could not be parsed, and versions of the policy of
///   which it is not known when they hold or in which zone.
/// - The list of systems, where its files were refused or could not be parsed.
/// - Files of freezes and of incidents in which anything could not be read, but for their systems:
///   these leave the freeze itself in doubt.
package func gateObstacles(_ register: Register) -> [ReadingProblem] {
  let policies = register.policies.policies
  let other = register.pages.filter {
    isPolicyPath($0.file.path) || isListOfSystems($0.file.path)
  }
  let found: [[ReadingProblem]] = [
    register.problems.filter {
      $0.kind.leavesDoubt && $0.isObstacle(named: register.settings.policy)
    },
    policies.flatMap { $0.problems.filter(\.isObstacleOfPolicy) },
    other.flatMap { page in
      page.problems.filter { $0.kind.leavesDoubt && $0.kind.hidesTables }
    },
    register.freezes.flatMap { $0.problems.filter(\.kind.leavesDoubt) },
    register.incidents.flatMap { $0.problems.filter(\.kind.leavesDoubt) },
  ]
  var seen: Set<ReadingProblem> = []
  return found.flatMap { $0 }.filter { seen.insert($0).inserted }
}

private func isPolicyPath(_ path: String) -> Bool { lies(path, in: "content/policy") }

/// Of systems that nobody could read it is not known which names mean one.
private func isListOfSystems(_ path: String) -> Bool {
  path == "content/systems.md" || lies(path, in: "content/systems")
}

private func lies(_ path: String, in folder: String) -> Bool {
  path == folder || path.utf8.starts(with: "\(folder)/".utf8)
}

extension ReadingProblem {
  /// Of a problem outside the policies and records: refused files, and the settings.
  fileprivate func isObstacle(named policy: String?) -> Bool {
    let path = place.file.path
    if path == "changebook.yml" {
      guard case .unreadableValue(let key, _, _) = kind else { return true }
      return !["title", "base_url", "confidence", "rules"].contains(key)
    }
    if isPolicyPath(path) {
      // Of a folder all files are taken, unless one is named.
      guard let policy else { return true }
      return lies(policy, in: path)
    }
    if isListOfSystems(path) { return kind.hidesTables }
    return lies(path, in: "content/freezes") || lies(path, in: "content/incidents")
  }

  /// Of a problem of a policy: its rows have doubts of their own, which count where they matter.
  fileprivate var isObstacleOfPolicy: Bool {
    if place.file.path == "changebook.yml" { return true }
    switch kind {
    case .cellNotUnderstood(let table, let column, _, _):
      return table == "document information" && PolicyMetadata.decidesTimes(column)
    case .disagreement(let key, _, _, _): return PolicyMetadata.decidesTimes(key)
    default: return kind.hidesTables
    }
  }
}

extension ReadingProblem.Kind {
  /// Tables or front matter may be missing because of it.
  fileprivate var hidesTables: Bool {
    switch self {
    case .yamlSyntax, .yamlConstruct, .frontMatterUnclosed, .duplicateKey, .overLimit, .notUTF8,
      .refusedFile:
      true
    default: false
    }
  }
}
