import ArgumentParser
import Chronology
import Documents
import Findings
import Interchange
import PolicyReading
import Records
import Reports
import Rules
import Site
import SourceText

/// `changebook ask`.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Say which changes ran on a day, on a system, by a person or for a commit.",
    discussion: """
      Several options ask for the changes that fit all of them. A change ran from its start, else its \
      deployment, to its end; one without an end that has no outcome is taken to be going on.

      Exit status: 0 there is one, 1 there is none, 2 the site cannot be read, 64 wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, jsonl }

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "Those that ran on a day, or in a week, month, quarter or year of the policy's zone.",
      valueName: "2026-10-15"))
  var on: String?

  @Option(help: ArgumentHelp("Those of a system, by any of its names.", valueName: "name"))
  var system: String?

  @Option(
    help: ArgumentHelp(
      "Those that somebody requested, made, owns, approved or reviewed.", valueName: "person"))
  var by: String?

  @Option(
    help: ArgumentHelp("Those that deliver a commit; seven digits will do.", valueName: "hash"))
  var commit: String?

  @Option(help: "text, csv or jsonl.")
  var format: Format = .text

  func validate() throws {
    guard [on, system, by, commit].contains(where: { $0 != nil }) else {
      throw ValidationError("give at least one of --on, --system, --by and --commit")
    }
    for (option, name) in [("--system", system), ("--by", by)] {
      if let name, name.allSatisfy(\.isWhitespace) {
        throw ValidationError("\(option) is empty")
      }
    }
    if let on, Self.interval(on, in: .utc) == nil {
      throw ValidationError(
        "--on \(on) is no day such as 2026-10-15, and no week, month, quarter or year such as "
          + "2026-W42, 2026-10, 2026-Q4 or 2026")
    }
    var question = ChangeQuestion(asOf: .distantFuture)
    if let commit, !question.ask(commit: commit) {
      throw ValidationError("--commit \(commit) is not 7 to 64 hexadecimal digits")
    }
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let (register, _, judgement) = try Workspace(settings).judge()
      var question = ChangeQuestion(asOf: settings.asOf)
      question.interval = on.flatMap { Self.interval($0, in: register.zone) }
      if let system, let unknown = question.ask(system: system, of: register) {
        throw Failure("no record and no list names the system \(system)\(meant(unknown))")
      }
      if let by, let unknown = question.ask(person: by, of: register) {
        throw Failure("no record and no list names \(by)\(meant(unknown))")
      }
      if let commit { _ = question.ask(commit: commit) }
      let found = question.answer(in: register)
      if format == .text {
        try settings.console.write(text(found, register))
      } else {
        let ids = Set(found.map(\.id))
        let rows = ChangesData(register, findings: judgement.shown, asOf: settings.asOf) {
          register.stage(of: $0, asOf: settings.asOf)
        }.rows(of: ids)
        try settings.console.write(
          format == .csv
            ? renderCSV(rows, ChangeRow.fields) : renderJSONLines(rows, ChangeRow.fields))
      }
      return found.isEmpty ? .findings : .success
    }
  }

  private func meant(_ unknown: ChangeQuestion.UnknownName) -> String {
    unknown.suggestion.map { "; did you mean \($0)?" } ?? ""
  }

  /// A day or a period.
  private static func interval(_ text: String, in zone: Zone) -> Interval? {
    if let day = InstantText.readDay(text) {
      return Interval(start: zone.start(of: day), end: zone.start(of: day.adding(days: 1)))
    }
    return Period.Kind.allCases.lazy.compactMap { Period($0, labelled: text, in: zone)?.interval }
      .first
  }

  private func text(_ changes: [Change], _ register: Register) -> String {
    guard !changes.isEmpty else { return "No change fits.\n" }
    var writer = TextWriter(zone: register.zone)
    let rows = changes.map { change -> [RichText] in
      [
        RichText(change.id), change.beginning.map { "\(Inline.instant($0.value))" } ?? "not begun",
        change.ended.map { "\(Inline.instant($0.value))" } ?? "–",
        RichText(
          change.outcome?.value.words
            ?? (change.hasUnreadableFacts ? "cannot be read" : "no outcome yet")),
        RichText(change.systems.map(\.value).joined(separator: ", ")),
        RichText(change.title?.value ?? "Untitled change"),
      ]
    }
    writer.write([
      Table(
        "Changes", ["Change", "Began", "Ended", "Outcome", "Systems", "Title"].map { .init($0) },
        rows)
    ])
    return writer.text
  }
}
