import ArgumentParser
import Calendar
import DeploymentGate
import Foundation

/// Where the program begins, and the only place where it ends by itself.
///
/// The status 0 of the gate means that production may be changed, so that it must not come from
/// anything else: whatever the argument parser answers for this verb (a help, a version, a
/// completion script that was asked for by a value) is 64.
@main
enum Entry {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let asksGate = arguments.first { !$0.hasPrefix("-") } == Gate._commandName
    if asksGate, let option = Gate.optionGivenTwice(in: arguments) {
      leave("Error: \(option) is given twice: which of them is meant is not known", with: .usage)
    }
    // To parse the tree of all verbs takes twice as long; what is no question is left to that.
    if arguments.first == Gate._commandName,
      let gate = try? Gate.parseAsRoot(Array(arguments.dropFirst())) as? Gate
    {
      pass(gate)
    }
    do {
      var command = try Changebook.parseAsRoot(arguments)
      if let gate = command as? Gate {
        pass(gate)
      }
      guard !asksGate, !(command is Changebook) else {
        leave(Changebook.helpMessage(for: asksGate ? Gate.self : Changebook.self), with: .usage)
      }
      try command.run()
    } catch {
      let status = Changebook.exitCode(for: error)
      guard asksGate, status.isSuccess else { Changebook.exit(withError: error) }
      leave(Changebook.fullMessage(for: error), with: .usage)
    }
    exit(ExitCode.success.rawValue)
  }

  /// Answers the gate's question and ends: with 0 for `open`, which was printed by then.
  private static func pass(_ gate: Gate) -> Never {
    endWithTwoOnFaults()
    do {
      switch try gate.answer() {
      case .open: exit(ExitCode.success.rawValue)
      case .closed: exit(ExitCode.closed.rawValue)
      case .unknown: exit(ExitCode.notDone.rawValue)
      }
    } catch let error as ValidationError {
      leave(Changebook.fullMessage(for: error), with: .usage)
    } catch {
      leave("changebook: \(error)", with: .notDone)
    }
  }

  /// Says why on standard error, and ends.
  private static func leave(_ words: String, with status: ExitCode) -> Never {
    try? FileHandle.standardError.write(contentsOf: Data((words + "\n").utf8))
    exit(status.rawValue)
  }
}

extension ExitCode {
  /// The gate is closed.
  fileprivate static let closed = ExitCode(1)
  /// Wrong usage.
  static let usage = ExitCode(64)
}
