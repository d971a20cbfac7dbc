import Foundation
import TestSupport
import Testing

/// The guide page *Adopting changebook* is played through: its files are written, its commands are run, and
/// what they print is what the page shows.
@Suite struct AdoptionGuideTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private enum Step {
    /// `changebook.yml` as the page shows it.
    case settings(String)
    case command(String, output: [Substring])
  }

  private static func steps() throws -> [Step] {
    let page = try String(
      contentsOf: root.appending(path: "content/guide/adopting-changebook.md"), encoding: .utf8)
    var steps: [Step] = []
    for block in page.components(separatedBy: "\n```").enumerated().filter({ $0.offset % 2 == 1 }) {
      let lines = block.element.split(separator: "\n", omittingEmptySubsequences: false)
      guard let kind = lines.first else { continue }
      let text = lines.dropFirst()
      if kind == "yaml", text.first?.hasPrefix("policy:") == true {
        steps.append(.settings(text.joined(separator: "\n") + "\n"))
      } else if kind == "console" {
        var rest = text
        while let command = rest.popFirst() {
          guard command.hasPrefix("$ ") else { continue }
          let output = rest.prefix { !$0.hasPrefix("$ ") }
          rest = rest.dropFirst(output.count)
          steps.append(.command(String(command.dropFirst(2)), output: Array(output)))
        }
      }
    }
    return steps
  }

  @Test func isTrue() throws {
    let work = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: AdoptionTests.folder.appending(path: "german-cooperative/content"),
      to: work.url.appending(path: "content"))
    try work.write("", to: "changebook.yml")
    let steps = try Self.steps()
    #expect(steps.count > 6)
    for step in steps {
      switch step {
      case .settings(let text): try work.write(text, to: "changebook.yml")
      case .command(let call, let expected): try play(call, expected, in: work)
      }
    }
  }

  private func play(_ call: String, _ expected: [Substring], in work: TemporaryFolder) throws {
    let parts = call.components(separatedBy: " > ")
    let arguments = Self.words(of: parts[0])
    #expect(arguments.first == "changebook", "\(call)")
    let run = try Program.run(
      Array(arguments.dropFirst()), in: work.url,
      environment: ["SOURCE_DATE_EPOCH": "1776254400"])
    if parts.count > 1 {
      try work.write(run.output, to: parts[1])
      return
    }
    var rest = run.output.split(separator: "\n", omittingEmptySubsequences: true)[...]
    var mayLeaveOut = false
    for line in expected where !line.isEmpty {
      if line == "…" {
        mayLeaveOut = true
        continue
      }
      if mayLeaveOut { rest = rest.drop { $0 != line } }
      mayLeaveOut = false
      #expect(rest.first == line, "\(call)\n\(run.output)\(run.diagnostics)")
      guard rest.first == line else { return }
      rest = rest.dropFirst()
    }
    #expect(mayLeaveOut || rest.isEmpty, "\(call): more than the page shows\n\(run.output)")
  }

  /// Split at blanks, but for what stands in quotation marks.
  private static func words(of call: String) -> [String] {
    call.components(separatedBy: "\"").enumerated().flatMap { index, part in
      index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
  }
}
