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
    #expect(found.isComplete == true)
  }

  /// An entry without an id is a deployment of its own, wherever it stands.
  @Test(arguments: 0..<16)
  func withoutAnIDNothingIsMerged(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var (logs, count): ([SourceFile], Int) = ([], 0)
    for folder in ["", "a/", "b/"] {
      let entries = (0..<(1 + random.below(4))).map { _ in
        "{\"environment\": \"production\", \"finished\": \"2026-03-02T0\(random.below(3)):00Z\"}"
      }
      count += entries.count
      let isArray = random.below(2) == 0
      logs.append(
        SourceFile(
          path: "content/deployments/\(folder)log.\(isArray ? "json" : "jsonl")",
          text: isArray
            ? "[\(entries.joined(separator: ", "))]" : entries.joined(separator: "\n")))
    }
    let register = try readRegister(
      SourceTree(files: logs + [SamplePolicy.file]), settings: Settings(), jobs: .one)
    let found = reconcile(register.deploymentLogs, with: register, asOf: Self.asOf)
    #expect(found.deployments.count == count)
    #expect(found.repeated == 0)
    #expect(Set(found.deployments.map(\.deployment.id)).count == count)
  }

  /// Complete, not, or not to be told: by what the logs tell of a period.
  @Test(arguments: 0..<40)
  func completenessHasThreeAnswers(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let (isBegun, isEnded, isRecorded) = (
      random.below(2) == 0, random.below(2) == 0, random.below(3) > 0
    )
    let isUnread = random.below(4) == 0
    var lines = [entry("d1", "2026-03-02T03:00Z", system: "rpc-gateway")]
    if isBegun { lines.append(entry("d0", "2026-02-27T03:00Z", environment: "staging")) }
    if isEnded { lines.append(entry("d9", "2026-04-02T03:00Z", environment: "staging")) }
    let refused = ReadingProblem(
      .refusedFile(what: "symbolic link"),
      at: Place(startOf: SourceFile(path: "content/deployments/b.jsonl", bytes: [])))
    let register = try readRegister(
      SourceTree(
        files: (isRecorded ? [Self.record(1, day: 2)] : []) + [
          SamplePolicy.file,
          SourceFile(
            path: "content/deployments/a.jsonl", text: lines.joined(separator: "\n")),
        ], problems: isUnread ? [refused] : []), settings: Settings(), jobs: .one)
    let march = try #require(Period(.month, labelled: "2026-03", in: .utc))
    let all = try #require(register.reconciled(asOf: Self.asOf))
    let found = all.during(march.interval)
    let isKnown = isBegun && isEnded && !isUnread
    #expect(found.isComplete == (!isRecorded ? false : isKnown ? true : nil))
    #expect(found.doubts.isEmpty == isKnown)
    #expect(all.isComplete == (!isRecorded ? false : isUnread ? nil : true))
    // Of a month before the logs, of one that is not over and of one that has not begun nothing is known.
    for label in ["2025-12", "2027-01", "2027-06"] {
      let other = try #require(Period(.month, labelled: label, in: .utc))
      #expect(all.during(other.interval).isComplete == nil, "\(label)")
    }
  }

  @Test(arguments: ["", "[]", "\n\n", "finished,environment\n"])
  func emptyLogsTellNothing(text: String) throws {
    let name = text.hasPrefix("f") ? "a.csv" : text == "[]" ? "a.json" : "a.jsonl"
    let register = try readRegister(
      SourceTree(files: [
        SamplePolicy.file, SourceFile(path: "content/deployments/\(name)", text: text),
      ]), settings: Settings(), jobs: .one)
    let found = try #require(register.reconciled(asOf: Self.asOf))
    #expect(found.isComplete == nil)
  }

  /// What production is says the policy in force at the deployment.
  @Test(arguments: 1...28)
  func productionIsThatOfTheDay(day: Int) throws {
    func policy(_ version: String, _ from: String, _ name: String) -> SourceFile {
      let text = SamplePolicy.text.replacing("**Version:** 1.0", with: "**Version:** \(version)")
        .replacing("**Effective Date:** 2026-01-01", with: "**Effective Date:** \(from)")
      return SourceFile(
        path: "content/policy/POL-TEST-\(version).md",
        text: text + """


          ## 9. Environments

          | Environment | Purpose | Data |
          |---|---|---|
          | \(name) | Production | Real |
          """)
    }
    let at = "2026-03-\(day < 10 ? "0" : "")\(day)T03:00Z"
    let log = ["Mainnet", "Ledger"].map { entry($0, at, environment: $0) }
    let register = try readRegister(
      SourceTree(files: [
        policy("1.0", "2026-01-01", "Mainnet"), policy("2.0", "2026-03-15", "Ledger"),
        SourceFile(path: "content/deployments/a.jsonl", text: log.joined(separator: "\n")),
      ]), settings: Settings(), jobs: .one)
    let found = reconcile(register.deploymentLogs, with: register, asOf: Self.asOf)
    #expect(found.deployments.map(\.deployment.id) == [day < 15 ? "Mainnet" : "Ledger"])
  }

  /// What a log says of a time to come is in no number but its own.
  @Test func entriesOfLaterAreCounted() throws {
    let found = try result(
      [Self.record(1, day: 2)],
      [
        entry("d1", "2026-03-02T03:00Z", system: "rpc-gateway"), entry("d2", "2027-03-02T03:00Z"),
        entry("d3", "2027-04-02T03:00Z", environment: "staging"),
      ])
    #expect(found.ahead.map(\.id) == ["d2", "d3"])
    #expect(found.deployments.count + found.elsewhere.count == 1)
  }

  @Test func otherEnvironmentsAreNamed() throws {
    let found = try result(
      [],
      ["staging", "produciton", "staging", "dev"].enumerated().map {
        entry("d\($0)", "2026-03-0\($0 + 1)T03:00Z", environment: $1)
      })
    #expect(
      found.environments.map { "\($0.name) \($0.count)" } == ["dev 1", "produciton 1", "staging 2"])
  }

  /// Between the work and a rollback long after nothing belongs to the record by time.
  @Test func aRollbackMonthsLaterSpansNothing() throws {
    let found = try result(
      [
        Self.record(
          1, day: 2, "rollback: {at: 2026-05-02T05:00Z, trigger: Latency, verified: true}")
      ],
      [
        entry("d1", "2026-03-02T03:00Z", system: "rpc-gateway"),
        entry("d2", "2026-04-02T03:00Z", system: "rpc-gateway"),
        entry("d3", "2026-05-02T05:00Z", system: "rpc-gateway"),
      ])
    #expect(
      found.deployments.map { $0.change == nil ? "none" : $0.isRollback ? "back" : "work" }
        == ["work", "none", "back"])
  }

  /// By time the record is the one that a walk over all of them gives.
  @Test(arguments: 0..<12)
  func nearInTimeIsWhatAWalkFinds(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let days = (1...28).filter { _ in random.below(2) == 0 }
    let files = days.map { Self.record($0, day: $0) }
    let lines = (0..<60).map { index in
      let day = 1 + random.below(28)
      let hour = random.below(8)
      return entry(
        "d\(index)", "2026-03-\(day < 10 ? "0" : "")\(day)T0\(hour):30Z", system: "rpc-gateway")
    }
    let found = try result(files, lines)
    for one in found.deployments {
      let text = one.deployment.at.rfc3339
      let day = Int(text.dropFirst(8).prefix(2)) ?? 0
      let hour = Int(text.dropFirst(11).prefix(2)) ?? 0
      // The work goes from 02:00 to 03:00, and an hour on either side is within the tolerance.
      let isNear = days.contains(day) && (1...3).contains(hour)
      #expect((one.change != nil) == isNear, "\(text)")
    }
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
    #expect(found.isComplete == true)
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
    #expect(found.isComplete == false)
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
    #expect(found.isComplete == true)
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
