import Calendar
import Chronology
import DeploymentGate
import Figures
import Findings
import Foundation
import Interchange
import PolicyReading
import Testing

@testable import Records
@testable import Site

@Suite struct SchemaTests {
  private func schema(_ document: [UInt8]) throws -> JSONValue { try JSONValue(document) }

  private func schemaOfRecords() throws -> JSONValue {
    try JSONValue(JSONSchema.record.document(title: "Sample"))
  }

  private func changes() throws -> JSONValue {
    let register = try SampleRegister.register()
    let data = ChangesData(
      register, findings: try SampleRegister.findings(register), asOf: SampleRegister.asOf
    ) { _ in .closed }
    return try JSONValue(data.json())
  }

  @Test func changesAreAsTheirSchemaSays() throws {
    #expect(SchemaChecker.faults(try changes(), try schema(ChangeRow.document.schema)) == [])
  }

  @Test func theSchemaOfChangesTellsWhatIsWrong() throws {
    let schema = try schema(ChangeRow.document.schema)
    var document = try changes()
    document["changes"][0] = document["changes"][0].without("id")
    document["changes"][1]["stage"] = .text("lost")
    document["changes"][2]["more"] = .null
    document["changes"][2]["closed"] = .text("yesterday")
    document["schema"] = .text("changebook.changes/1")
    let faults = SchemaChecker.faults(document, schema)
    for place in [
      "/changes/0/id: missing", "/changes/1/stage: no choice", "/changes/2/more: not known",
      "/changes/2/closed: yesterday does not match", "/schema: not the constant",
    ] {
      #expect(faults.contains(place), "\(faults)")
    }
  }

  @Test func findingsAreAsTheirSchemaSays() throws {
    let findings = try SampleRegister.findings(SampleRegister.register())
    let schema = try schema(FindingRow.document.schema)
    var document = try JSONValue(renderJSON(findings))
    #expect(SchemaChecker.faults(document, schema) == [])
    document["findings"][0]["line"] = .text("1")
    #expect(SchemaChecker.faults(document, schema) == ["/findings/0/line: not integer"])
  }

  @Test func theGatesAnswersAreAsTheirSchemaSays() throws {
    let register = try SampleRegister.register()
    let schema = try schema(GateAnswer.document.schema)
    let subjects = [
      GateSubject(type: "Normal", risk: "High", systems: ["rpc-gateway"]),
      GateSubject(type: "Emergency"), GateSubject(),
    ]
    let gate = RegisterGate(register)
    for subject in subjects {
      let report = gate.ask(
        subject, over: Interval(start: SampleRegister.asOf, end: SampleRegister.asOf + 60))
      let evidence = GateEvidence(
        program: "1.0", asOf: SampleRegister.asOf, revision: nil, record: nil,
        policies: register.policies.policies, files: register.policies.policies.map(\.file))
      let document = renderGateJSON(GateAnswer(report: report, evidence: evidence))
      #expect(SchemaChecker.faults(try JSONValue(document), schema) == [])
    }
  }

  @Test func figuresAreAsTheirSchemaSays() throws {
    let register = try SampleRegister.register()
    let all = measureAll(
      register, facts: FindingFacts([], unreadable: ["CHG-2026-0002"]), asOf: SampleRegister.asOf)
    let schema = try schema(FiguresData.document.schema)
    var document = try JSONValue(
      FiguresData.document.json(FiguresData(all, asOf: SampleRegister.asOf)))
    #expect(all.contains { ($0.rate("change_success_rate")?.denominator ?? 0) > 0 })
    #expect(all.contains { ($0.duration("mean_time_to_deploy")?.count ?? 0) > 0 })
    #expect(SchemaChecker.faults(document, schema) == [])
    document["periods"][0]["period"]["kind"] = .text("decade")
    #expect(SchemaChecker.faults(document, schema) == ["/periods/0/period/kind: no choice"])
  }

  @Test func theGuideNamesEveryKeyOfARecord() throws {
    let page = URL(filePath: #filePath)
      .appending(path: "../../../../content/guide/writing-a-record.md").standardizedFileURL
    let guide = try String(contentsOf: page, encoding: .utf8)
    func expectNamed(_ keys: [FrontMatterKey]) {
      for key in keys {
        #expect(guide.contains("`\(key.name)`") || guide.contains("\(key.name):"), "\(key.name)")
        switch key.kind {
        case .mapping(let keys), .list(let keys): expectNamed(keys)
        default: break
        }
      }
    }
    expectNamed(ChangeKeys.record)
  }

  @Test(arguments: [
    (#"{"id":"CHG-2026-0042","systems":"a","requested":"2026-03-02T09:15Z"}"#, 0),
    (#"{"systems":["a","b"],"scheduled":"2026-03-09T02:00Z/2026-03-09T04:00Z"}"#, 0),
    (#"{"scheduled":{"from":"2026-03-09T02:00Z","to":"2026-03-09T04:00:00+02:00"}}"#, 0),
    (#"{"evidence":{"unit":"CI 12","canary":"https://example.org"}}"#, 0),
    (#"{"id":"chg 42"}"#, 1), (#"{"outcome":"fine"}"#, 1), (#"{"requested":"tomorrow"}"#, 1),
    (#"{"colour":"red"}"#, 1), (#"{"approvals":[{"by":"@a"}]}"#, 1),
  ])
  func theSchemaOfRecordsTellsGoodFromBad(document: String, faults: Int) throws {
    let value = try JSONValue(Array(document.utf8))
    #expect(SchemaChecker.faults(value, try schemaOfRecords()).count == faults)
  }

  @Test func schemasSayWhichDialectTheyAre() throws {
    let document = try schemaOfRecords()
    #expect(document["$schema"] == .text("https://json-schema.org/draft/2020-12/schema"))
    #expect(document["title"] == .text("Sample"))
  }
}
