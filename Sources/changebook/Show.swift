import ArgumentParser
import Chronology
import Documents
import Figures
import Records
import Rules
import Site
import SourceText

/// `changebook show`.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a change or an incident in the terminal.",
    discussion: """
      The same as its page: how it stands, the way through the workflow, its times, approvals, evidence, \
      findings and texts.

      Exit status: 0 it is shown, 2 there is none of that id or the site cannot be read, 64 wrong \
      usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown }

  @OptionGroup var site: SiteOptions

  @Argument(help: ArgumentHelp("The id of the record.", valueName: "id"))
  var id: String

  @Option(help: "text or markdown.")
  var format: Format = .text

  func validate() throws {
    guard !id.allSatisfy(\.isWhitespace) else { throw ValidationError("the id is empty") }
  }

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let (register, history, judgement) = try Workspace(settings).judge()
      let known = register.kind(ofRecord: id) == nil ? id.uppercased() : id
      guard register.kind(ofRecord: known) != nil else {
        let ids = register.changes.map(\.id) + register.incidents.map(\.id)
        let meant = suggest(for: id, among: ids).map { "; did you mean \($0)?" } ?? ""
        throw Failure("no record has the id \(id)\(meant)")
      }
      let index = FiguresIndex(
        register, facts: FindingFacts(judgement.all, unreadable: unreadableChanges(register)),
        asOf: settings.asOf, jobs: settings.jobs)
      let plan = planSite(
        register: register, history: history, judgement: judgement, index: index,
        // A record's page tells no figure.
        figures: [],
        settings: register.settings, asOf: settings.asOf, revision: nil, jobs: settings.jobs)
      leaveToTheEnd(plan)
      guard let document = plan.document(ofRecord: known) else {
        throw Failure("\(id) has no page")
      }
      try settings.console.write(
        format == .markdown
          ? document.markdown(in: register.zone) { _ in nil } : document.text(in: register.zone))
      return .success
    }
  }
}
