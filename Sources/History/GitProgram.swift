import Glibc

/// git's own program, called with fixed arguments below one folder.
struct GitProgram: Sendable {
  private let path: String
  private let environment: [String]
  private let folder: String

  /// Nil where there is no git.
  init?(_ environment: GitEnvironment, in folder: String) {
    let places = environment.searchPath.map { "\($0)/git" }
    guard let path = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    self.path = path
    self.environment = environment.variables
    self.folder = folder
  }

  /// How a call ended.
  struct Ending: Sendable {
    /// Nil where git was ended: it went on for too long without a word, or said too much.
    let status: Int32?
    /// The beginning of what it said on standard error.
    let message: String

    var isSuccess: Bool { status == 0 }
  }

  /// Calls git, and hands on what it writes piece by piece; false from `take` ends it.
  ///
  /// - Parameter input: What it reads.
  func run(
    _ arguments: [String], input: [UInt8] = [], _ take: (UnsafeRawBufferPointer) -> Bool
  ) -> Ending {
    guard
      let child = ChildProcess(
        path, ["git", "-C", folder] + Self.always + arguments, environment: environment)
    else { return Ending(status: nil, message: "it could not be started") }
    return child.exchange(input, take)
  }

  /// The same, with all that it writes, of at most `limit` bytes.
  func output(
    _ arguments: [String], input: [UInt8] = [], limit: Int
  ) -> (ending: Ending, bytes: [UInt8]) {
    var bytes: [UInt8] = []
    let ending = run(arguments, input: input) { piece in
      bytes.append(contentsOf: piece)
      return bytes.count <= limit
    }
    return (ending, bytes)
  }

  /// No pager, no locks, no patterns in paths, no hooks and no network, whatever git's settings say.
  private static let always = [
    "--no-pager", "--literal-pathspecs", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never", "-c", "log.showSignature=false",
  ]
}
