import ArgumentParser
import Findings
import Interchange
import PullRequestReview
import Site
import SourceText

/// `changebook schema`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of a document, of a record's front matter or of the settings.",
    discussion: """
      Without a name it lists what there are. Schemas are JSON Schema 2020-12; editors take them for YAML too. No \
      site is needed.
      """)

  @Argument(help: "record, incident, freeze, settings, or the name of a document such as findings.")
  var name: String?

  private static let all: [(name: String, content: [UInt8])] =
    (publishedSchemas + [
      ("baseline", FindingBaseline.document.schema),
      ("freeze", JSONSchema.freeze.document(title: "Front matter of a declared freeze")),
      ("incident", JSONSchema.incident.document(title: "Front matter of an incident")),
      ("review", PullRequestReview.document.schema),
      ("settings", JSONSchema.settings.document(title: "Settings of a changebook site")),
    ]).sorted { $0.name < $1.name }

  func validate() throws {
    guard let name, !Self.all.contains(where: { $0.name == name }) else { return }
    let names = Self.all.map(\.name)
    let meant = suggest(for: name, among: names).map { "did you mean \($0)? " } ?? ""
    throw ValidationError(
      "there is no schema \(VisibleText.line(name)): \(meant)there are \(names.joined(separator: ", "))"
    )
  }

  func run() throws {
    try changebook.run {
      let console = SiteOptions.console
      if let schema = Self.all.first(where: { $0.name == name }) {
        try console.write(schema.content)
      } else {
        try console.write(Self.all.map { $0.name + "\n" }.joined())
      }
      return .success
    }
  }
}
