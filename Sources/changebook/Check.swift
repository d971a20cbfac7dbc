import ArgumentParser
import Findings
import RecordWriting
import Rules
import SourceText

/// `changebook check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Show all findings, or those of what was touched, or new ones.",
    discussion: """
      Fails (exit status 1) on errors and on breaches that no waiver covers, with --strict on \
      warnings too. What cannot be compared (a revision or list that is not there, a shallow clone) is 2.

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

  @Option(
    help: ArgumentHelp(
      """
      Only findings of records and files that are other than at the commit that this revision and what is \
      checked out share last, such as origin/main. Uncommitted and untracked files count.
      """, valueName: "revision"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Only findings that this list of known ones does not have; those that are gone are said.",
      valueName: "file"))
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"),
    help: ArgumentHelp(
      "Write all findings that no waiver covers to this list, and fail on none.", valueName: "file")
  )
  var writeBaseline: String?

  @Flag(help: "Rules with their counts, the worst first, in the place of each finding.")
  var summary = false

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
    if since?.isEmpty == true { throw ValidationError("--since names no revision") }
    if baseline?.isEmpty == true { throw ValidationError("--baseline names no file") }
    if writeBaseline?.isEmpty == true { throw ValidationError("--write-baseline names no file") }
    if fix, since != nil || baseline != nil || writeBaseline != nil {
      throw ValidationError(
        "--fix mends the files that are named, or all: it goes with paths alone")
    }
    if summary, format != .text { throw ValidationError("--summary goes with text") }
    let narrows = since != nil || baseline != nil || !paths.isEmpty || summary || format != .text
    if writeBaseline != nil, narrows || strict.isGiven || failOn != nil {
      throw ValidationError(
        "--write-baseline takes all findings of the site: no other option of check goes with it")
    }
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let selection = try PathSelection(paths, root: settings.root)
      if let writeBaseline { try BaselineFile.refuse(writeBaseline, root: settings.root) }
      let known = try baseline.map(BaselineFile.read)
      let touched = try since.map { try TouchedRecords(since: $0, settings) }
      if fix {
        let lines = try Mending(settings, selection).run()
        if format == .text {
          try settings.console.write(lines)
        } else {
          settings.console.say(lines)
        }
      }
      let judged = try Workspace(settings).judge()
      leaveToTheEnd(judged)
      let all = judged.judgement.shown
      if let writeBaseline {
        try BaselineFile.write(all, to: writeBaseline, settings)
        return .success
      }
      let comparison = known?.compare(all)
      var findings = (comparison?.new ?? all).filter { selection.holds($0.place.file.path) }
      if let touched { findings = touched.findings(among: findings, of: judged.register) }
      if format == .sarif {
        findings = findings.withFixes(of: judged.register, asOf: settings.asOf)
      }
      try settings.console.write(render(findings, settings))
      if format == .github, let summary = settings.stepSummary {
        summary.add(findings, site: settings.repository, console: settings.console)
      }
      if !settings.isQuiet {
        let remarks =
          [judged.history.silence, touched?.remark].compactMap(\.self)
          + (comparison.map(BaselineFile.remarks) ?? [])
        for remark in remarks { settings.console.say(remark) }
      }
      let line = strict.isGiven ? .strict : failOn ?? .breach
      return findings.contains(where: line.fails) ? .findings : .success
    }
  }

  private func render(_ findings: [Finding], _ settings: SiteSettings) -> [UInt8] {
    let style: TextStyle = settings.console.isColoured ? .coloured : .plain
    return switch format {
    case .text where summary:
      FindingSummary(findings).text(style: style) { RuleCatalogue.rule($0)?.documentation.title }
    case .text: renderText(findings, style: style)
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
