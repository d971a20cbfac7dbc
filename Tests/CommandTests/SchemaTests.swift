import Foundation
import TestSupport
import Testing

/// `schema`: what documents, records and settings look like, for other programs and for editors.
@Suite struct SchemaTests {
  private static func schema(_ name: String) throws -> [String: Any] {
    let folder = try TemporaryFolder()
    let run = try Program.run(["schema", name], in: folder.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func listsWhatThereIs() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["schema"], in: folder.url)
    let names = run.output.split(separator: "\n").map(String.init)
    #expect(run.status == 0 && names == names.sorted())
    for name in ["record", "settings", "incident", "freeze", "findings", "baseline", "review"] {
      #expect(names.contains(name), "\(name)")
    }
    for name in names {
      let schema = try Self.schema(name)
      #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      #expect(schema["title"] is String && schema["type"] as? String == "object", "\(name)")
    }
  }

  @Test func isThatOfThePublishedSite() throws {
    let folder = try BuildTests.site()
    #expect(try Program.run(["build"], in: folder.url).status == 0)
    for (path, bytes) in try folder.files(below: "site/data/schema") {
      let run = try Program.run(["schema", String(path.dropLast(5))], in: folder.url)
      #expect(Array(run.output.utf8) == bytes, "\(path)")
    }
  }

  @Test func namesTheOneThatWasMeant() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(["schema", "recrod"], in: folder.url)
    #expect(
      run.status == 64 && run.diagnostics.contains("did you mean record?"), "\(run.diagnostics)")
  }
}
