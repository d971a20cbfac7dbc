import ArgumentParser

/// `changebook new`.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a change, an incident, a freeze or a version of the policy.",
    discussion: """
      Writes one file and prints its path. What is needed and left out is asked for on a terminal; elsewhere it is wrong \
      usage. No file is ever overwritten.

      Exit status: 0 it is written, 2 it could not be, 64 wrong usage.
      """,
    subcommands: [
      NewChange.self, NewIncident.self, NewFreeze.self, NewPolicyVersion.self,
    ])
}
