import ArgumentParser
import Findings
import PolicyReading
import Records

/// `changebook policy`.
struct PolicyVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Show what was understood of the policy, clause by clause.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var site: SiteOptions

  @Option(help: "text or json.")
  var format: Format = .text

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let register = try Workspace(settings).readRegister()
      let policy = register.policies.inForce(at: settings.asOf)
      switch format {
      case .text:
        try settings.console.write(
          describeAsText(policy, style: settings.console.isColoured ? .coloured : .plain))
      case .json: try settings.console.write(describeAsJSON(policy))
      }
      return .success
    }
  }
}
