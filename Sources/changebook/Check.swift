import ArgumentParser
import Findings
import RecordWriting
import Rules
import SourceText

/// `changebook check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Show all findings.",
    discussion: """
      Fails (exit status 1) on errors and on breaches that no waiver covers, with --strict on \
      warnings too.

      Paths of github, sarif and junit start at the root of the repository that holds the site, \
      those of text and json at the site's.

      With --fix, what mends itself is mended first: misspelt keys and names, values that need quotation marks, headings that \
      are none, and required sections that are missing, which are added empty. No fact and no approval is ever added.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif, junit
  }

  @OptionGroup var site: SiteOptions

  @Option(help: "text, json, github, sarif or junit.")
  var format: Format = .text

  @Option(
    name: .customLong("fail-on"),
    help: """
      The mildest severity that fails: error, breach, warning, never. Default: breach; with \
      --strict: warning.
      """)
  var failOn: FailureLine?

  @OptionGroup var strict: StrictOption

  @Flag(help: "Mend what mends itself, and say what was mended.")
  var fix = false

  @Argument(
    help: ArgumentHelp("Only findings in these files and folders.", valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    if strict.isGiven, let failOn, failOn != .strict {
      throw ValidationError(
        "--strict is --fail-on \(FailureLine.strict.rawValue): give one of the two")
    }
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let selection = try PathSelection(paths, root: settings.root)
      if fix {
        let mending = Mending(settings, selection)
        let lines = try mending.run()
        if format == .text {
          try settings.console.write(lines)
        } else {
          settings.console.say(lines)
        }
      }
      let judged = try Workspace(settings).judge()
      leaveToTheEnd(judged)
      var findings = judged.judgement.shown.filter { selection.holds($0.place.file.path) }
      if format == .sarif {
        findings = findings.withFixes(of: judged.register, asOf: settings.asOf)
      }
      try settings.console.write(render(findings, settings))
      if format == .github, let summary = settings.stepSummary {
        summary.add(findings, site: settings.repository, console: settings.console)
      }
      if !settings.isQuiet, let silence = judged.history.silence { settings.console.say(silence) }
      let line = strict.isGiven ? .strict : failOn ?? .breach
      return findings.contains(where: line.fails) ? .findings : .success
    }
  }

  private func render(_ findings: [Finding], _ settings: SiteSettings) -> [UInt8] {
    switch format {
    case .text: renderText(findings, style: settings.console.isColoured ? .coloured : .plain)
    case .json: renderJSON(findings)
    case .github: renderGitHub(findings, site: settings.repository)
    case .sarif:
      renderSARIF(
        findings, rules: RuleCatalogue.reported, version: Changebook.version,
        site: settings.repository)
    case .junit: renderJUnit(findings, site: settings.repository)
    }
  }
}
