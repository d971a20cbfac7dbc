import ArgumentParser
import Chronology
import Figures
import Findings
import Rules
import Site
import SourceText

/// `changebook build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Render the site.",
    discussion: """
      The site shows its own findings, so that they do not fail the build; with --strict they do, \
      and the old site stays as it was.
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write, replaced in one step. Default: site below the root.", valueName: "dir"))
  var output: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the site will be served, for its sitemap.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Fail on errors and on breaches that no waiver covers.")
  var strict = false

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let clock = ContinuousClock()
      let begun = clock.now
      var workspace = try Workspace(settings)
      if let baseURL { workspace.configuration.baseURL = baseURL }
      let library = try workspace.loadTemplates()
      let (register, findings) = try workspace.judge(templates: library)
      if strict, findings.contains(where: Check.FailureLine.breach.fails) {
        settings.console.say(
          renderText(findings.filter(Check.FailureLine.breach.fails), style: .plain))
        return .findings
      }
      let edition = Edition(
        register: register, findings: findings, asOf: settings.asOf,
        revision: ContentRevision.find(root: settings.root))
      let published = try publish(
        edition, with: library, to: output ?? settings.root + "/site", jobs: settings.jobs)
      if !settings.isQuiet {
        let seconds = begun.duration(to: clock.now)
        settings.console.say(published.summary(seconds: seconds))
      }
      return .success
    }
  }
}
