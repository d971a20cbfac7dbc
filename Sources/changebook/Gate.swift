import ArgumentParser
import Calendar
import Chronology
import Findings

/// `changebook gate`.
struct Gate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whether a change may run: open, closed or unknown.",
    discussion: """
      Exit status: 0 open, 1 closed, 2 it cannot be told, 64 wrong usage. Only 0 means that the \
      change may run.

      Names are taken as the policy writes them or in kebab case, without regard to case.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var site: SiteOptions

  @Option(help: "The type of the change.")
  var type: String?

  @Option(help: "Its risk level.")
  var risk: String?

  @Option(
    name: .customLong("category"), help: ArgumentHelp("A category of it.", valueName: "category"))
  var categories: [String] = []

  @Option(
    name: .customLong("system"),
    help: ArgumentHelp("A system that it touches; all for every one.", valueName: "system"))
  var systems: [String] = []

  @Option(
    name: .customLong("incident"),
    help: ArgumentHelp("The id of an incident that it fixes.", valueName: "id"))
  var incidents: [String] = []

  @Option(
    help: ArgumentHelp(
      "A record in place of all these; its approvals are demanded too.", valueName: "id|path"))
  var change: String?

  @Option(
    help: ArgumentHelp(
      "When the change begins, such as 2026-03-02T09:15Z. Default: --as-of, else now.",
      valueName: "instant"))
  var at: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      """
      How long it lasts, such as 45m, 2h, 1h30m or PT45M: all of it has to fit. Default: as long \
      as the record plans, else an instant.
      """, valueName: "duration"))
  var duration: String?

  @Option(help: "text or json.")
  var format: Format = .text

  func validate() throws {
    let attributes = [type, risk].compactMap { $0 } + categories + systems + incidents
    if change != nil, !attributes.isEmpty {
      throw ValidationError(
        "--change takes type, risk, categories, systems and incidents from the record: "
          + "leave out the options for them")
    }
    guard
      !(attributes + [change].compactMap { $0 }).contains(where: { $0.allSatisfy(\.isWhitespace) })
    else {
      throw ValidationError("an option is empty: leave it out where the value is not known")
    }
    if let at {
      guard let reading = InstantText.read(at, in: .utc), !reading.zoneAssumed,
        SiteOptions.years.contains(reading.instant)
      else {
        throw ValidationError(
          "--at \(at) is not an instant such as 2026-03-02T09:15Z, with its zone, "
            + "between 1970 and 2200")
      }
    }
    if let duration, DurationText.read(duration) == nil {
      throw ValidationError("--for \(duration) is not a duration such as 45m, 2h, 1h30m or PT45M")
    }
  }

  func run() throws {
    endWithTwoOnFaults()
    try changebook.run {
      try demandStandardOutput()
      let settings = try site.resolve()
      let start = at.flatMap { InstantText.read($0, in: .utc)?.instant } ?? settings.asOf
      guard SiteOptions.years.contains(start) else {
        throw Failure("the clock says \(start.rfc3339), which is not between 1970 and 2200")
      }
      let seconds = duration.flatMap(DurationText.read)
      if let seconds, !SiteOptions.years.contains(start + seconds) {
        throw ValidationError("--for \(duration ?? "") ends after 2200")
      }
      let call = GateCall(
        settings: settings, start: start, seconds: seconds, change: change,
        subject: GateSubject(
          type: type, risk: risk, categories: categories,
          systems: systems.isEmpty ? nil : systems, incidents: incidents))
      let report = call.answer()
      switch format {
      case .text:
        try settings.console.write(
          renderGateText(report, style: settings.console.isColoured ? .coloured : .plain))
      case .json: try settings.console.write(renderGateJSON(report))
      }
      return switch report.state {
      case .open: .success
      case .closed: .closed
      case .unknown: .notDone
      }
    }
  }
}

extension ExitCode {
  /// The gate is closed.
  static let closed = ExitCode(1)
}
