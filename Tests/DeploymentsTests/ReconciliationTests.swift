import Chronology
import Configuration
import DeploymentLogs
import Deployments
import Records
import SourceText
import TestSupport
import Testing

/// Deployments held against records.
@Suite struct ReconciliationTests {
  private static let asOf = Instant(secondsSinceEpoch: 1_800_000_000)

  /// A Normal change of a system that was approved at 01:00 and made from 02:00 to 03:00 of a day.
  private static func record(
    _ number: Int, day: Int, system: String = "rpc-gateway", _ more: String = ""
  ) -> SourceFile {
    let date = "2026-03-\(day < 10 ? "0" : "")\(day)"
    let base = SampleRecords.normal.without(
      "id", "systems", "requested", "approvals", "scheduled", "started", "deployed", "closed")
    let text = base.replacing(
      with: """
        ---
        id: CHG-2026-\(1000 + number)
        systems: [\(system)]
        requested: 2026-02-01T09:00Z
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-02-02T10:00Z}
          - {role: technical, by: "@rpc-reviewer", at: 2026-02-02T15:20Z}
          - {role: cab, by: "@cab", at: \(date)T01:00Z}
        scheduled: \(date)T02:00Z/\(date)T04:00Z
        started: \(date)T02:00Z
        deployed: \(date)T03:00Z
        closed: \(date)T09:00Z
        \(more)
        ---
        """
    ).text
    return SourceFile(path: "content/changes/CHG-2026-\(1000 + number).md", text: text)
  }

  private func result(
    _ files: [SourceFile], _ lines: [String], settings: String = ""
  ) throws -> DeploymentReconciliation {
    let configuration = readSettings(SourceFile(path: "changebook.yml", text: settings))
    #expect(configuration.problems.isEmpty)
    let log = SourceFile(
      path: "content/deployments/log.jsonl", text: lines.joined(separator: "\n"))
    let register = try readRegister(
      SourceTree(files: files + [SamplePolicy.file, log]), settings: configuration, jobs: .one)
    #expect(register.deploymentLogs.map(\.problems.count) == [0])
    return reconcile(register.deploymentLogs, with: register, asOf: Self.asOf)
  }

  private func entry(
    _ id: String, _ at: String, system: String? = nil, environment: String? = "production",
    status: String = "succeeded", _ more: String = ""
  ) -> String {
    "{\"id\": \"\(id)\", \"finished\": \"\(at)\", \"status\": \"\(status)\""
      + (system.map { ", \"system\": \"\($0)\"" } ?? "")
      + (environment.map { ", \"environment\": \"\($0)\"" } ?? "")
      + (more.isEmpty ? "" : ", \(more)") + "}"
  }

