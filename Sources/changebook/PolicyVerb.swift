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

  @Flag(help: "Print settings that map the policy to what is read, to be looked at and filled in.")
  var suggest = false

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      if suggest {
        let workspace = try Workspace(settings)
        try settings.console.write(
          suggestSettings(
            for: workspace.policyToMap(asOf: settings.asOf), settings: workspace.configuration))
        return .success
      }
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
