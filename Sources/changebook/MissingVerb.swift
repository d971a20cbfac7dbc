import ArgumentParser
import Findings
import Foundation
import SourceText

/// What runs where a call names no verb that there is: it has done nothing, which a script must not
/// take for success.
struct MissingVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "missing-verb",
    abstract: "Say that no verb was given.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var rest: [String] = []

  func run() throws {
    FileHandle.standardError.write(Data(text.utf8))
    throw ExitCode.validationFailure
  }

  private var text: String {
    guard let first = rest.first else { return Changebook.helpMessage() + "\n" }
    let see = "See 'changebook --help' for the verbs that there are.\n"
    guard !first.hasPrefix("-") else {
      return "Error: the verb comes first, before \(VisibleText.line(first))\n" + see
    }
    let meant = suggest(for: first, among: Self.verbs).map { "; did you mean \($0)?" } ?? ""
    return "Error: there is no verb \(VisibleText.line(first))\(meant)\n" + see
  }

  private static var verbs: [String] {
    let visible = Changebook.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    return visible.map { $0.configuration.commandName ?? "\($0)".lowercased() } + ["help"]
  }
}
