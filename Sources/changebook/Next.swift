import ArgumentParser
import Chronology
import DeploymentGate
import Findings
import Interchange
import Records
import SourceText

/// `changebook next`.
struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Show the next slots in which a change fits, and why it does not fit earlier.",
    discussion: """
      A slot fits the change's lead time, its windows, every freeze, and the other changes on its \
      systems and on those that depend on them. Approvals that are missing are named, and do not \
      move it.

      Exit status: 0 there is a slot, 1 there is none in the next 400 days, 2 it cannot be told, 64 \
      wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var site: SiteOptions

  @Argument(help: ArgumentHelp("The change, by the id of its record.", valueName: "id"))
  var id: String

  @Option(
    help: ArgumentHelp(
      "Look from this instant on, such as 2026-03-02T09:15Z. Default: --as-of, else now.",
      valueName: "instant"))
  var from: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "How long it lasts, such as 45m, 2h or PT45M. Default: as long as the record plans.",
      valueName: "duration"))
  var duration: String?

  @Option(help: ArgumentHelp("How many slots to show.", valueName: "n"))
  var count = 5

  @Option(help: "text or json.")
  var format: Format = .text

  func validate() throws {
    guard !id.allSatisfy(\.isWhitespace) else { throw ValidationError("the id is empty") }
    guard (1...100).contains(count) else {
      throw ValidationError("--count takes a number from 1 to 100")
    }
    if let from {
      guard let reading = InstantText.read(from, in: .utc), !reading.zoneAssumed,
        Interval.plausibleYears.contains(reading.instant)
      else {
        throw ValidationError(
          "--from \(from) is not an instant such as 2026-03-02T09:15Z, with its zone, "
            + "between 1970 and 2200")
      }
    }
    if let duration, let fault = PlannedLength.fault(in: duration) {
      throw ValidationError("--for \(duration) \(fault)")
    }
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let register = try Workspace(settings).readRegister()
      guard let change = register.change(id) ?? register.change(id.uppercased()) else {
        let meant = suggest(for: id, among: register.changes.map(\.id)).map {
          "; did you mean \($0)?"
        }
        throw Failure("no change has the id \(id)\(meant ?? "")")
      }
      let next = NextSlots(
        change, by: RegisterGate(register),
        from: from.flatMap { InstantText.read($0, in: .utc)?.instant } ?? settings.asOf,
        seconds: duration.flatMap(DurationText.read) ?? change.scheduled?.value.seconds ?? 0,
        count: count)
      try settings.console.write(
        format == .text ? renderNextText(next) : NextSlots.document.json(next, .pretty))
      if next.isUnknown { return .notDone }
      return next.slots.isEmpty ? .findings : .success
    }
  }
}
