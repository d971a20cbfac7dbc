import Foundation
import TestSupport
import Testing

/// `serve`: the same bytes as `build`, whatever is done to the files.
@Suite struct ServeTests {
  private static let asOf = "2026-04-15T12:00Z"

  private struct Preview {
    let program: RunningProgram
    let client: LoopbackClient

    init(_ folder: TemporaryFolder, _ options: [String] = []) throws {
      program = try RunningProgram(
        ["serve", "--port", "0", "--as-of", ServeTests.asOf] + options, in: folder.url)
      try #require(program.outputs { $0.hasSuffix("/\n") }, "\(program.diagnostics)")
      let address = program.output.dropLast(2)
      let port = address.split(separator: ":").last.flatMap { UInt16($0) }
      client = LoopbackClient(port: try #require(port))
    }

    /// A page without the one element that it has more than the page of the build.
    func content(_ path: String) throws -> [UInt8] {
      let answer = try client.get("/" + ServeTests.encoded(path))
      guard answer.status == 200 || path == "404.html" else { return [] }
      guard path.hasSuffix(".html") else { return answer.body }
      let text = answer.text
      guard let start = text.range(of: "<script src=\"/.changebook/reload.js?"),
        let end = text.range(of: "\" defer></script>\n", range: start.upperBound..<text.endIndex)
      else { return [] }
      return Array(text[..<start.lowerBound].utf8) + Array(text[end.upperBound...].utf8)
    }
  }

  private static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }

  /// The paths of the build whose bytes the preview does not serve, after it had time to build.
  private static func differing(_ preview: Preview, _ folder: TemporaryFolder) throws -> [String] {
    let output = try TemporaryFolder()
    let target = output.url.appending(path: "site").path
    let built = try Program.run(
      ["build", "--as-of", asOf, "--output", target], in: folder.url)
    try #require(built.status == 0, "\(built.diagnostics)")
    let files = try output.files(below: "site")
    var left = files.keys.sorted()
    for _ in 0..<400 {
      left = try left.filter { try preview.content($0) != files[$0] }
      if left.isEmpty { break }
      usleep(25_000)
    }
    // What a page had and has no more is served no more.
    return try left.isEmpty ? files.keys.filter { try preview.content($0) != files[$0] } : left
  }

  private static func record(_ number: Int, day: Int) -> String {
    BuildTests.record.replacingOccurrences(
      of: "CHG-2026-0001", with: "CHG-2026-\(String(10_000 + number).dropFirst())"
    ).replacingOccurrences(of: "2026-03-04", with: "2026-03-\(String(100 + day).dropFirst())")
  }

  private static func path(_ number: Int) -> String {
    "content/changes/CHG-2026-\(String(10_000 + number).dropFirst()).md"
  }

  private static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(SamplePolicy.text, to: "content/policy/POL-TEST-001.md")
    for number in 1...6 { try folder.write(record(number, day: number + 4), to: path(number)) }
    try folder.write("# Guide\n\nHow we work.\n", to: "content/guide/index.md")
    return folder
  }

  @Test(arguments: [UInt64(801), 802])
  func servesWhatBuildWrites(seed: UInt64) throws {
    let folder = try Self.site()
    let preview = try Preview(folder, seed == 802 ? ["--poll"] : [])
    #expect(try Self.differing(preview, folder) == [])
    var random = SplitMix(seed: seed)
    let manager = FileManager.default
    for step in 0..<14 {
      for _ in 0...random.below(3) {
        let number = random.below(9) + 1
        let place = folder.url.appending(path: Self.path(number))
        // What every record is read with is edited as well as records are.
        switch random.below(14) {
        case 0: try? manager.removeItem(at: place)
        case 1:
          let other = folder.url.appending(path: Self.path(20 + step))
          try? manager.moveItem(at: place, to: other)
        case 2: try folder.write("title: Site \(step)\n", to: "changebook.yml")
        case 3: try folder.write("# Page \(step)\n\nText.\n", to: "content/guide/p\(step % 3).md")
        case 4:
          try folder.write(
            "<footer>own \(step)</footer>\n</body>\n</html>\n",
            to: "templates/partials/foot.mustache")
        case 5: try? manager.removeItem(at: folder.url.appending(path: "templates"))
        case 6: try folder.write("a{top:\(step)px}\n", to: "templates/assets/own.css")
        case 7: try folder.write("no front matter \(step)", to: Self.path(number))
        case 8:
          let word = step.isMultiple(of: 2) ? "Documentation" : "Papers"
          try folder.write(
            SamplePolicy.text.replacingOccurrences(of: "Documentation", with: word),
            to: "content/policy/POL-TEST-001.md")
        case 9:
          try folder.write(
            "# People\n\n| Handle | Roles |\n|--|--|\n| @reader | \(step % 2 == 0 ? "technical" : "") |\n",
            to: "content/people.md")
        case 10:
          try folder.write(
            "# Systems\n\n| System | Also called |\n|--|--|\n| docs | runbook\(step) |\n",
            to: "content/systems.md")
        case 11:
          try folder.write(
            "---\nfrom: 2026-03-0\(1 + step % 8)\nto: 2026-03-20\nsystems: [s\(step)]\n---\n# Freeze\n",
            to: "content/freezes/freeze.md")
        case 12:
          try folder.write(
            "records: {values: {finished\(step): successful}}\n", to: "changebook.yml")
        default: try folder.write(Self.record(number, day: 5 + step), to: Self.path(number))
        }
      }
      #expect(try Self.differing(preview, folder) == [], "step \(step)")
    }
    preview.program.interrupt()
    #expect(preview.program.wait() == 0)
  }

  @Test func keepsTheLastGoodSiteWhereThePolicyIsBroken() throws {
    let folder = try Self.site()
    let preview = try Preview(folder)
    let before = try preview.content("index.html")
    #expect(!before.isEmpty)
    try folder.write("# Nothing\n", to: "content/policy/POL-TEST-001.md")
    let state = try preview.client.get("/.changebook/state.js?1").text
    #expect(state.contains("\"build\":1,") && state.contains("no policy"), "\(state)")
    #expect(try preview.content("index.html") == before)
    #expect(preview.program.diagnostics.contains("no policy"))
    try folder.write(SamplePolicy.text, to: "content/policy/POL-TEST-001.md")
    #expect(try Self.differing(preview, folder) == [])
    preview.program.interrupt()
    #expect(preview.program.wait() == 0)
  }

  @Test func namesAPortThatIsInUse() throws {
    let folder = try Self.site()
    let preview = try Preview(folder)
    let run = try Program.run(
      ["serve", "--port", "\(preview.client.port)"], in: folder.url)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.diagnostics.contains("port \(preview.client.port) is in use"), "\(run)")
    #expect(try Program.run(["serve", "--port", "70000"], in: folder.url).status == 64)
  }

  @Test func findingsAreInWhatPagesAreTold() throws {
    let folder = try Self.site()
    try folder.write(
      Self.record(1, day: 5).replacingOccurrences(of: "\"@reader\"", with: "\"@author\""),
      to: Self.path(1))
    let preview = try Preview(folder)
    let state = try preview.client.get("/.changebook/state.js?0").text
    #expect(state.contains("breach[CB304]"), "\(state)")
    // Of the disk nothing is served, only of the build.
    for path in ["/changebook.yml", "/content/changes/", "/.git/HEAD", "/%2e%2e/content/people.md"]
    {
      #expect(try preview.client.get(path).status == 404)
    }
  }
}
