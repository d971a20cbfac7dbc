import Chronology
import Configuration
import PolicyReading
import Records
import SourceText

/// Which environments are production.
struct ProductionNames {
  private let names: Set<String>

  /// - Parameter policy: Its table of environments says which one is production where the settings do not.
  init(_ settings: DeploymentSettings, _ policy: Policy) {
    let stated = settings.production.map { WordForm.fold($0.value) }
    names = Set(
      stated.isEmpty
        ? policy.environments.filter { WordForm.fold($0.purpose) == "production" }.map {
          WordForm.fold($0.name)
        } + Self.usual : stated)
    isStated = !stated.isEmpty
  }

  private let isStated: Bool
  private static let usual = ["production", "prod", "prd", "live"]

  /// An environment that nobody names is taken for production: what may have been there is looked at.
  func hold(_ environment: String?) -> Bool {
    guard let environment else { return true }
    let folded = WordForm.fold(environment)
    if names.contains(folded) { return true }
    // `prod-eu` is production, `pre-production` is none.
    let words = folded.parts(at: " ")
    return !isStated && words.contains(where: names.contains)
      && !words.contains { ["pre", "non", "not", "like"].contains($0) }
  }
}

/// The same for each version of the policy.
struct ProductionBook {
  private let policies: PolicyBook
  private let names: [ProductionNames]

  init(_ register: Register) {
    policies = register.policies
    names = register.policies.policies.map {
      ProductionNames(register.settings.deployments, $0)
    }
  }

  /// By the policy in force then.
  func hold(_ environment: String?, at instant: Instant) -> Bool {
    names[policies.index(inForceAt: instant)].hold(environment)
  }
}
