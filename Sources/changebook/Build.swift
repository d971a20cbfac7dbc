import ArgumentParser
import Chronology
import Figures
import Findings
import Rules
import Site
import Configuration
import SourceText

/// `changebook build`.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Render the site.",
    discussion: """
      The site shows its own findings, so that they do not fail the build; with --strict errors, \
      breaches and warnings do, and the old site stays as it was.
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

  @OptionGroup var strict: StrictOption

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output names no folder") }
    _ = try baseURL.map(SiteOptions.readBaseURL)
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let target = output ?? settings.root + "/site"
      for folder in ["content", "templates"]
      where PathSelection.lies(target, in: settings.root + "/" + folder) {
        throw Failure(
          "\(target) lies in \(folder), from which the site is made; choose a folder outside it")
      }
      let clock = ContinuousClock()
      let begun = clock.now
      var workspace = try Workspace(settings)
      if let baseURL {
        workspace.configuration.baseURL = try SiteOptions.readBaseURL(baseURL)
      }
      let theme = try SiteTheme.load(root: settings.root)
      let judged = try workspace.judge(theme: theme)
      let failing = strict.isGiven ? judged.judgement.shown.filter(FailureLine.strict.fails) : []
      guard failing.isEmpty else {
        settings.console.say(renderText(failing, style: .plain))
        return .findings
      }
      let edition = workspace.edition(of: judged)
      leaveToTheEnd(edition)
      let published = try publish(edition, with: theme, to: target, jobs: settings.jobs)
      if !settings.isQuiet {
        let summary = BuildSummary(
          edition, published, target: target, elapsed: begun.duration(to: clock.now))
        settings.console.say(summary.text)
      }
      return .success
    }
  }
}
