import ArgumentParser
import CLinux
import Chronology
import Configuration
import DeploymentGate
import Findings
import Foundation
import History
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
      """
      The instant taken for now, such as 2026-03-02T09:15Z. Default: the clock; where pages and reports \
      are made, SOURCE_DATE_EPOCH first.
      """,
      valueName: "instant"))
  var asOf: String?

  @Option(help: ArgumentHelp("How many threads to use. Default: one a processor.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Say nothing but results and errors.")
  var quiet = false

  mutating func validate() throws {
    if root?.isEmpty == true { throw ValidationError("--root names no folder") }
    if let asOf {
      guard let reading = InstantText.read(asOf, in: .utc), !reading.zoneAssumed,
        Self.years.contains(reading.instant)
      else {
        let meant = Self.probableInstant(asOf).map { "; did you mean \($0)?" } ?? ""
        throw ValidationError(
          "--as-of \(asOf) is not an instant such as 2026-03-02T09:15Z, with its zone, "
            + "between 1970 and 2200\(meant)")
      }
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }

  /// What an instant without its zone, or a day, would be in UTC; nil for any other text.
  private static func probableInstant(_ text: String) -> String? {
    [text + "Z", text + "T00:00Z"].first { candidate in
      guard let reading = InstantText.read(candidate, in: .utc) else { return false }
      return !reading.zoneAssumed && years.contains(reading.instant)
    }
  }

  /// The value of `--base-url`, without a closing slash.
  static func readBaseURL(_ text: String) throws -> String {
    guard let address = SiteAddress.read(text) else {
      throw ValidationError("--base-url \(text) is not \(SiteAddress.expected)")
    }
    return address
  }

  /// The years for which instants are taken.
  static let years = Interval.plausibleYears

  /// What now is where `--as-of` does not say.
  enum Clock {
    /// SOURCE_DATE_EPOCH, else the clock: a build can be made again.
    case reproducible
    /// The clock alone: what may run now does not follow a variable that a build has set.
    case only
  }

  /// The one place that reads the clock and the environment.
  func resolve(clock: Clock = .reproducible) throws -> SiteSettings {
    reserveMemoryInLargeSteps()
    let environment = ProcessInfo.processInfo.environment
    let root = try findRoot()
    return SiteSettings(
      root: root, asOf: try instant(environment, clock),
      jobs: Jobs(jobs ?? ProcessInfo.processInfo.activeProcessorCount), isQuiet: quiet,
      console: Self.console,
      repository: RepositoryFolder(
        holding: root, workspace: environment["GITHUB_WORKSPACE"].flatMap(Self.text)),
      stepSummary: environment["GITHUB_STEP_SUMMARY"].flatMap(Self.text).map(StepSummary.init),
      git: GitEnvironment(environment),
      editor: ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0].flatMap(Self.text) }.first)
  }

  static var console: Console { Console(environment: ProcessInfo.processInfo.environment) }

  private static func text(_ value: String) -> String? { value.isEmpty ? nil : value }

  /// glibc asks the kernel for memory in steps of 128 KB unless told otherwise: thousands of calls
  /// for a register of ten thousand records. A step is smaller than the 4 MB of zeros that cmark asks
  /// for at its first small text: these then come from the kernel, which makes no more of them than
  /// are touched.
  private func reserveMemoryInLargeSteps() {
    _ = mallopt(M_TOP_PAD, 2 << 20)
  }

  private func instant(_ environment: [String: String], _ clock: Clock) throws -> Instant {
    if let asOf, let reading = InstantText.read(asOf, in: .utc) { return reading.instant }
    if clock == .reproducible, let epoch = environment["SOURCE_DATE_EPOCH"] {
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
  /// Where the site lies in its repository.
  let repository: RepositoryFolder
  /// What GitHub shows beside a step; nil outside its workflows.
  let stepSummary: StepSummary?
  /// What git is called with, where it is.
  let git: GitEnvironment
  /// What the user edits texts with, as a command of the shell; nil where they have not said.
  let editor: String?
}
