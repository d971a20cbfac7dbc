import Chronology
import Configuration
import DeploymentLogs
import Deployments
import Records
import SourceText
import TestSupport
import Testing

/// Nothing that a log tells is lost, given to what is near, or called accounted for where nobody can tell.
@Suite struct DeploymentAccountTests {
  private static let asOf = Instant(secondsSinceEpoch: 1_800_000_000)

  /// A Normal change of `rpc-gateway`, approved and made on 9 March 2026 from 02:05 to 02:40.
  private static func record(_ more: String = "", _ id: String = "CHG-2026-0042") -> SourceFile {
    SourceFile(
      path: "content/changes/\(id).md",
      text: SampleRecords.normal.replacing(with: "---\nid: \(id)\n\(more)\n---").text)
  }

  private func reconciled(
    _ records: [SourceFile], _ logs: [(name: String, lines: [String])],
    problems: [ReadingProblem] = []
  ) throws -> DeploymentReconciliation {
    let files = logs.map {
      SourceFile(
        path: "content/deployments/\($0.name)", text: $0.lines.joined(separator: "\n"))
    }
    let register = try readRegister(
      SourceTree(files: records + files + [SamplePolicy.file], problems: problems),
      settings: Settings(), jobs: .one)
    return try #require(register.reconciled(asOf: Self.asOf))
  }

  private func entry(_ id: String, _ at: String, _ more: String = "") -> String {
    "{\"id\": \"\(id)\", \"environment\": \"production\", \"finished\": \"\(at)\""
      + (more.isEmpty ? "" : ", \(more)") + "}"
  }

  private static let named = "\"record\": \"CHG-2026-0042\", \"status\": \"succeeded\""

  @Test(arguments: ["rejected", "cancelled"])
  func whatWasRefusedIsNoRecord(outcome: String) throws {
    let found = try reconciled(
      [Self.record("outcome: \(outcome)")],
      [("a.jsonl", [entry("1", "2026-03-09T02:40Z", Self.named)])])
    #expect(found.deployments.map(\.standing) == [.calledOff])
    #expect(found.isComplete == false)
  }

  /// A name that no record has is a name all the same.
  @Test(arguments: ["CHG-2026-9999", "OPS-1", "chg-2026-0041"])
  func aRecordThatIsNotThere(name: String) throws {
    let text = "\"system\": \"rpc-gateway\", \"record\": \"\(name)\", \"revision\": \"0a1b2c3d4e\""
    let near = try reconciled(
      [Self.record()], [("a.jsonl", [entry("1", "2026-03-09T02:40Z", text)])])
    #expect(near.deployments.map(\.standing) == [.unrecorded(named: name)])
    #expect(near.isComplete == false)
    // Where a record brings the commit it is about that, and nobody can tell about the name.
    let brought = try reconciled(
      [Self.record("delivers: [{commits: [0a1b2c3d]}]")],
      [("a.jsonl", [entry("1", "2026-03-09T02:40Z", text)])])
    #expect(brought.deployments.map(\.standing) == [.recorded])
    #expect(brought.deployments.first?.absentName == name)
    #expect(brought.isComplete == nil)
  }

