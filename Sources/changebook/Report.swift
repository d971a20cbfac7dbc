import ArgumentParser
import Chronology
import Figures
import Records
import Rules

/// `changebook report`.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the figures of one period.",
    discussion: "Without a period: the last month that has ended.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("An ISO week.", valueName: "2026-W12"))
  var week: String?
  @Option(help: ArgumentHelp("A month.", valueName: "2026-03"))
  var month: String?
  @Option(help: ArgumentHelp("A quarter.", valueName: "2026-Q1"))
  var quarter: String?
  @Option(help: ArgumentHelp("A year.", valueName: "2026"))
  var year: String?

  @Option(help: "text or json.")
  var format: Format = .text

  private var asked: [(kind: Period.Kind, label: String)] {
    [(.week, week), (.month, month), (.quarter, quarter), (.year, year)].compactMap { kind, label in
      label.map { (kind, $0) }
    }
  }

  func validate() throws {
    guard asked.count <= 1 else {
      throw ValidationError("give one of --week, --month, --quarter and --year")
    }
    for (kind, label) in asked where Period(kind, labelled: label, in: .utc) == nil {
      throw ValidationError("--\(kind.rawValue) \(label): there is no such \(kind.rawValue)")
    }
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let (register, findings) = try Workspace(settings).judge()
      let figures = try measure(
        register, facts: FindingFacts(findings, unreadable: unreadableChanges(register)),
        period: period(in: register.zone, asOf: settings.asOf), asOf: settings.asOf)
      switch format {
      case .text: try settings.console.write(renderReportText(figures))
      case .json: try settings.console.write(renderReportJSON(figures))
      }
      return .success
    }
  }

  private func period(in zone: Zone, asOf: Instant) throws -> Period {
    guard let (kind, label) = asked.first else {
      return Period(.month, holding: asOf, in: zone).previous(in: zone)
    }
    guard let period = Period(kind, labelled: label, in: zone) else {
      throw Failure("--\(kind.rawValue) \(label): there is no such \(kind.rawValue)")
    }
    return period
  }
}
