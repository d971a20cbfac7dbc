import ArgumentParser
import Chronology
import DeploymentLogs
import Deployments
import Findings
import History
import Interchange
import Records
import Rules
import SourceText

/// `changebook reconcile`.
struct Reconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract:
      "Hold what was deployed against the records, and the records against what was deployed.",
    discussion: """
      Reads JSON Lines, CSV, the answers of GitHub's and GitLab's deployments API, Argo CD's history \
      and CDEvents. Without a file: the logs in content/deployments.

      Exit status: 0 every deployment to production has an approved record and every record its \
      deployment, or somebody waived that it has not, 1 they do not, 2 it cannot be told, and the answer says \
      why, or it could not be done, 64 wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var site: SiteOptions
  @OptionGroup var asked: PeriodOptions

  @Option(help: "text or json.")
  var format: Format = .text

  @Argument(help: ArgumentHelp("Logs of deployments.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let (register, _, judgement) = try Workspace(settings).judge(logs: try files.map(log))
      guard let all = judgement.deployments else {
        throw Failure(
          "there is no log of deployments: name a file, or add one to content/deployments")
      }
      let period = try asked.period(in: register.zone)
      let result = period.map { all.during($0.interval) } ?? all
      try settings.console.write(
        format == .json
          ? ReconciliationData.document.json(
            ReconciliationData(result, period: period?.label, asOf: settings.asOf), .pretty)
          : renderReconciliationText(
            result, title: period.map { DisplayTime.period($0) } ?? "All of the logs",
            in: register.zone))
      switch result.isComplete {
      case true?: return .success
      case false?: return .findings
      case nil: return .notDone
      }
    }
  }

  private func log(_ path: String) throws -> SourceFile {
    guard DeploymentLog.endings.contains(where: path.hasSuffix) else {
      throw Failure(
        "\(path): a log's name ends in \(DeploymentLog.endings.joined(separator: ", "))")
    }
    let reading = SourceFile.reading(path: path, bytes: try InputFile.bytes(path))
    guard reading.isText else { throw Failure("\(path) is no text in UTF-8") }
    return reading.file
  }
}
