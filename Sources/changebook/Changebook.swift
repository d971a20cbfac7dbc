import ArgumentParser

/// The command line: one verb a file. `Entry` begins with it.
struct Changebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changebook",
    abstract: "Reads a change policy and its change records; checks, measures and publishes them.",
    discussion: """
      Exit status: 0 clean, 1 findings that fail the call, 2 it could not be done, 64 wrong usage.
      """,
    version: "changebook \(version)",
    subcommands: [
      Init.self, New.self, Mark.self, Import.self,
      Check.self, Review.self, PolicyVerb.self, Build.self, Serve.self, Report.self, Gate.self,
      Next.self, Reconcile.self,
      Audit.self,
      Export.self, Show.self, Ask.self, Explain.self, Schema.self,
      MissingVerb.self,
    ],
    defaultSubcommand: MissingVerb.self)

  static let version = "0.1.0"
}
