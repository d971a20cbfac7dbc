import Calendar
import Chronology
import DeploymentGate
import Figures
import Findings
import PolicyReading
import Testing

@testable import Records
@testable import Site

@Suite struct SchemaTests {
  private func schema(_ schema: JSONSchema) throws -> JSONValue {
    try JSONValue(schema.document(title: "Sample"))
  }

  private func changes() throws -> JSONValue {
    let register = try SampleRegister.register()
    let data = ChangesData(
      register, findings: try SampleRegister.findings(register), asOf: SampleRegister.asOf
    ) { _ in .closed }
    return try JSONValue(data.json())
  }

  @Test func changesAreAsTheirSchemaSays() throws {
    #expect(SchemaChecker.faults(try changes(), try schema(.changes)) == [])
  }

  @Test func theSchemaOfChangesTellsWhatIsWrong() throws {
    let schema = try schema(.changes)
    var document = try changes()
    document["changes"][0] = document["changes"][0].without("id")
    document["changes"][1]["stage"] = .text("lost")
    document["changes"][2]["more"] = .null
    document["changes"][2]["closed"] = .text("yesterday")
    document["schema"] = .text("changebook.changes/2")
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
    let schema = try schema(.findings)
    var document = try JSONValue(renderJSON(findings))
    #expect(SchemaChecker.faults(document, schema) == [])
    document["findings"][0]["line"] = .text("1")
    #expect(SchemaChecker.faults(document, schema) == ["/findings/0/line: not integer"])
  }

  @Test func theGatesAnswersAreAsTheirSchemaSays() throws {
    let register = try SampleRegister.register()
    let schema = try schema(.gate)
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
    let schema = try schema(.figures)
    var document = try JSONValue(renderFiguresJSON(all, asOf: SampleRegister.asOf))
    #expect(all.contains { ($0.rate("change_success_rate")?.denominator ?? 0) > 0 })
    #expect(all.contains { ($0.duration("mean_time_to_deploy")?.count ?? 0) > 0 })
    #expect(SchemaChecker.faults(document, schema) == [])
    document["periods"][0]["period"]["kind"] = .text("decade")
    #expect(SchemaChecker.faults(document, schema) == ["/periods/0/period/kind: no choice"])
  }

  @Test func theSchemaOfRecordsHasTheKeysThatAreRead() throws {
    func names(_ schema: JSONSchema) -> Set<String> {
      guard case .object(let members) = schema else { return [] }
      return Set(members.map(\.name))
    }
    #expect(names(.record) == Set(ChangeKeys.record))
    #expect(names(.approvalKeys) == Set(ChangeKeys.approval))
    #expect(names(.rollbackKeys) == Set(ChangeKeys.rollback))
    #expect(names(.reviewKeys) == Set(ChangeKeys.review))
    #expect(names(.runtimeKeys) == Set(ChangeKeys.runtime))
    #expect(names(.votingKeys) == Set(ChangeKeys.voting))
    #expect(names(.waiverKeys) == Set(ChangeKeys.waiver))
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
    #expect(SchemaChecker.faults(value, try schema(.record)).count == faults)
  }

  @Test func schemasSayWhichDialectTheyAre() throws {
    let document = try schema(.record)
    #expect(document["$schema"] == .text("https://json-schema.org/draft/2020-12/schema"))
    #expect(document["title"] == .text("Sample"))
  }
}
