import ArgumentParser
import Chronology
import PolicyReading
import RecordWriting
import Records
import SourceText

/// `changebook mark`.
struct Mark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Put an event into a record's front matter.",
    discussion: """
      Edits the keys that the event needs and leaves every other byte as it is. An event that the record has already changes \
      nothing; one that its stage does not allow is refused.

      Events: \(RecordEvent.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        changebook mark CHG-2026-0042 reviewed --by @runtime-lead
        changebook mark CHG-2026-0042 approved --role cab --by @cab --at 2026-03-06T13:00Z
        changebook mark CHG-2026-0042 scheduled --at 2026-03-09T02:00Z/2026-03-09T04:00Z
        changebook mark CHG-2026-0042 closed --outcome successful

      Exit status: 0 the record has it, 2 it is refused or could not be written, 64 wrong usage.
      """)

  @OptionGroup var site: SiteOptions

  @Argument(help: ArgumentHelp("The id of the record.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("What has happened.", valueName: "event"))
  var event: String

  @Option(
    help: ArgumentHelp(
      "When; of `scheduled` the planned time, from/to. Default: now.", valueName: "instant"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "Who has reviewed, approved or started it, or reviewed how it went.", valueName: "person"))
  var by: String?

  @Option(help: ArgumentHelp("What they approve as, such as technical or cab.", valueName: "role"))
  var role: String?

  @Option(help: ArgumentHelp("How it ended.", valueName: "outcome"))
  var outcome: String?

  @Option(help: ArgumentHelp("Why it failed or was cancelled.", valueName: "text"))
  var reason: String?

  func validate() throws { _ = try report(in: nil) }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let register = try Workspace(settings).readRegister()
      let report = try report(in: register)
      let known = register.kind(ofRecord: id) == nil ? id.uppercased() : id
      let path: String
      let marking: ([UInt8]) throws -> [UInt8]?
      if let change = register.change(known) {
        try demandSingle(register.changes.count { $0.id == known })
        path = change.file.path
        let event = EventMarking(report, of: change, in: register, asOf: settings.asOf)
        marking = event.marking
      } else if let incident = register.incident(known) {
        try demandSingle(register.incidents.count { $0.id == known })
        path = incident.idPlace.file.path
        marking = { try markResolved(incident, report, bytes: $0, asOf: settings.asOf) }
      } else {
        let ids = register.changes.map(\.id) + register.incidents.map(\.id)
        let meant = suggest(for: id, among: ids).map { "; did you mean \($0)?" } ?? ""
        throw Failure("no record has the id \(id)\(meant)")
      }
      let before = try RecordBytes.read(path, settings)
      do {
        guard let after = try marking(before) else {
          if !settings.isQuiet {
            settings.console.say("\(known) has been \(event) already; nothing is changed")
          }
          return .success
        }
        try editContentFile(after, from: before, root: settings.root, path: path)
        try settings.console.write(path + "\n")
        return .success
      } catch EventRefusal.usage(let words) {
        throw ValidationError(words)
      }
    }
  }

  private func demandSingle(_ count: Int) throws {
    guard count == 1 else { throw Failure("\(count) records have the id \(id)") }
  }

  /// What the call says; names of the policy's own are known only with a register.
  private func report(in register: Register?) throws -> EventReport {
    guard let event = RecordEvent(rawValue: event.lowercased()) else {
      let names = RecordEvent.allCases.map(\.rawValue)
      throw ValidationError(
        "there is no event \(event)\(KnownNames.hint(for: event, among: names))")
    }
    var report = EventReport(event)
    let zone = Zone.utc
    if let at, event == .scheduled {
      guard let reading = IntervalText.read(at, in: zone), !reading.zoneAssumed,
        Interval.plausibleYears.contains(reading.interval.start),
        Interval.plausibleYears.contains(reading.interval.end)
      else {
        throw ValidationError(
          "--at \(at) is not a planned time with its zone, such as "
            + "2026-03-09T02:00Z/2026-03-09T04:00Z")
      }
      report.interval = reading.interval
    } else if let at {
      guard let reading = InstantText.read(at, in: zone), !reading.zoneAssumed,
        Interval.plausibleYears.contains(reading.instant)
      else {
        throw ValidationError(
          "--at \(at) is not an instant with its zone, such as 2026-03-09T02:00Z")
      }
      report.at = reading.instant
    }
    for (option, text) in [("--by", by), ("--role", role), ("--reason", reason)] {
      if let text, text.allSatisfy(\.isWhitespace) { throw ValidationError("\(option) is empty") }
    }
    report.by = by
    report.reason = reason
    if let outcome {
      guard let read = Outcome(writtenAs: outcome) else {
        let names = Outcome.allCases.map(\.rawValue)
        throw ValidationError(
          "there is no outcome \(outcome)\(KnownNames.hint(for: outcome, among: names))")
      }
      report.outcome = read
    }
    if let role, let register {
      let vocabulary = Vocabulary(policy: register.policies.latest)
      guard let read = vocabulary.role(role) else {
        let names = (ApprovalRole.known + vocabulary.ownRoles).map(\.rawValue)
        throw ValidationError(
          "there is no role \(role)\(KnownNames.hint(for: role, among: names))")
      }
      report.role = read
    }
    return report
  }
}

/// The bytes of a record as they are on disk, which an edit has to begin with.
enum RecordBytes {
  static func read(_ path: String, _ settings: SiteSettings) throws -> [UInt8] {
    switch readContentBytes(root: settings.root, path: path, limit: 1 << 20) {
    case .bytes(let bytes): return bytes
    case .absent: throw Failure("\(path) was removed while it was read")
    case .tooLarge: throw Failure("\(path) has grown too large")
    case .refused(let reason): throw Failure("\(path): \(reason)")
    }
  }
}
