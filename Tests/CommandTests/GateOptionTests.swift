import Foundation
import TestSupport
import Testing

/// An option that takes one value is refused where it is given twice; one that takes several is not.
@Suite struct GateOptionTests {
  /// What the program says of itself for makers of completions.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }

      let isRepeating: Bool
      let kind: String
      let names: [Name]?
    }

    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  private struct Help: Decodable { let command: Command }

  @Test func everyOptionTakesAsManyValuesAsItKeeps() throws {
    let folder = try TemporaryFolder()
    let dump = try Program.run(["--experimental-dump-help"], in: folder.url).output
    let help = try JSONDecoder().decode(Help.self, from: Data(dump.utf8))
    let gate = try #require(help.command.subcommands?.first { $0.commandName == "gate" })
    let options = (gate.arguments ?? []).filter { $0.kind == "option" }
    #expect(options.count > 10)
    #expect(options.count { $0.isRepeating } > 3)
    for option in options {
      let name = try #require(option.names?.first { $0.kind == "long" }?.name)
      for arguments in [["--\(name)", "a", "--\(name)", "b"], ["--\(name)=a", "--\(name)=b"]] {
        let run = try Program.run(["gate"] + arguments, in: folder.url)
        #expect(run.status != 0)
        #expect(
          run.diagnostics.contains("--\(name) is given twice") != option.isRepeating, "--\(name)")
      }
    }
  }
}
