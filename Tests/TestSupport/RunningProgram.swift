import Foundation

/// The program while it runs: for verbs that go on until somebody ends them.
package final class RunningProgram {
  private let process = Process()
  private let streams: URL

  package init(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws {
    process.executableURL = URL(filePath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    streams = FileManager.default.temporaryDirectory
      .appending(path: "changebook-serve-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    for name in ["out", "err"] { try Data().write(to: streams.appending(path: name)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: streams.appending(path: "err"))
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(at: streams)
  }

  package var output: String { text("out") }
  package var diagnostics: String { text("err") }

  /// Waits until its output fits, some seconds at most; false where it does not, or has ended.
  package func outputs(_ fits: (String) -> Bool) -> Bool {
    for _ in 0..<1_200 {
      if fits(output) { return true }
      if !process.isRunning { return fits(output) }
      usleep(25_000)
    }
    return false
  }

  /// Sends it an interrupt, as a terminal does.
  package func interrupt() { kill(process.processIdentifier, SIGINT) }

  /// Its status, once it has ended.
  package func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: streams.appending(path: name), encoding: .utf8)) ?? ""
  }
}