  /// A record covers what was done in its time to its systems, whoever names it.
  @Test(arguments: 0..<24)
  func aRecordCoversItsWork(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let isOther = random.below(3) == 0
    let day = 9 + random.below(3)
    let hour = 2 + random.below(6)
    let system = isOther ? "indexer" : "rpc-gateway"
    let at = "2026-03-\(day < 10 ? "0" : "")\(day)T0\(hour):40Z"
    let found = try reconciled(
      [
        Self.record("closed: 2026-03-09T04:00Z"),
        Self.record("systems: [indexer]", "CHG-2026-0043"),
      ],
      [("a.jsonl", [entry("1", at, Self.named + ", \"system\": \"\(system)\"")])])
    // An hour behind the end is within the tolerance.
    let isAtWork = day == 9 && hour < 5
    #expect(
      found.deployments.first?.standing
        == (isOther ? .otherSystem : isAtWork ? .recorded : .otherTime), "\(at) \(system)")
    #expect((found.isComplete == false) == (isOther || !isAtWork) || found.changes.count > 0)
  }

  /// Boxes carry no time.
  @Test func approvalsWithoutATime() throws {
    let text = """
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab"}
      """
    let found = try reconciled(
      [Self.record(text)], [("a.jsonl", [entry("1", "2026-03-09T02:40Z", Self.named)])])
    #expect(found.deployments.map(\.standing) == [.approvalUndated])
    #expect(found.recorded == 0)
    #expect(found.isComplete == nil)
  }

  /// Entries of one id are one deployment only where they can be.
  @Test(
    arguments: [
      ("\"status\": \"running\"", "2026-03-09T02:10Z", 1),
      ("\"status\": \"succeeded\"", "2026-03-09T02:41Z", 1),
      ("\"status\": \"cancelled\"", "2026-03-09T02:50Z", 2),
      ("\"status\": \"succeeded\"", "2026-03-19T02:40Z", 2),
      ("\"status\": \"succeeded\", \"revision\": \"ffffffff\"", "2026-03-09T02:40Z", 2),
      ("\"status\": \"failed\", \"revision\": \"0A1B2C3\"", "2026-03-09T02:40Z", 1),
    ], [false, true])
  func oneIDAndSeveralDeployments(
    other: (more: String, at: String, count: Int), isFirst: Bool
  ) throws {
    let one = entry(
      "1", "2026-03-09T02:40Z", "\"status\": \"succeeded\", \"revision\": \"0a1b2c3d\"")
    let second = entry("1", other.at, other.more)
    let found = try reconciled([], [("a.jsonl", isFirst ? [second, one] : [one, second])])
    let all = found.deployments.count + found.notHappened.count + found.unfinished.count
    #expect(all == other.count, "\(other)")
    #expect(found.disputed == (other.count == 1 ? [] : ["1"]))
    #expect(found.repeated == 2 - other.count)
  }

  @Test func applicationsOfOneName() throws {
    func application(_ uid: String, _ at: String) -> String {
      """
      {"kind": "Application", "metadata": {"name": "indexer", "uid": "\(uid)"}, "spec": {"destination": {"namespace": "production"}}, "status": {"history": [{"id": 1, "revision": "0a1b2c3d", "deployedAt": "\(at)"}]}}
      """
    }
    let first = application("a", "2026-03-09T02:40:00Z")
    let found = try reconciled(
      [], [("a.jsonl", [first, first, application("b", "2026-03-09T02:40:00Z")])])
    #expect(found.deployments.count == 2)
    #expect(found.repeated == 1)
  }

  @Test(arguments: ["running", "queued", "waiting"])
  func whatIsNotSaidToBeOver(status: String) throws {
    let found = try reconciled(
      [Self.record()],
      [
        (
          "a.jsonl",
          [
            entry("1", "2026-03-09T02:40Z", Self.named),
            entry("2", "2026-03-18T02:40Z", "\"status\": \"\(status)\""),
          ]
        )
      ])
    #expect(found.notHappened.isEmpty && found.unfinished.count == 1)
    #expect(found.isComplete == nil)
  }

  /// Files whose names differ in numbers are one log, of which a month may be missing; other files are other
  /// logs, and each ends for itself.
  @Test func eachLogTellsOfItsTime() throws {
    func month(_ label: String) throws -> Interval {
      try #require(Period(.month, labelled: label, in: .utc)).interval
    }
    func of(_ system: String, _ at: String) -> String {
      "{\"environment\": \"staging\", \"system\": \"\(system)\", \"finished\": \"\(at)\"}"
    }
    let monthly = try reconciled(
      [],
      [
        ("2026-02.jsonl", [of("indexer", "2026-02-20T03:00Z")]),
        (
          "2026-04.jsonl", [of("indexer", "2026-04-02T03:00Z"), of("indexer", "2026-07-02T03:00Z")]
        ),
      ])
    #expect(monthly.sources.count == 1)
    #expect(try monthly.during(month("2026-03")).isComplete == nil)
    // Within one file a month without a deployment is a month without one.
    #expect(try monthly.during(month("2026-05")).isComplete == true)
    let several = try reconciled(
      [Self.record("systems: [indexer]\nstarted: 2026-03-19T02:05Z\ndeployed: 2026-03-19T02:40Z")],
      [
        (
          "indexer.jsonl", [of("indexer", "2026-02-20T03:00Z"), of("indexer", "2026-03-15T03:00Z")]
        ),
        ("vault.jsonl", [of("vault", "2026-02-20T03:00Z"), of("vault", "2026-04-02T03:00Z")]),
      ])
    #expect(
      several.sources.map(\.name).sorted() == [
        "content/deployments/indexer.jsonl", "content/deployments/vault.jsonl",
      ])
    #expect(several.changes.map(\.kind) == [.notCovered])
    let march = try several.during(month("2026-03"))
    #expect(march.isComplete == nil)
    #expect(march.doubts.contains { $0.contains("indexer.jsonl") && !$0.contains("vault") })
  }

  /// What was deployed may be of a record that nobody can read.
  @Test(arguments: 0..<4)
  func recordsThatAreNotRead(kind: Int) throws {
    let path = "content/changes/CHG-2026-0050.md"
    let place = Place(startOf: SourceFile(path: path, bytes: []))
    let problems: [ReadingProblem.Kind] = [
      .refusedFile(what: "symbolic link"), .notUTF8(byte: 0xF6),
      .overLimit(what: "file size in bytes", found: 2 << 20, allowed: 1 << 20),
    ]
    let broken = SourceFile(path: path, text: "---\nid: CHG-2026-0050\nrisk: [\n---\n")
    let found = try reconciled(
      [Self.record()] + (kind == 3 ? [broken] : []),
      [("a.jsonl", [entry("1", "2026-03-09T02:40Z", Self.named)])],
      problems: kind == 3 ? [] : [ReadingProblem(problems[kind], at: place)])
    #expect(found.unreadRecords.map(\.name) == ["CHG-2026-0050"])
    #expect(found.isComplete == nil)
  }

  @Test(arguments: ["\"data_base64\": \"e30=\"", "\"data\": {}", "\"data\": {\"subject\": {}}"])
  func anEventWhoseContentIsElsewhere(data: String) throws {
    let event = "{\"specversion\": \"1.0\", \"type\": \"dev.cdevents.service.deployed\", \(data)}"
    let log = readDeploymentLog(
      SourceFile(path: "content/deployments/a.jsonl", text: event), zone: .utc)
    #expect(log.problems.count == 1 && log.passedOver == 0)
  }

  @Test func headsOfTables() {
    func read(_ text: String) -> DeploymentLog {
      readDeploymentLog(SourceFile(path: "content/deployments/a.csv", text: text), zone: .utc)
    }
    let spaced = read("finished , system\n2026-03-09T02:40Z,indexer\n")
    #expect(spaced.deployments.map(\.system) == ["indexer"])
    #expect(read("finished,system,System\n2026-03-09T02:40Z,a,b\n").problems.count == 1)
  }
}
