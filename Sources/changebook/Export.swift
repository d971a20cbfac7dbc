import ArgumentParser
import Calendar
import Chronology
import Configuration
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
    abstract:
      "Write changes, findings, figures, windows, freezes, metrics or events for other programs.",
    discussion: """
      csv: a table with a head; xlsx: the same as a workbook; jsonl: a JSON object a line; ics: an iCalendar \
      file of windows, freezes or changes. Instants are UTC, durations seconds.

      metrics are OpenMetrics text: what the gate answers now, what is overdue, and the figures of the last \
      closed month. cdevents are CDEvents: what was deployed and rolled back, and incidents.

      For Excel take xlsx, or add --for excel to a table: without a byte-order mark Excel takes UTF-8 for \
      another encoding.
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case windows, freezes, changes, findings, figures, metrics, cdevents

    /// Intervals, of which a call can ask for some.
    var hasSpan: Bool { self == .windows || self == .freezes }

    var formats: [Format] {
      switch self {
      case .windows, .freezes, .changes: [.csv, .xlsx, .jsonl, .ics]
      case .findings, .figures: [.csv, .xlsx, .jsonl]
      case .metrics: [.openmetrics]
      case .cdevents: [.jsonl]
      }
    }
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, xlsx, jsonl, ics, openmetrics
  }

  /// Whom a table is for.
  enum Reader: String, ExpressibleByArgument, CaseIterable { case excel }

  @OptionGroup var site: SiteOptions

  @Argument(help: "windows, freezes, changes, findings, figures, metrics or cdevents.")
  var subject: Subject

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      """
      csv, xlsx, jsonl, ics or openmetrics. Default: csv; of metrics openmetrics, of cdevents jsonl.
      """, valueName: "format"))
  var wanted: Format?

  private var format: Format { wanted ?? subject.formats[0] }

  @Option(
    name: .customLong("for"),
    help: "excel: begin a table with a byte-order mark, by which it knows that it is UTF-8.")
  var reader: Reader?

  @Flag(
    name: [.customLong("excel"), .customLong("bom")],
    help: "The same as --for excel.")
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
      let names = subject.formats.map(\.rawValue)
      let known =
        names.count == 1
        ? "\(names[0]) is there"
        : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1]) are there"
      throw ValidationError(
        "there is no \(format.rawValue) of \(subject.rawValue): \(known)")
    }
    if isMarked, format != .csv {
      throw ValidationError("\(excel ? "--excel" : "--for excel") goes with csv")
    }
    if from != nil || to != nil {
      guard subject.hasSpan, format != .ics else {
        throw ValidationError(
          "--from and --to go with windows and freezes as csv, xlsx or jsonl: "
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
      if format == .xlsx, Console.isTerminal {
        throw Failure("a workbook is no text for a terminal; send it to a file: > \(subject).xlsx")
      }
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
      return try render(judged.judgement.shown.map { FindingRow($0) }, FindingRow.fields)
    case .changes where format != .ics:
      let judged = try workspace.judge()
      leaveToTheEnd(judged)
      let data = ChangesData(
        judged.register, findings: judged.judgement.shown, asOf: settings.asOf
      ) { judged.register.stage(of: $0, asOf: settings.asOf) }
      return try render(data.rows, ChangeRow.fields)
    case .figures:
      let edition = workspace.edition(of: try workspace.judge())
      leaveToTheEnd(edition)
      return try render(FigureRow.list(edition.figures), FigureRow.fields)
    case .metrics:
      let edition = workspace.edition(of: try workspace.judge())
      leaveToTheEnd(edition)
      return renderMetrics(edition, program: Changebook.version, jobs: settings.jobs)
    case .cdevents:
      let register = try workspace.readRegister()
      return renderCDEvents(register, source: register.settings.baseURL ?? "/changebook")
    case .windows, .freezes, .changes:
      let register = try workspace.readRegister()
      if format == .ics { return feed(register, settings) }
      let span = try span(around: settings.asOf, in: register.zone)
      let book = CalendarBook(register)
      return try render(
        subject == .windows
          ? CalendarRow.windows(of: book, in: span) : CalendarRow.freezes(of: book, in: span),
        CalendarRow.fields)
    }
  }

  private var isMarked: Bool { excel || reader == .excel }

  /// Formats are checked by `validate`: what is nothing else here is a table.
  private func render<Row>(_ rows: [Row], _ fields: DataFields<Row>) throws -> [UInt8] {
    switch format {
    case .jsonl: renderJSONLines(rows, fields)
    case .xlsx: try renderWorkbook(rows, fields, named: subject.rawValue)
    case .csv, .ics, .openmetrics: renderCSV(rows, fields, isMarked: isMarked)
    }
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
    case .changes, .findings, .figures, .metrics, .cdevents: feeds.changes()
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
