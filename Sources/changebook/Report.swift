import ArgumentParser
import Chronology
import Configuration
import Documents
import Figures
import Findings
import Interchange
import Records
import Reports
import Rules
import Site
import SourceText

/// `changebook report`.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show the report of one period, or publish its figures.",
    discussion: """
      Without a period: the last month that has ended. A week's report is for engineers, a month's \
      for leadership, a quarter's and a year's for the management review.

      --publish keeps the figures of a period that is over in content/published. Later reports \
      then say where a figure is no longer what it was, and which records did it.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }

  @OptionGroup var site: SiteOptions
  @OptionGroup var asked: PeriodOptions

  @Option(
    help: "text, markdown (for a chat or a pull request), html (one file for e-mail) or json.")
  var format: Format = .text

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the site is served: links of markdown and html lead there.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Keep the figures in content/published instead of showing the report.")
  var publish = false

  @Flag(
    help: """
      With --publish: replace figures that were published and are no longer the same. What they \
      were stays in the file.
      """)
  var replace = false

  func validate() throws {
    if replace, !publish { throw ValidationError("--replace goes with --publish") }
    _ = try baseURL.map(SiteOptions.readBaseURL)
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let judged = try JudgedSite(settings)
      leaveToTheEnd(judged)
      let report = judged.report(
        of: try asked.period(in: judged.register.zone) ?? judged.lastMonth)
      if publish {
        try publish(report, for: settings)
      } else {
        try settings.console.write(try render(report, of: judged))
      }
      return .success
    }
  }

  private func render(_ report: PeriodReport, of judged: JudgedSite) throws -> [UInt8] {
    let settings = judged.register.settings
    let baseURL = try self.baseURL.map(SiteOptions.readBaseURL) ?? settings.baseURL
    func address() -> (LinkTarget) -> String? {
      reportAddresses(
        judged.reports, judgement: judged.judgement, baseURL: baseURL)
    }
    return switch format {
    case .text: Array(renderReportText(report).utf8)
    case .markdown: Array(renderReportMarkdown(report, address: address()).utf8)
    case .html: renderReportMail(report, site: settings.title, address: address())
    case .json: PeriodReport.document.json(report, .pretty)
    }
  }

  /// Writes the file of a period that is over; refuses to put figures in the place of others that
  /// were published, unless it is told to.
  private func publish(_ report: PeriodReport, for settings: SiteSettings) throws {
    let file: PublicationFile
    do {
      file = try report.publicationFile()
    } catch {
      throw Failure("\(report.period.label) is not published: \(words(for: error, report))")
    }
    if file.isPublished {
      if !settings.isQuiet {
        settings.console.say("\(file.path) says the same already; nothing was written")
      }
      return
    }
    if let restatement = file.restatement, !replace {
      let titles = restatement.figures.map(\.title).joined(separator: ", ")
      throw Failure(
        "\(file.path) holds other figures (\(titles)); `changebook report --\(report.period.kind) "
          + "\(report.period.label)` says what changed them, --replace publishes them again")
    }
    do {
      try writeContentFile(file.content, root: settings.root, path: file.path)
    } catch {
      throw Failure("\(error)")
    }
    if !settings.isQuiet { settings.console.say("published \(file.path)") }
  }

  private func words(for refusal: PublicationRefusal, _ report: PeriodReport) -> String {
    switch refusal {
    case .notOver:
      "it ends with \(DisplayTime.day(report.period.endDay.adding(days: -1))), and the figures "
        + "may change until then"
    case .beforeRecords: "there is no record of it"
    case .unreadable(let message):
      "\(PublishedReport.path(of: report.period)) is there, and what it would replace is not "
        + "known; \(message)"
    case .tooLarge(let size): "its file would have \(size) bytes, more than is read"
    }
  }
}
