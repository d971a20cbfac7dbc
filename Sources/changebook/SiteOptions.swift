import ArgumentParser
import CLinux
import Chronology
import Foundation
import SourceText

/// The options that go with every verb.
struct SiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The folder of the site. Default: this folder, or the nearest one above it that has \
      changebook.yml or content/.
      """, valueName: "dir"))
  var root: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The instant taken for now, such as 2026-03-02T09:15Z. Default: SOURCE_DATE_EPOCH, else now.",
      valueName: "instant"))
  var asOf: String?

  @Option(help: ArgumentHelp("How many threads to use. Default: one a processor.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Say nothing but results and errors.")
  var quiet = false

  mutating func validate() throws {
    if let asOf {
      guard let reading = InstantText.read(asOf, in: .utc), !reading.zoneAssumed,
        Self.years.contains(reading.instant)
      else {
        throw ValidationError(
          "--as-of \(asOf) is not an instant such as 2026-03-02T09:15Z, with its zone, "
            + "between 1970 and 2200")
      }
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }

  /// The years for which instants are taken.
  static let years = Interval.plausibleYears

  /// The one place that reads the clock and the environment.
  func resolve() throws -> SiteSettings {
    reserveMemoryInLargeSteps()
    let environment = ProcessInfo.processInfo.environment
    return SiteSettings(
      root: try findRoot(), asOf: try instant(environment),
      jobs: Jobs(jobs ?? ProcessInfo.processInfo.activeProcessorCount), isQuiet: quiet,
      console: Console(environment: environment),
      stepSummary: environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 })
  }

  /// glibc asks the kernel for memory in steps of 128 KB unless told otherwise: thousands of calls
  /// for a register of ten thousand records.
  private func reserveMemoryInLargeSteps() {
    _ = mallopt(M_TOP_PAD, 16 << 20)
  }

  private func instant(_ environment: [String: String]) throws -> Instant {
    if let asOf, let reading = InstantText.read(asOf, in: .utc) { return reading.instant }
    if let epoch = environment["SOURCE_DATE_EPOCH"] {
      guard let seconds = Int64(epoch),
        Self.years.contains(Instant(secondsSinceEpoch: seconds))
      else { throw Failure("SOURCE_DATE_EPOCH is not a number of seconds since 1970: \(epoch)") }
      return Instant(secondsSinceEpoch: seconds)
    }
    return Instant(secondsSinceEpoch: Int64(Foundation.time(nil)))
  }

  private func findRoot() throws -> String {
    if let root {
      guard isFolder(root) else { throw Failure("--root \(root): no such folder") }
      return root
    }
    var folder = FileManager.default.currentDirectoryPath
    while true {
      let here = folder == "/" ? "" : folder
      if isFile("\(here)/changebook.yml") || isFolder("\(here)/content") { return folder }
      guard let slash = here.lastIndex(of: "/") else { break }
      folder = slash == here.startIndex ? "/" : String(here[..<slash])
    }
    throw Failure(
      "neither this folder nor one above it has changebook.yml or content/; --root names a site")
  }

  private func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && !isFolder(path)
  }
}

/// What the options and the environment come to.
struct SiteSettings: Sendable {
  let root: String
  let asOf: Instant
  let jobs: Jobs
  let isQuiet: Bool
  let console: Console
  /// The file that GitHub shows as the summary of a step; nil outside its workflows.
  let stepSummary: String?
}
