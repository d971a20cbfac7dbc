import ArgumentParser
import Calendar
import Chronology
import DeploymentGate
import Figures
import Findings
import History
import Interchange
import Records
import Rules
import Site

/// `changebook export`.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write changes, findings, figures, windows or freezes for other programs.",
    discussion: """
      csv: a table with a head; jsonl: a JSON object a line; ics: an iCalendar file of windows, \
      freezes or changes. Instants are UTC, durations seconds.

      For Excel add --excel to a table: without a byte-order mark Excel takes UTF-8 for another \
      encoding.
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case windows, freezes, changes, findings, figures

    /// Intervals, of which a call can ask for some.
    var hasSpan: Bool { self == .windows || self == .freezes }

    var formats: [Format] {
      switch self {
      case .windows, .freezes, .changes: Format.allCases
      case .findings, .figures: [.csv, .jsonl]
      }
    }
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl, ics }

  @OptionGroup var site: SiteOptions

  @Argument(help: "windows, freezes, changes, findings or figures.")
  var subject: Subject

  @Option(help: "csv, jsonl or ics.")
  var format: Format = .csv

  @Flag(
    name: [.customLong("excel"), .customLong("bom")],
    help: "Begin a table with a byte-order mark, by which Excel knows that it is UTF-8.")
  var excel = false

  @Option(
    help: ArgumentHelp(
      "Windows and freezes from here on: a day, or an instant with its zone. Default: a year ago.",
      valueName: "2026-01-01"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Windows and freezes up to here: the day after the last one, or an instant. Default: in a year.",
      valueName: "2027-01-01"))
  var to: String?

  func validate() throws {
    guard subject.formats.contains(format) else {
      let known = subject.formats.map(\.rawValue).joined(separator: " and ")
      throw ValidationError(
        "there is no \(format.rawValue) of \(subject.rawValue): \(known) are there")
    }
    if excel, format != .csv { throw ValidationError("--excel goes with csv") }
    if from != nil || to != nil {
      guard subject.hasSpan, format != .ics else {
        throw ValidationError(
          "--from and --to go with windows and freezes as csv or jsonl: "
            + "an iCalendar file holds rules, and all of them")
      }
    }
    let start = try from.map { try Self.read($0, option: "--from", in: .utc) }
    let end = try to.map { try Self.read($0, option: "--to", in: .utc) }
    if let start, let end, start >= end {
      throw ValidationError("--from lies before --to")
    }
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let workspace = try Workspace(settings)
      try settings.console.write(content(of: workspace, settings))
      return .success
    }
  }

  private func content(of workspace: Workspace, _ settings: SiteSettings) throws -> [UInt8] {
    switch subject {
    case .findings:
      let judged = try workspace.judge()
      leaveToTheEnd(judged)
      return render(judged.judgement.shown.map { FindingRow($0) }, FindingRow.fields)
    case .changes where format != .ics:
      let judged = try workspace.judge()
      leaveToTheEnd(judged)
      let data = ChangesData(
        judged.register, findings: judged.judgement.shown, asOf: settings.asOf
      ) { judged.register.stage(of: $0, asOf: settings.asOf) }
      return render(data.rows, ChangeRow.fields)
    case .figures:
      let judged = try workspace.judge()
      leaveToTheEnd(judged)
      let register = judged.register
      let figures = FiguresIndex(
        register,
        facts: FindingFacts(judged.judgement.all, unreadable: unreadableChanges(register)),
        deployments: judged.judgement.deployments, asOf: settings.asOf, jobs: settings.jobs
      ).measureAll(Period.Kind.allCases, jobs: settings.jobs)
      return render(FigureRow.list(figures), FigureRow.fields)
    case .windows, .freezes, .changes:
      let register = try workspace.readRegister()
      if format == .ics { return feed(register, settings) }
      let span = try span(around: settings.asOf, in: register.zone)
      let book = CalendarBook(register)
      return render(
        subject == .windows
          ? CalendarRow.windows(of: book, in: span) : CalendarRow.freezes(of: book, in: span),
        CalendarRow.fields)
    }
  }

  /// Formats are checked by `validate`: what is not JSON Lines here is a table.
  private func render<Row>(_ rows: [Row], _ fields: DataFields<Row>) -> [UInt8] {
    format == .jsonl ? renderJSONLines(rows, fields) : renderCSV(rows, fields, isMarked: excel)
  }

  private func feed(_ register: Register, _ settings: SiteSettings) -> [UInt8] {
    let asOf = settings.asOf
    let answers = PlannedAnswers(RegisterGate(register), asOf: asOf)
    let history = readHistory(
      of: register, root: settings.root, environment: settings.git, asOf: asOf,
      jobs: settings.jobs)
    let feeds = CalendarFeeds(
      register, asOf: asOf, addresses: .pages(of: register), answer: { answers[$0]?.brief },
      history: { history.revision(of: $0) })
    return switch subject {
    case .windows: feeds.windows()
    case .freezes: feeds.freezes()
    case .changes, .findings, .figures: feeds.changes()
    }
  }

  /// - Throws: Where one end is given and lies beyond the other one's usual place.
  private func span(around asOf: Instant, in zone: Zone) throws -> Interval {
    let usual = CalendarRow.usualSpan(around: asOf, in: zone)
    let start = try from.map { try Self.read($0, option: "--from", in: zone) } ?? usual.start
    let end = try to.map { try Self.read($0, option: "--to", in: zone) } ?? usual.end
    guard start < end else {
      throw Failure("--from \(start.rfc3339) does not lie before --to \(end.rfc3339)")
    }
    return Interval(start: start, end: end)
  }

  /// A day stands for its start in the policy's zone.
  private static func read(_ text: String, option: String, in zone: Zone) throws -> Instant {
    if let day = InstantText.readDay(text) {
      let instant = zone.start(of: day)
      if SiteOptions.years.contains(instant) { return instant }
    } else if let reading = InstantText.read(text, in: .utc), !reading.zoneAssumed,
      SiteOptions.years.contains(reading.instant)
    {
      return reading.instant
    }
    throw ValidationError(
      "\(option) \(text) is neither a day such as 2026-01-01 nor an instant with its zone, "
        + "between 1970 and 2200")
  }
}
