import ArgumentParser
import Findings
import Foundation

/// The terminal: results go to standard output, everything else to standard error.
struct Console: Sendable {
  /// Whether standard output takes colour: NO_COLOR, then CLICOLOR_FORCE, then the terminal.
  let isColoured: Bool

  init(environment: [String: String]) {
    if let noColour = environment["NO_COLOR"], !noColour.isEmpty {
      isColoured = false
    } else if let force = environment["CLICOLOR_FORCE"], force != "0", !force.isEmpty {
      isColoured = true
    } else {
      isColoured = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    }
  }

  /// Whether results go to a person's terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes a result. A write that fails ends the program with status 2: a pipeline must not take
  /// half a result for the whole.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws { try Self.write(bytes, to: STDOUT_FILENO) }

  /// Says something beside the result.
  func say(_ text: String) { say(Array((text + "\n").utf8)) }

  func say(_ bytes: [UInt8]) { try? Self.write(bytes, to: STDERR_FILENO) }

  /// Writes all of it to a file that is open.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure("cannot write the output: \(String(cString: strerror(errno)))")
      }
      written += count
    }
  }
}

/// Something that could not be done: its text goes to standard error, the status is 2.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension ExitCode {
  /// Findings that fail the call.
  static let findings = ExitCode(1)
  /// It could not be done.
  static let notDone = ExitCode(2)
}

/// Runs a verb: what it throws of its own becomes a line on standard error and status 2.
func run(_ verb: () throws -> ExitCode) throws {
  let code: ExitCode
  do {
    code = try verb()
  } catch let error where !(error is ExitCode) && !(error is ValidationError) {
    let lines = "changebook: \(error)".split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { VisibleText.line(String($0)) }.joined(separator: "\n") + "\n"
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    throw ExitCode.notDone
  }
  if code != .success { throw code }
}
