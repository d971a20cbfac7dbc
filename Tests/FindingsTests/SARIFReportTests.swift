import Findings
import Foundation
import SourceText
import TestSupport
import Testing

@Suite struct SARIFReportTests {
  private let findings = [
    SampleFindings.warning, SampleFindings.breach, SampleFindings.waived, SampleFindings.error,
  ]

  @Test func writesSARIFWithALocationForEveryResult() throws {
    let rules = [302, 104].map {
      ReportedRule(code: RuleCode($0), title: "title \($0)", help: "help \($0)")
    }
    let odd = SourceFile(path: "content/a b%é.md", text: "")
    let refused = Finding(RuleCode(110), .error, "too large", at: Place(startOf: odd))
    let bytes = renderSARIF(findings + [refused], rules: rules, version: "1.2.3")
    let log = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["version"] as? String == "1.2.3")
    let ids = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
    #expect(ids == ["CB104", "CB302"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(
      results.map { $0["level"] as? String } == ["error", "error", "error", "warning", "error"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, nil, 1, nil, nil])
    #expect(results.map { $0["suppressions"] != nil } == [false, false, false, false, true])
    let places = try results.map { result in
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      return try #require(location["physicalLocation"] as? [String: [String: Any]])
    }
    #expect(places.map { $0["region"]?["startLine"] as? Int } == [3, 1, 2, 1, 2])
    #expect(places.map { $0["region"]?["endColumn"] as? Int } == [12, 1, 38, 13, 16])
    #expect(places[1]["artifactLocation"]?["uri"] as? String == "content/a%20b%25%C3%A9.md")
  }

  private func run(_ bytes: [UInt8]) throws -> [String: Any] {
    let log = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func fingerprints(_ findings: [Finding]) throws -> [String] {
    let results = try #require(
      run(renderSARIF(findings, rules: [], version: "1"))["results"] as? [[String: Any]])
    return try results.map { result in
      let names = try #require(result["partialFingerprints"] as? [String: String])
      return try #require(names["changebook/v1"])
    }
  }

  @Test func hasTheShapeOfTheSchema() throws {
    var random = SplitMix(seed: 21)
    let rules = [104, 302, 401].map { ReportedRule(code: RuleCode($0), title: "t", help: "h") }
    for round in 0..<60 {
      let many = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        Self.random(&random)
      }
      let limit = round.isMultiple(of: 2) ? 5 : 25_000
      let bytes = renderSARIF(
        many, rules: rules, version: "1.2.3", site: RepositoryFolder("a b/ü"), limit: limit)
      #expect(try SARIFShape.faults(in: bytes) == [])
      let results = try #require(try run(bytes)["results"] as? [[String: Any]])
      #expect(results.count == min(limit, many.count))
    }
  }

  @Test func keepsTheWorstAndSaysHowManyAreLeftOut() throws {
    let many = (0..<30).map { findings[$0 % 4] }
    let run = try run(renderSARIF(many, rules: [], version: "1", limit: 10))
    let results = try #require(run["results"] as? [[String: Any]])
    let ids = results.map { $0["ruleId"] as? String }
    #expect(ids == Array(repeating: "CB104", count: 7) + Array(repeating: "CB302", count: 3))
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    let message = try #require(notes.first?["message"] as? [String: String])
    #expect(message["text"]?.hasPrefix("20 more findings are left out") == true)
    #expect(mostSARIFResults == 25_000)
  }

  @Test func startsAddressesAtTheRepositorysRoot() throws {
    let bytes = renderSARIF(
      [SampleFindings.breach], rules: [], version: "1", site: RepositoryFolder("docs/my book"))
    let text = SampleFindings.text(bytes)
    #expect(text.contains("\"uri\": \"docs/my%20book/content/changes/CHG-1.md\""))
    #expect(text.contains("\"uri\": \"docs/my%20book/content/policy/P.md\""))
  }

  @Test func keepsAFingerprintWhenLinesMoveAndDaysGoBy() throws {
    var random = SplitMix(seed: 22)
    for _ in 0..<50 {
      let finding = Self.random(&random)
      let file = finding.place.file
      let lines = String(repeating: "more\n", count: Int.random(in: 1...9, using: &random))
      let moved = SourceFile(path: file.path, text: lines + file.text(file.wholeRange))
      let lower = Int(finding.place.range.lower) + lines.utf8.count
      let upper = Int(finding.place.range.upper) + lines.utf8.count
      let later = finding.message.unicodeScalars.map {
        ("0"..."9").contains($0) ? "7" : String($0)
      }
      let again = Finding(
        finding.code, finding.severity, later.joined(), help: "other help",
        at: Place(moved, SourceRange(lower, upper)), record: finding.record)
      #expect(try fingerprints([finding]) == fingerprints([again]))
    }
  }

  @Test func givesEveryFindingAFingerprintOfItsOwn() throws {
    let base = SampleFindings.breach
    let place = base.place
    let others = [
      Finding(RuleCode(303), .breach, base.message, at: place, record: base.record),
      Finding(base.code, .breach, base.message + "!", at: place, record: base.record),
      Finding(base.code, .breach, base.message, at: place, record: "CHG-2"),
      Finding(base.code, .breach, base.message, at: place),
      Finding(
        base.code, .breach, base.message,
        at: SampleFindings.place(of: "Approvals", in: place.file), record: base.record),
      base, base,
    ]
    let names = try fingerprints([base] + others)
    #expect(Set(names).count == names.count)
    // What is equal is numbered, and its numbers stay when a waiver moves one of them to the end.
    #expect(names.filter { $0.hasPrefix(names[0].prefix(16)) }.map { $0.last } == ["1", "2", "3"])
    var waived = base
    waived.waiver = AcceptedWaiver(by: "@a", at: "", reason: "r")
    #expect(try fingerprints([waived, base]).map { $0.last } == ["2", "1"])
  }

  private static func random(_ generator: inout SplitMix) -> Finding {
    let file = SourceFile(
      path: "content/\(HostileText.random(&generator)).md",
      text: "a\n\(HostileText.random(&generator)) b\nc")
    let lower = Int.random(in: 0...file.bytes.count, using: &generator)
    let upper = Int.random(in: lower...file.bytes.count, using: &generator)
    let place = Place(file, SourceRange(lower, upper))
    let code = [104, 302, 401, 999].randomElement(using: &generator) ?? 104
    let isRecord = Bool.random(using: &generator)
    var finding = Finding(
      RuleCode(code), Severity.allCases.randomElement(using: &generator) ?? .note,
      HostileText.random(&generator), help: isRecord ? HostileText.random(&generator) : nil,
      at: place,
      policy: isRecord
        ? PolicyReference(place: place, clause: nil, excerpt: HostileText.random(&generator)) : nil,
      record: isRecord ? "CHG-1" : nil)
    if Bool.random(using: &generator) {
      finding.waiver = AcceptedWaiver(by: "@a", at: "", reason: HostileText.random(&generator))
    }
    return finding
  }
}