  @Test func findsTheRecordByNameCommitArtifactAndTime() throws {
    let delivers =
      "delivers: [{commits: [0a1b2c3d4e5f], artifact: \"rpc:2\", deployments: [\"d9\"]}]"
    let found = try result(
      [Self.record(1, day: 2), Self.record(2, day: 3, system: "indexer", delivers)],
      [
        entry("d1", "2026-03-02T03:00Z", "\"record\": \"chg-2026-1001\""),
        entry("d2", "2026-03-03T03:00Z", "\"revision\": \"0A1B2C3D4E5F60718293\""),
        entry("d3", "2026-03-03T03:01Z", "\"artifact\": \"rpc:2\""),
        entry("d9", "2026-03-03T03:02Z"),
        entry("d5", "2026-03-02T03:30Z", system: "RPC gateway"),
        entry("d6", "2026-03-02T04:30Z", system: "rpc-gateway"),
        entry("d7", "2026-03-03T03:00Z", system: "indexer", "\"revision\": \"ffffffffffff\""),
      ])
    let ways = found.deployments.map { "\($0.deployment.id) \($0.way?.rawValue ?? "none")" }
    #expect(
      ways.sorted() == [
        "d1 name", "d2 commit", "d3 artifact", "d5 time", "d6 none", "d7 none", "d9 name",
      ])
    #expect(found.recorded == 5)
    #expect(found.counted.count == 7)
  }

  @Test func judgesTheRecordAsOfTheDeployment() throws {
    let unapproved = SourceFile(
      path: "content/changes/CHG-2026-1003.md",
      text: Self.record(3, day: 4).text(Self.record(3, day: 4).wholeRange)
        .replacing("  - {role: cab, by: \"@cab\", at: 2026-03-04T01:00Z}\n", with: ""))
    let off = SourceFile(
      path: "content/changes/CHG-2026-1004.md",
      text: SampleRecords.normal.without("started", "deployed", "closed").replacing(
        with: "---\nid: CHG-2026-1004\noutcome: cancelled\n---"
      ).text)
    func named(_ number: Int) -> String { "\"record\": \"CHG-2026-\(1000 + number)\"" }
    let found = try result(
      [Self.record(1, day: 2), unapproved, off],
      [
        entry("early", "2026-03-02T00:30Z", named(1)), entry("late", "2026-01-31T03:00Z", named(1)),
        entry("unapproved", "2026-03-04T03:00Z", named(3)),
        entry("off", "2026-03-05T03:00Z", named(4)),
        entry("none", "2026-03-06T03:00Z", named(7)),
      ])
    let standings = Dictionary(
      uniqueKeysWithValues: found.deployments.map { ($0.deployment.id, $0) })
    #expect(standings["early"]?.standing.key == "approved_later")
    #expect(standings["late"]?.lateness == Int64(30 * 3600))
    #expect(standings["unapproved"]?.standing == .unapproved)
    #expect(standings["off"]?.standing == .calledOff)
    #expect(standings["none"]?.standing == .unrecorded(named: "CHG-2026-1007"))
    #expect(found.recorded == 0)
  }

  @Test func toldTwiceRetriedElsewhereAndNotOver() throws {
    let commit = "\"revision\": \"0a1b2c3d\""
    let found = try result(
      [Self.record(1, day: 2, "delivers: [{commits: [0a1b2c3d]}]")],
      [
        entry("d2", "2026-03-02T03:00Z", commit),
        entry("d1", "2026-03-02T02:20Z", status: "failed", commit),
        entry("d2", "2026-03-02T02:50Z", status: "in_progress", commit),
        entry("d2", "2026-03-02T03:00Z", commit),
        entry("d0", "2026-03-01T03:00Z", environment: "staging", commit),
        entry("d3", "2026-03-02T05:00Z", status: "cancelled", commit),
        entry("d4", "2027-03-02T05:00Z", commit),
      ])
    #expect(found.deployments.map(\.deployment.id) == ["d1", "d2"])
    #expect(found.deployments.map(\.isRetry) == [false, true])
    #expect(found.repeated == 2)
    #expect(found.elsewhere.count == 1)
    #expect(found.notHappened.count == 1)
    #expect(found.isComplete)
  }

  @Test func aRollbackBelongsToItsRecord() throws {
    let found = try result(
      [
        Self.record(
          1, day: 2, "rollback: {at: 2026-03-02T05:00Z, trigger: Latency, verified: true}")
      ],
      [
        entry("d1", "2026-03-02T03:00Z", system: "rpc-gateway"),
        entry("d2", "2026-03-02T05:01Z", system: "rpc-gateway"),
      ])
    #expect(found.deployments.map(\.isRollback) == [false, true])
    #expect(found.isComplete)
  }

  @Test func recordsAreClaimedOnlyWhileASourceTells() throws {
    let files = [
      Self.record(1, day: 2), Self.record(2, day: 4), Self.record(3, day: 20),
      Self.record(4, day: 4, system: "indexer"), Self.record(5, day: 5),
    ]
    let found = try result(
      files,
      [
        entry("d1", "2026-03-02T03:00Z", system: "rpc-gateway"),
        entry("d2", "2026-03-05T07:00Z", system: "rpc-gateway", "\"record\": \"CHG-2026-1005\""),
        entry("d3", "2026-03-10T03:00Z", system: "bridge"),
      ])
    let kinds = found.changes.map { "\($0.change.id.suffix(1)) \($0.kind.key)" }
    #expect(kinds == ["2 missing", "4 not_covered", "5 other_time", "3 not_covered"])
    #expect(!found.isComplete)
  }

  @Test func settingsNameProductionToleranceAndWhatIsLeftOut() throws {
    let settings = """
      deployments:
        production: [mainnet]
        tolerance: 5 min
        exclude:
          - {by: robot, reason: Certificates renew themselves}
          - {system: indexer, reason: It has no pipeline}
      """
    let found = try result(
      [Self.record(1, day: 2), Self.record(2, day: 3, system: "indexer")],
      [
        entry("d0", "2026-03-01T03:00Z"),
        entry("d1", "2026-03-02T03:04Z", system: "rpc-gateway", environment: "Mainnet"),
        entry("d2", "2026-03-04T03:10Z", environment: "mainnet", "\"by\": \"robot\""),
      ], settings: settings)
    #expect(found.elsewhere.count == 1)
    #expect(
      found.deployments.map(\.standing) == [
        .recorded, .excluded(reason: "Certificates renew themselves"),
      ])
    #expect(found.changes.map(\.kind) == [.excluded(reason: "It has no pipeline")])
    #expect(found.isComplete)
  }

  @Test(
    arguments: [
      ("production", true), ("prod-eu", true), ("PROD", true), ("live", true), ("staging", false),
      ("pre-production", false), ("non-prod", false), ("dev", false),
    ])
  func production(name: String, isProduction: Bool) throws {
    let found = try result([], [entry("d", "2026-03-01T03:00Z", environment: name)])
    #expect(found.deployments.count == (isProduction ? 1 : 0))
  }

  /// Of random months it is known beforehand what is recorded and what is not.
  @Test(arguments: 0..<12)
  func randomMonths(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var files: [SourceFile] = []
    var lines = [
      entry("first", "2026-02-28T03:00Z", system: "rpc-gateway", environment: "staging"),
      entry("last", "2026-03-31T03:00Z", system: "rpc-gateway", environment: "staging"),
    ]
    var (recorded, unrecorded, missing) = (0, 0, 0)
    for day in 1...28 {
      let time = "2026-03-\(day < 10 ? "0" : "")\(day)T03:0\(random.below(10))Z"
      switch random.below(4) {
      case 0:
        files.append(Self.record(day, day: day))
        missing += 1
      case 1:
        lines.append(entry("d\(day)", time, system: "rpc-gateway"))
        unrecorded += 1
      case 2:
        files.append(Self.record(day, day: day))
        for again in 0...random.below(2) {
          lines.append(entry("d\(day)-\(again)", time, system: "rpc-gateway"))
          recorded += 1
        }
      default: break
      }
    }
    for index in lines.indices { lines.swapAt(index, random.below(lines.count)) }
    let found = try result(files, lines)
    #expect(found.recorded == recorded)
    #expect(found.counted.count == recorded + unrecorded)
    #expect(found.changes.filter(\.isDifference).count == missing)
    #expect(found.isComplete == (unrecorded + missing == 0))
  }
}
