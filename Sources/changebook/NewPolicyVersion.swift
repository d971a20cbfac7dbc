import ArgumentParser
import Chronology
import Configuration
import PolicyReading
import RecordWriting
import Records
import SourceText

/// `changebook new policy-version`.
struct NewPolicyVersion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy-version",
    abstract: "Begin the next version of the policy.",
    discussion: """
      Writes the text of the last version to a file of its own, with the new number, its first day and a row in its \
      history. The version before it stays, and judges what was approved under it.

      Example:
        changebook new policy-version --version-number 1.1 --effective 2027-01-01 --title "Two reviewers for configuration"
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var file: NewFileOptions

  @Option(
    name: .customLong("version-number"),
    help: ArgumentHelp("The number of the version, such as 1.1.", valueName: "number"))
  var number: String?

  @Option(help: ArgumentHelp("The first day on which it holds.", valueName: "day"))
  var effective: String?

  @Option(help: ArgumentHelp("What is new in it, for its history.", valueName: "text"))
  var title: String?

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      let register = try Workspace(settings).readRegister()
      let terminal = Terminal(console: settings.console)
      if let named = register.settings.policy {
        throw Failure(
          "changebook.yml takes \(named) alone for the policy: take `policy:` out, so that all "
            + "versions in content/policy are found by their tables")
      }
      let number = try terminal.value(
        number, option: "--version-number", question: "Version", read: Self.number)
      let day = try terminal.value(effective, option: "--effective", question: "First day") {
        text in
        guard let day = InstantText.readDay(text) else {
          throw ValidationError("--effective \(text) is not a day such as 2027-01-01")
        }
        return day
      }
      let latest = register.policies.latest
      guard !register.policies.policies.contains(where: { $0.metadata.version?.value == number })
      else { throw ValidationError("there is a version \(number) already") }
      let draft = PolicyVersionDraft(
        version: number, effective: day,
        changes: try title.map { try Terminal.line($0, option: "--title") })
      let base = latest.metadata.id?.value ?? latest.file.stem
      let path = "\(DecidingFolder.policy.path)/\(Self.stem(base))-\(number).md"
      try file.put(try draft.text(after: latest), at: path, settings)
      return .success
    }
  }

  private static func number(_ text: String) throws -> String {
    let isNumber =
      !text.isEmpty && text.utf8.count <= 20 && text.first?.isNumber == true
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x2D
      }
    guard isNumber, !text.hasSuffix(".") else {
      throw ValidationError("--version-number \(text) is no number such as 1.1")
    }
    return text
  }

  private static func stem(_ text: String) -> String {
    let kept = text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" }
    return String(kept)
  }
}
