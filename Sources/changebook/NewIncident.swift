import ArgumentParser
import Chronology
import RecordWriting
import Records
import SourceText

/// `changebook new incident`.
struct NewIncident: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident",
    abstract: "Begin the record of an incident.",
    discussion: """
      Example:
        changebook new incident --title "Gateway out of memory" --severity high --systems rpc-gateway
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var file: NewFileOptions

  @Option(help: ArgumentHelp("What happened, in a few words.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("How bad it is, such as low, high or critical.", valueName: "word"))
  var severity: String?

  @Option(help: ArgumentHelp("The systems that it touches, parted by commas.", valueName: "names"))
  var systems: String?

  @Option(help: ArgumentHelp("When it began. Default: now.", valueName: "instant"))
  var started: String?

  @Option(help: ArgumentHelp("Its id. Default: the next free one.", valueName: "id"))
  var id: String?

  func validate() throws { _ = try start() }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let workspace = try Workspace(settings)
      let register = try workspace.readRegister()
      let names = PolicyTerms(register, asOf: settings.asOf)
      let terminal = Terminal(console: settings.console)
      let began = try start() ?? settings.asOf
      guard began <= settings.asOf else { throw ValidationError("--started lies ahead") }
      let year = register.zone.wallTime(at: began).day.year
      let id = try NewIDs(register, workspace.tree).id(self.id, .incident, year: year)
      let draft = IncidentDraft(
        id: id,
        title: try terminal.line(title, option: "--title", question: "Title"),
        severity: try terminal.line(severity, option: "--severity", question: "Severity"),
        systems: try terminal.value(
          systems, option: "--systems", question: "Systems, parted by commas", read: names.systems),
        started: began)
      let path = "\(DecidingFolder.incidents.path)/\(id).md"
      try file.put(try draft.text(path: path, in: register), at: path, settings)
      return .success
    }
  }

  private func start() throws -> Instant? {
    try started.map { try OptionInstant.read($0, option: "--started") }
  }
}

/// Instants of options, each with its zone.
enum OptionInstant {
  static func read(_ text: String, option: String) throws -> Instant {
    guard let reading = InstantText.read(text, in: .utc), !reading.zoneAssumed,
      Interval.plausibleYears.contains(reading.instant)
    else {
      throw ValidationError(
        "\(option) \(text) is not an instant with its zone, such as 2026-03-09T02:00Z")
    }
    return reading.instant
  }
}
