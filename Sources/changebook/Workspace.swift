import Configuration
import Findings
import PolicyReading
import Records
import Rules
import SourceText

/// A site's folder, read.
struct Workspace {
  let settings: SiteSettings
  let tree: SourceTree
  let configuration: Settings

  /// Reads the settings and every file of the content folder.
  init(_ settings: SiteSettings) throws {
    self.settings = settings
    configuration = try readConfiguration(root: settings.root)
    tree = try readSourceTree(root: settings.root, jobs: settings.jobs)
  }

  /// Everything that was read, and every finding about it. Without a policy there is neither.
  func judge() throws -> (register: Register, findings: [Finding]) {
    let register = try readRegister()
    return (register, check(register, asOf: settings.asOf, jobs: settings.jobs))
  }

  func readRegister() throws -> Register {
    do throws(UnreadablePolicy) {
      return try Records.readRegister(tree, settings: configuration, jobs: settings.jobs)
    } catch {
      throw Failure(describe(error))
    }
  }

  /// The policy book needs only the policy's own files.
  private func describe(_ reason: UnreadablePolicy) -> String {
    switch reason {
    case .absent(let looked):
      let names = looked.map(\.path).joined(separator: ", ")
      return looked.isEmpty
        ? "no policy: content/policy holds no Markdown file"
        : "no policy: none of \(names) has a table of change types, or two other policy tables"
    case .notFound(let path):
      return "changebook.yml names the policy \(path), which is not there"
    case .unreadable(let problems):
      return "the policy cannot be read\n"
        + renderText(describeProblems(problems), style: .plain)
    }
  }
}

/// `changebook.yml`; the defaults where there is none.
private func readConfiguration(root: String) throws -> Settings {
  guard let file = try readSourceFile(root: root, path: "changebook.yml") else { return Settings() }
  return readSettings(file)
}
