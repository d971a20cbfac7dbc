import ArgumentParser
import Findings

/// The mildest severity that fails a call.
enum FailureLine: String, ExpressibleByArgument, CaseIterable {
  case error, breach, warning, never

  /// What `--strict` means, with every verb that has it.
  static let strict = FailureLine.warning

  /// What is waived never fails.
  func fails(_ finding: Finding) -> Bool {
    guard finding.waiver == nil else { return false }
    return switch self {
    case .error: finding.severity <= .error
    case .breach: finding.severity <= .breach
    case .warning: finding.severity <= .warning
    case .never: false
    }
  }
}

/// `--strict`, the same with every verb that has it.
struct StrictOption: ParsableArguments {
  @Flag(
    name: .customLong("strict"),
    help: "Fail on errors, breaches and warnings that no waiver covers.")
  var isGiven = false
}
