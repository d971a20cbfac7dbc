import ArgumentParser
import Findings
import Rules
import SourceText

/// `changebook check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show all findings.",
    discussion: """
      Fails (exit status 1) on errors and on breaches that no waiver covers.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif, junit
  }

  /// The mildest severity that fails the call.
  enum FailureLine: String, ExpressibleByArgument, CaseIterable {
    case error, breach, warning, never

    func fails(_ finding: Finding) -> Bool {
      guard finding.waiver == nil else { return false }
      switch self {
      case .error: return finding.severity <= .error
      case .breach: return finding.severity <= .breach
      case .warning: return finding.severity <= .warning
      case .never: return false
      }
    }
  }

  @OptionGroup var site: SiteOptions

  @Option(help: "text, json, github, sarif or junit.")
  var format: Format = .text

  @Option(
    name: .customLong("fail-on"),
    help: "The mildest severity that fails: error, breach, warning, never.")
  var failOn: FailureLine = .breach

  @Flag(help: "The same as --fail-on warning.")
  var strict = false

  @Argument(
    help: ArgumentHelp("Only findings in these files and folders.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let selection = try PathSelection(paths, root: settings.root)
      let judged = try Workspace(settings).judge()
      leaveToTheEnd(judged)
      let findings = judged.judgement.shown.filter { selection.holds($0.place.file.path) }
      try settings.console.write(render(findings, for: settings.console))
      if format == .github, let path = settings.stepSummary {
        try Console.append(renderStepSummary(findings), to: path)
      }
      let line = strict ? FailureLine.warning : failOn
      return findings.contains(where: line.fails) ? .findings : .success
    }
  }

  private func render(_ findings: [Finding], for console: Console) -> [UInt8] {
    switch format {
    case .text: renderText(findings, style: console.isColoured ? .coloured : .plain)
    case .json: renderJSON(findings)
    case .github: renderGitHub(findings)
    case .sarif:
      renderSARIF(findings, rules: RuleCatalogue.reported, version: Changebook.version)
    case .junit: renderJUnit(findings)
    }
  }
}
