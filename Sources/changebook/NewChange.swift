import ArgumentParser
import Chronology
import Configuration
import History
import PolicyReading
import RecordWriting
import Records
import SourceText

/// `changebook new change`.
struct NewChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Begin the record of a change.",
    discussion: """
      The record has the sections of the policy's own template that its type needs, each with what the policy says of it as a \
      comment, and the next free id.

      Examples:
        changebook new change --type normal --risk medium --title "Rotate the certificates" --systems rpc-gateway
        changebook new change --type standard --title "Documentation updates" --risk low --stdout
        changebook new change --edit
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var file: NewFileOptions

  @Option(help: ArgumentHelp("A type of the policy.", valueName: "name"))
  var type: String?

  @Option(help: ArgumentHelp("A risk level of the policy.", valueName: "name"))
  var risk: String?

  @Option(help: ArgumentHelp("What is changed, in a few words.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The systems that it touches, parted by commas.", valueName: "names"))
  var systems: String?

  @Option(
    help: ArgumentHelp(
      "Rows of the policy's review and testing matrix, parted by commas.", valueName: "names"))
  var category: String?

  @Option(
    help: ArgumentHelp(
      "Who asks for it. Default: whom git commits as, by the name of the list of people.",
      valueName: "person"))
  var requester: String?

  @Option(help: ArgumentHelp("Who makes it.", valueName: "person"))
  var implementer: String?

  @Option(help: ArgumentHelp("Its id. Default: the next free one.", valueName: "id"))
  var id: String?

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let workspace = try Workspace(settings)
      let register = try workspace.readRegister()
      let names = PolicyTerms(register, asOf: settings.asOf)
      let terminal = Terminal(console: settings.console)
      let day = register.zone.wallTime(at: settings.asOf).day
      let id = try NewIDs(register, workspace.tree).id(self.id, .change, year: day.year)
      let title = try terminal.line(title, option: "--title", question: "Title")
      let type =
        names.policy.types.isEmpty
        ? nil
        : try terminal.value(
          type, option: "--type", question: "Type", choices: names.policy.types.map(\.name),
          read: names.type)
      let risk =
        names.policy.risks.isEmpty && risk == nil
        ? nil
        : try terminal.value(
          risk, option: "--risk", question: "Risk", choices: names.policy.risks.map(\.name),
          read: names.risk)
      var draft = ChangeDraft(id: id, title: title, type: type, risk: risk)
      draft.categories = try category.map(names.categories) ?? []
      draft.systems =
        systems == nil && !Terminal.isThere
        ? []
        : try terminal.value(
          systems, option: "--systems", question: "Systems, parted by commas", read: names.systems)
      draft.requester =
        try requester.map(names.person)
        ?? names.person(of: readGitAuthor(below: settings.root, environment: settings.git))
      draft.implementer = try implementer.map(names.person)
      draft.requested = settings.asOf
      if draft.requester == nil, !settings.isQuiet {
        settings.console.say(
          "changebook: who asks for it is not known; --requester says so, or user.email of git")
      }
      let folder = RecordFolder(register.changes, zone: register.zone).path(for: day)
      let path = "\(folder)/\(id).md"
      try file.put(try draft.text(path: path, in: register), at: path, settings)
      return .success
    }
  }
}
