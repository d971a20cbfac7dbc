import ArgumentParser
import Calendar
import Chronology
import DeploymentGate
import Findings
import Foundation
import SourceText

/// `changebook gate`.
///
/// It is not run as the other verbs are: `Entry` asks it for its status, and 0 leaves by one door,
/// after `open` was printed.
struct Gate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate", _superCommandName: "changebook",
    abstract: "Say whether a change may run: open, closed or unknown.",
    discussion: """
      Exit status: 0 open, 1 closed, 2 it cannot be told, 64 wrong usage, and this help. Only 0 means \
      that the change may run, and 0 is given after `open` was printed and never otherwise.

      Names are taken as the policy writes them or in kebab case, without regard to case. Now is the \
      clock's; --at and --as-of alone move it.
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
    name: .customLong("environment"),
    help: ArgumentHelp("An environment that it is made in.", valueName: "name"))
  var environments: [String] = []

  @Option(
    name: .customLong("region"),
    help: ArgumentHelp("A region that it is made in.", valueName: "name"))
  var regions: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      A record in place of all these; its approvals are demanded too. In scripts write \
      --change="$CHANGE".
      """, valueName: "id|path"))
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

  @Option(
    help: ArgumentHelp(
      "Keep the answer with everything it rests on, as JSON: evidence for --verify.",
      valueName: "file"))
  var receipt: String?

  @Option(
    help: ArgumentHelp(
      """
      Answer the question of a receipt again: the same answer, or unknown with the reasons why it \
      cannot be given.
      """, valueName: "file"))
  var verify: String?

  /// Of two values of an option that takes one the parser would take the last without a word.
  static func optionGivenTwice(in arguments: [String]) -> String? {
    var seen: Set<String> = []
    for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
      let name = argument.parts(at: "=").first ?? argument
      if !repeatable.contains(name), !seen.insert(name).inserted { return name }
    }
    return nil
  }

  private static let repeatable: Set = [
    "--category", "--system", "--incident", "--environment", "--region", "--quiet",
  ]

  func validate() throws {
    let attributes =
      [type, risk].compactMap { $0 } + categories + systems + incidents + environments + regions
    if change != nil, !attributes.isEmpty {
      throw ValidationError(
        "--change takes type, risk, categories, systems, incidents, environments and regions from "
          + "the record: leave out the options for them")
    }
    if verify != nil,
      !attributes.isEmpty
        || [change, at, duration, receipt, site.asOf].contains(where: { $0 != nil })
    {
      throw ValidationError("--verify takes the whole question from the receipt: leave it alone")
    }
    let texts = attributes + [change, receipt, verify].compactMap { $0 }
    guard !texts.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
      throw ValidationError("an option is empty: leave it out where the value is not known")
    }
    if let at {
      guard let reading = InstantText.read(at, in: .utc), !reading.zoneAssumed,
        Interval.plausibleYears.contains(reading.instant)
      else {
        throw ValidationError(
          "--at \(at) is not an instant such as 2026-03-02T09:15Z, with its zone, "
            + "between 1970 and 2200")
      }
    }
    if let duration, let fault = PlannedLength.fault(in: duration) {
      throw ValidationError("--for \(duration) \(fault)")
    }
  }

  /// The state that was answered, once it has been written out.
  ///
  /// - Throws: Whatever kept it from being answered or written: `ValidationError` for wrong usage.
  func answer() throws -> Decision.State {
    try demandStandardOutput()
    let settings = try site.resolve(clock: .only)
    if let receipt { try refuseReceipt(receipt, root: settings.root) }
    let answer = try verify.map { try verified($0, settings) } ?? asked(settings)
    leaveToTheEnd(answer)
    // Made where it is needed: it has the digests of all files.
    lazy var document = renderGateJSON(answer)
    // The evidence comes first: an answer that was printed cannot be taken back.
    if let receipt { try write(document, to: receipt) }
    switch format {
    case .text:
      try settings.console.write(
        renderGateText(answer.report, style: settings.console.isColoured ? .coloured : .plain))
    case .json: try settings.console.write(document)
    }
    return answer.report.state
  }

  private func asked(_ settings: SiteSettings) throws -> GateAnswer {
    let start = at.flatMap { InstantText.read($0, in: .utc)?.instant } ?? settings.asOf
    guard Interval.plausibleYears.contains(start) else {
      throw Failure("the clock says \(start.rfc3339), which is not between 1970 and 2200")
    }
    let seconds = duration.flatMap(DurationText.read)
    if let seconds, !Interval.plausibleYears.contains(start + seconds) {
      throw ValidationError("--for \(duration ?? "") ends after 2200")
    }
    let call = GateCall(
      root: settings.root, asOf: settings.asOf, start: start, seconds: seconds,
      record: try change.map { try Self.record($0, root: settings.root) },
      subject: GateSubject(
        type: type, risk: risk, categories: categories,
        systems: systems.isEmpty ? nil : systems, incidents: incidents,
        environments: environments.isEmpty ? nil : environments,
        regions: regions.isEmpty ? nil : regions),
      jobs: settings.jobs, program: Changebook.version,
      revision: ContentRevision.find(root: settings.root))
    return call.answer()
  }

  private func verified(_ path: String, _ settings: SiteSettings) throws -> GateAnswer {
    let receipt: GateReceipt
    do {
      receipt = try GateReceipt(try InputFile.bytes(path))
    } catch let fault as GateReceiptFault {
      throw Failure("--verify \(path): \(fault.description)")
    }
    return receipt.verify(
      root: settings.root, jobs: settings.jobs, program: Changebook.version,
      revision: ContentRevision.find(root: settings.root))
  }

  /// A path from the current folder or from the root, or an id.
  private static func record(_ name: String, root: String) throws -> GateRecordName {
    guard name.contains("/") || name.hasSuffix(".md") else { return .id(name) }
    return .path(try PathSelection([name], root: root).paths.first ?? name)
  }

  /// A receipt takes the place of nothing that decides: neither of the site's own files nor of a file
  /// that is no receipt.
  private func refuseReceipt(_ path: String, root: String) throws {
    for place in ["content", "changebook.yml", "templates"]
    where PathSelection.lies(path, in: root + "/" + place) {
      throw Failure("--receipt \(path) lies in \(place), from which the gate answers")
    }
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      _ = try GateReceipt(try InputFile.bytes(path))
    } catch {
      throw Failure("--receipt \(path) is there already, and is no receipt")
    }
  }

  private func write(_ document: [UInt8], to path: String) throws {
    do {
      try writeOutputFile(document, to: path)
    } catch {
      throw Failure("--receipt \(path) cannot be written: \(error)")
    }
  }
}
