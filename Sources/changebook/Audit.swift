import ArgumentParser
import AuditPack
import Chronology
import Figures
import Findings
import Foundation
import History
import Records
import Rules
import SourceText

/// `changebook audit`.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Make the evidence of a period for an auditor, or verify one.",
    discussion: """
      The pack holds the population and how it was made, findings, approvals, waivers, windows and \
      freezes, figures with their derivations, a sample that anybody can draw again with a workpaper \
      each, and a list of hashes. The same content, instant and seed give the same bytes.

      Exit status: 0 it was made, or nothing was changed; 1 a pack was changed; 2 it could not be done; \
      64 wrong usage.
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var asked: PeriodOptions

  @Option(help: ArgumentHelp("The folder to make: a new or an empty one.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How many changes to draw; emergencies that are not among them are added. Default: 25.",
      valueName: "n"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "What the draw depends on. Default: the label of the period.", valueName: "text"))
  var seed: String?

  @Option(help: ArgumentHelp("Verify a pack instead of making one.", valueName: "dir"))
  var verify: String?

  func validate() throws {
    if verify != nil {
      guard output == nil, seed == nil, sample == nil, !asked.isGiven else {
        throw ValidationError("--verify goes with no period, --output, --sample or --seed")
      }
      return
    }
    guard asked.isGiven else {
      throw ValidationError("name the period: --quarter 2026-Q1, --month, --week or --year")
    }
    guard output != nil else { throw ValidationError("--output names the folder to make") }
    guard (0...100_000).contains(sample ?? 0) else {
      throw ValidationError("--sample takes a number from 0 to 100000")
    }
    if seed?.isEmpty == true { throw ValidationError("--seed is empty") }
  }

  func run() throws {
    try changebook.run {
      if let verify { return try Self.check(verify, SiteOptions.console) }
      guard let output else { return .notDone }
      let settings = try site.resolve()
      let workspace = try Workspace(settings)
      let judged = try workspace.judge()
      leaveToTheEnd(judged)
      let (register, history, judgement) = judged
      guard let period = try asked.period(in: register.zone) else { return .notDone }
      let receipts = try PackFolder.receipts(below: settings.root)
      let pack = try AuditPack(
        PackInput(
          register: register, history: history, findings: judgement.all,
          index: FiguresIndex(
            register, facts: FindingFacts(judgement.all, unreadable: unreadableChanges(register)),
            deployments: judgement.deployments, asOf: settings.asOf, jobs: settings.jobs),
          deployments: judgement.deployments, period: period, asOf: settings.asOf,
          revision: ContentRevision.find(root: settings.root),
          isChangedSince: isChangedSinceCommit(
            root: settings.root, paths: workspace.paths + receipts.paths, settings.git),
          program: Changebook.version,
          sampleSize: sample ?? 25, seed: seed ?? period.label,
          receipts: receipts.kept, receiptsLeftOut: receipts.leftOut))
      try PackFolder.makeEmpty(output)
      for file in pack.files {
        try writeContentFile(file.content, root: output, path: file.path)
      }
      if !settings.isQuiet {
        if let silence = history.silence { settings.console.say(silence) }
        for left in receipts.leftOut { settings.console.say("receipts  left out: \(left)") }
        settings.console.say(
          "\(output): \(pack.population) changes of \(period.label), \(pack.sample) drawn, "
            + "\(pack.files.count) files")
      }
      return .success
    }
  }

  /// A pack is verified by itself, without the site that it is of.
  private static func check(_ folder: String, _ console: Console) throws -> ExitCode {
    let faults = verifyPack(try PackFolder.read(folder))
    guard !faults.isEmpty else {
      try console.write("every file is as the pack was closed with\n")
      return .success
    }
    try console.write(faults.map { $0.words + "\n" }.joined())
    if case .absent = faults[0] { return .notDone }
    return .findings
  }
}
