import Chronology
import DeploymentLogs
import SourceText
import TestSupport
import Testing

/// Logs of deployments of each form.
@Suite struct LogReadingTests {
  private func read(_ text: String, _ name: String = "log.jsonl") -> DeploymentLog {
    readDeploymentLog(
      SourceFile(path: "content/deployments/\(name)", text: text), zone: .utc)
  }

  private func described(_ log: DeploymentLog) -> [String] {
    log.deployments.map { one in
      [
        one.id, one.environment ?? "-", one.system ?? "-", one.revision ?? "-", one.artifact ?? "-",
        one.record ?? "-", one.started?.rfc3339 ?? "-", one.finished?.rfc3339 ?? "-",
        one.status.rawValue, one.by ?? "-", one.isRollback ? "rollback" : "-",
      ].joined(separator: " ")
    }
  }

  @Test func readsOurOwnLines() {
    let log = read(
      """
      {"id": "1", "environment": "production", "system": "rpc", "revision": "0a1b2c3d", "artifact": "rpc:2", "record": "CHG-1", "started": "2026-03-02T09:00Z", "finished": "2026-03-02T10:00:30+01:00", "status": "succeeded", "by": "ann", "rollback": true}

      {"finished": "2026-03-02T09:00Z"}
      """)
    #expect(
      described(log) == [
        "1 production rpc 0a1b2c3d rpc:2 CHG-1 2026-03-02T09:00:00Z 2026-03-02T09:00:30Z succeeded ann rollback",
        "log.jsonl:3 - - - - - - 2026-03-02T09:00:00Z unknown - -",
      ])
    #expect(log.problems.isEmpty)
  }

  @Test func readsTables() {
    let log = read(
      "Env,Commit,Deployed at,Status,Remark,id\r\n"
        + "prod,0a1b2c3,2026-03-02T09:00Z,ok,\"two\nlines, \"\"quoted\"\"\",7\r\n", "log.csv")
    #expect(described(log) == ["7 prod - 0a1b2c3 - - - 2026-03-02T09:00:00Z succeeded - -"])
    #expect(log.problems.isEmpty)
  }

  @Test func readsGitHub() {
    let log = read(
      """
      [{"id": 42, "sha": "0a1b2c3d", "task": "deploy", "environment": "production",
        "created_at": "2026-03-02T09:00:00Z", "creator": {"login": "ann"}, "payload": {"record": "CHG-1"},
        "statuses_url": "https://api.github.com/x", "statuses": [
          {"state": "inactive", "created_at": "2026-03-05T09:00:00Z"},
          {"state": "success", "created_at": "2026-03-02T09:05:00Z"}]}]
      """, "github.json")
    #expect(
      described(log) == [
        "42 production - 0a1b2c3d - CHG-1 2026-03-02T09:00:00Z 2026-03-02T09:05:00Z succeeded ann -"
      ])
  }

  @Test func readsGitLab() {
    let log = read(
      """
      [{"id": 41, "iid": 1, "ref": "main", "sha": "a91957a8", "status": "failed",
        "created_at": "2026-08-11T11:32:35.444Z", "updated_at": "2026-08-11T11:34:01.123Z",
        "user": {"username": "root"}, "environment": {"id": 9, "name": "production"},
        "deployable": {"started_at": "2026-08-11T11:33:00Z", "finished_at": "2026-08-11T11:34:00Z"}}]
      """, "gitlab.json")
    #expect(
      described(log) == [
        "41 production - a91957a8 - - 2026-08-11T11:33:00Z 2026-08-11T11:34:00Z failed root -"
      ])
  }

  @Test func readsArgoCD() {
    let log = read(
      """
      {"apiVersion": "v1", "kind": "List", "items": [{"kind": "Application", "metadata": {"name": "rpc",
       "labels": {"env": "prod"}}, "spec": {"destination": {"namespace": "rpc"}}, "status": {"history": [
        {"id": 0, "revision": "aaaaaaa1", "deployStartedAt": "2026-03-01T09:00:00Z", "deployedAt": "2026-03-01T09:01:00Z"},
        {"id": 1, "revision": "bbbbbbb2", "deployedAt": "2026-03-02T09:00:00Z", "initiatedBy": {"username": "ann"}},
        {"id": 2, "revision": "aaaaaaa1", "deployedAt": "2026-03-02T10:00:00Z"}]}}, {"kind": "Application",
        "metadata": {"name": "empty"}, "status": {}}]}
      """, "argo.json")
    #expect(
      described(log) == [
        "rpc-0 prod rpc aaaaaaa1 - - 2026-03-01T09:00:00Z 2026-03-01T09:01:00Z succeeded - -",
        "rpc-1 prod rpc bbbbbbb2 - - - 2026-03-02T09:00:00Z succeeded ann -",
        "rpc-2 prod rpc aaaaaaa1 - - - 2026-03-02T10:00:00Z succeeded - rollback",
      ])
  }

  @Test func readsCDEvents() {
    let log = read(
      """
      {"context": {"version": "0.4.1", "id": "e1", "source": "/ci", "type": "dev.cdevents.service.deployed.0.2.0", "timestamp": "2026-03-02T09:00:00Z"}, "subject": {"id": "rpc", "type": "service", "content": {"environment": {"id": "prod"}, "artifactId": "pkg:oci/rpc@sha256%3Aab"}}}
      {"specversion": "1.0", "type": "dev.cdevents.service.rolledback.0.2.0", "data": {"context": {"id": "e2", "type": "dev.cdevents.service.rolledback.0.2.0", "timestamp": "2026-03-02T10:00:00Z"}, "subject": {"id": "rpc", "content": {"environment": {"id": "prod"}}}}}
      {"context": {"id": "e3", "type": "dev.cdevents.pipelinerun.started.0.2.0", "timestamp": "2026-03-02T09:00:00Z"}, "subject": {"id": "p"}}
      """)
    #expect(
      described(log) == [
        "e1 prod rpc - pkg:oci/rpc@sha256%3Aab - - 2026-03-02T09:00:00Z succeeded - -",
        "e2 prod rpc - - - - 2026-03-02T10:00:00Z succeeded - rollback",
      ])
    #expect(log.passedOver == 1)
    #expect(log.problems.isEmpty)
  }

  /// Each is a problem at its own line, and the lines around it are read.
  @Test(
    arguments: [
      "{", "[]]", "{\"id\": 1}", "{\"finished\": \"2026-03-02 09:00\"}",
      "{\"finished\": \"tomorrow\"}",
      "{\"finished\": \"2026-03-02T09:00Z\", \"status\": \"maybe\"}", "\"text\"", "7", "{\"a\": 1}",
      "{\"finished\": \"2026-03-02T09:00Z\", \"finished\": \"2026-03-03T09:00Z\"}",
      "{\"finished\": \"2026-03-02T09:00Z\"} {}", "{\"id\": \"\\ud800\"}", "{\"id\": \"\\q\"}",
      "{\"finished\": \"1850-03-02T09:00Z\"}", String(repeating: "[", count: 200_000),
      "{\"finished\": \"2026-03-02T09:00Z\", \"id\": \"" + String(repeating: "x", count: 5_000)
        + "\"}",
      "{\"id\": 1e999999999999999999999999999999999999999999999999999999999999999999}",
    ])
  func aBadLineIsAProblemAtItsPlace(line: String) {
    let good = "{\"finished\": \"2026-03-02T09:00Z\"}"
    let log = read("\(good)\n\(line)\n\(good)\n")
    #expect(log.deployments.map(\.place.start.line).filter { $0 != 2 } == [1, 3])
    #expect(log.problems.map(\.place.start.line) == [2])
  }

  @Test func whatIsTooMuchIsSaid() {
    let log = read(String(repeating: "x\n", count: 5_000))
    #expect(log.problems.count == 101)
    let many = read(String(repeating: "{\"finished\": \"2026-03-02T09:00Z\"}\n", count: 100_005))
    #expect(many.deployments.count == 100_000)
    #expect(many.problems.map(\.place.start.line) == [100_001])
  }

  /// Damaged bytes end in deployments or problems, and no line is lost without a word.
  @Test(arguments: 0..<8)
  func damagedLogsNeverTrap(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let lines = [
      "{\"id\": \"1\", \"environment\": \"prod\", \"finished\": \"2026-03-02T09:00Z\", \"by\": \"\\u00e4\"}",
      "{\"context\": {\"id\": \"e1\", \"type\": \"dev.cdevents.service.deployed.0.2.0\", \"timestamp\": \"2026-03-02T09:00:00Z\"}, \"subject\": {\"id\": \"rpc\"}}",
      "{\"id\": 42, \"sha\": \"0a1b2c3d\", \"task\": \"deploy\", \"created_at\": \"2026-03-02T09:00:00Z\"}",
      "{\"id\": 41, \"iid\": 1, \"sha\": \"a91957a8\", \"created_at\": \"2026-08-11T11:32:35.444Z\"}",
      "{\"kind\": \"Application\", \"metadata\": {\"name\": \"rpc\"}, \"status\": {\"history\": [{\"id\": 0, \"deployedAt\": \"2026-03-01T09:01:00Z\"}]}}",
      "id,env,finished\n1,prod,2026-03-02T09:00Z\n\"2\",\"a\"\"b\",2026-03-02T09:00Z",
    ]
    for name in ["a.jsonl", "a.json", "a.csv"] {
      for _ in 0..<150 {
        var bytes = Array(lines[random.below(lines.count)].utf8)
        for _ in 0...random.below(4) {
          let place = random.below(bytes.count)
          switch random.below(4) {
          case 0: bytes[place] = UInt8(0x20 + random.below(0x5F))
          case 1: bytes.remove(at: place)
          case 2: bytes.insert(UInt8(ascii: "\""), at: place)
          default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
          }
          if bytes.isEmpty { bytes = [0x20] }
        }
        let log = read(String(decoding: bytes, as: UTF8.self), name)
        let told = log.deployments.count + log.passedOver + log.problems.count
        let isTable = name == "a.csv"
        let isBlank = bytes.allSatisfy { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
        #expect(told > 0 || isTable || isBlank, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
