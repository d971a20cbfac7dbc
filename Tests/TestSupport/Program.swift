import Foundation

/// The program as its users run it: a process of its own.
package enum Program {
  package struct Run: Sendable {
    package let status: Int32
    package let output: String
    package let diagnostics: String
  }

  /// Beside the test bundle, where the package manager puts the products.
  static var path: String {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return bundle.appending(path: "changebook").path
  }

  /// Runs a verb below a folder. The environment is empty but for what is given. With a wrapper
  /// that is run instead, and gets the program's path and arguments after its own.
  package static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    output: FileHandle? = nil, through wrapper: [String] = []
  ) throws -> Run {
    let process = Process()
    let command = wrapper + [path] + arguments
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    // Files instead of pipes: neither stream can fill up while the other one is read.
    let streams = FileManager.default.temporaryDirectory
      .appending(path: "changebook-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let outputFile = try emptyFile(streams.appending(path: "out"))
    let errorFile = try emptyFile(streams.appending(path: "err"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output ?? outputFile
    process.standardError = errorFile
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: try text(streams.appending(path: "out")),
      diagnostics: try text(streams.appending(path: "err")))
  }

  private static func emptyFile(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }

  private static func text(_ url: URL) throws -> String {
    String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }
}

/// A folder of a test's own, removed with the last reference to it: keep it in a variable.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "changebook-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, with the folders that it needs.
  package func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Every file below a folder, by its path there.
  package func files(below folder: String) throws -> [String: [UInt8]] {
    try FolderContents.read(url.appending(path: folder))
  }
}

/// What a folder holds.
package enum FolderContents {
  /// Regular files by their paths, hidden ones left out.
  package static func read(_ folder: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for name in names ?? [] where !name.split(separator: "/").contains(where: { $0.first == "." }) {
      let file = folder.appending(path: name)
      var isDirectory: ObjCBool = false
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory),
        !isDirectory.boolValue
      {
        files[name] = [UInt8](try Data(contentsOf: file))
      }
    }
    return files
  }
}
