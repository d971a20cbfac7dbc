import Findings
import Foundation
import SourceText

/// The file that a list of known findings is kept in.
enum BaselineFile {
  static func read(_ path: String) throws -> FindingBaseline {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        "--baseline \(path): there is no such file; `check --write-baseline \(path)` makes one")
    }
    do {
      return try FindingBaseline(try InputFile.bytes(path))
    } catch let fault as BaselineFault {
      throw Failure("--baseline \(path): \(fault.description)")
    }
  }

  /// A list takes the place of no file that is none, and lies in no folder that the site is read from.
  static func refuse(_ path: String, root: String) throws {
    for folder in ["content", "templates"]
    where PathSelection.lies(path, in: root + "/" + folder) {
      throw Failure("--write-baseline \(path) lies in \(folder), from which the site is read")
    }
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      _ = try FindingBaseline(try InputFile.bytes(path))
    } catch {
      throw Failure("--write-baseline \(path) is there already, and is no list of known findings")
    }
  }

  static func write(_ findings: [Finding], to path: String, _ settings: SiteSettings) throws {
    let baseline = FindingBaseline(of: findings)
    do {
      try writeOutputFile(baseline.json(), to: path)
    } catch {
      throw Failure("--write-baseline \(path) cannot be written: \(error)")
    }
    if !settings.isQuiet {
      let count = baseline.entries.count
      settings.console.say(
        "baseline  \(count) \(count == 1 ? "finding is" : "findings are") known in \(path)")
    }
  }

  private static let mostNamed = 20

  /// What the list had to do with a call, in lines.
  static func remarks(_ comparison: FindingBaseline.Comparison) -> [String] {
    let known = comparison.known
    var lines = ["baseline  \(known) known \(known == 1 ? "finding passes" : "findings pass")"]
    let gone = comparison.gone
    if gone.isEmpty { return lines }
    lines += gone.prefix(mostNamed).map { entry in
      let place = entry.record.map { "\($0), " } ?? ""
      return VisibleText.line("gone      \(place)\(entry.file): \(entry.code) \(entry.message)")
    }
    if gone.count > mostNamed { lines.append("gone      and \(gone.count - mostNamed) more") }
    lines.append(
      "baseline  \(gone.count) \(gone.count == 1 ? "finding is" : "findings are") gone: "
        + "write the list anew to keep it so")
    return lines
  }
}
