import ArgumentParser
import Chronology
import History
import RecordWriting
import Records
import SourceText

/// `changebook new freeze`.
struct NewFreeze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Declare a freeze.",
    discussion: """
      Example:
        changebook new freeze --title "Validator summit" --from 2026-06-09T00:00Z --to 2026-06-12T00:00Z \\
          --systems all --allowed "Emergency only"
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var file: NewFileOptions

  @Option(help: ArgumentHelp("What it is for, in a few words.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Its first instant.", valueName: "instant"))
  var from: String?

  @Option(help: ArgumentHelp("Its end.", valueName: "instant"))
  var to: String?

  @Option(help: ArgumentHelp("The systems that it holds for. Default: all.", valueName: "names"))
  var systems: String = "all"

  @Option(
    help: ArgumentHelp(
      "What may pass, in the policy's words, such as Emergency only.", valueName: "text"))
  var allowed: String?

  @Option(
    help: ArgumentHelp(
      "Who declares it. Default: whom git commits as, by the name of the list of people.",
      valueName: "person"))
  var by: String?

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let register = try Workspace(settings).readRegister()
      let names = PolicyTerms(register, asOf: settings.asOf)
      let terminal = Terminal(console: settings.console)
      let title = try terminal.line(title, option: "--title", question: "Title")
      let start = try terminal.value(from, option: "--from", question: "From") {
        try OptionInstant.read($0, option: "--from")
      }
      let end = try terminal.value(to, option: "--to", question: "To") {
        try OptionInstant.read($0, option: "--to")
      }
      guard start < end else { throw ValidationError("--to is not after --from") }
      let draft = FreezeDraft(
        name: title, interval: Interval(start: start, end: end),
        systems: try names.systems(systems),
        allowed: try terminal.line(allowed, option: "--allowed", question: "What may pass"),
        declaredBy: try by.map(names.person)
          ?? names.person(of: readGitAuthor(below: settings.root, environment: settings.git)),
        declaredAt: settings.asOf)
      let stem = FreezeDraft.stem(name: title, from: start, zone: register.zone)
      let path = "\(DecidingFolder.freezes.path)/\(stem).md"
      try file.put(try draft.text(path: path, in: register), at: path, settings)
      return .success
    }
  }
}
