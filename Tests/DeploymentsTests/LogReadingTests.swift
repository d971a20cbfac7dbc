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

  /// Whatever is given in the place of a text is a problem, and never a fact that is not given.
  @Test(arguments: 0..<40)
  func aValueThatIsNoTextIsAProblem(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let names = [
      "id", "environment", "env", "revision", "commit", "artifact", "system", "service", "record",
      "status", "by", "started",
    ]
    let name = names[random.below(names.count)]
    let value = ["[\"rpc\"]", "{\"name\": \"rpc\"}", "true", "[]", "{}"][random.below(5)]
    let log = read("{\"finished\": \"2026-03-02T09:00Z\", \"\(name)\": \(value)}")
    #expect(log.deployments.isEmpty)
    #expect(log.problems.count == 1)
    let given = read("{\"finished\": \"2026-03-02T09:00Z\", \"\(name)\": null}")
    #expect(given.deployments.count == 1, "\(name)")
  }

  /// A name with a letter less, more or swapped is a problem where its fact is not given otherwise.
  @Test(arguments: 0..<40)
  func aMisspeltNameIsAProblem(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let names = ["environment", "revision", "artifact", "system", "record", "started", "status"]
    let name = names[random.below(names.count)]
    var letters = Array(name)
    let place = 1 + random.below(letters.count - 2)
    switch random.below(3) {
    case 0: letters.remove(at: place)
    case 1: letters.insert("x", at: place)
    default: letters.swapAt(place, place + 1)
    }
    guard String(letters) != name else { return }
    let entry = "{\"finished\": \"2026-03-02T09:00Z\", \"\(String(letters))\": \"x\""
    #expect(read(entry + "}").problems.count == 1, "\(String(letters))")
    let value = name == "status" ? "ok" : name == "started" ? "2026-03-02T08:00Z" : "y"
    #expect(read(entry + ", \"\(name)\": \"\(value)\"}").deployments.count == 1)
    let table = "finished,\(String(letters))\n2026-03-02T09:00Z,x\n"
    #expect(read(table, "a.csv").problems.count == 1, "\(String(letters))")
  }

  @Test(arguments: ["stage", "host", "pipeline", "url", "branch", "notes", "region", "duration"])
  func otherNamesAreOfNoConcern(name: String) {
    #expect(
      read("{\"finished\": \"2026-03-02T09:00Z\", \"\(name)\": [1]}").problems.isEmpty)
  }

  @Test(arguments: 0..<20)
  func whatWasOverBeforeItStartedIsAProblem(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let (start, end) = (10 + random.below(40), 10 + random.below(40))
    let log = read(
      "{\"started\": \"2026-03-02T09:\(start)Z\", \"finished\": \"2026-03-02T09:\(end)Z\"}")
    #expect(log.problems.count == (end < start ? 1 : 0))
    #expect(log.deployments.count == (end < start ? 0 : 1))
  }

  @Test(
    arguments: [
      ("true", true), ("false", false), ("\"true\"", true), ("\"false\"", false), ("null", false),
      ("\"yes\"", nil), ("1", nil), ("\"0\"", nil), ("[true]", nil), ("\"maybe\"", nil),
    ] as [(String, Bool?)])
  func rollbackIsTrueOrFalse(value: String, expected: Bool?) {
    let log = read("{\"finished\": \"2026-03-02T09:00Z\", \"rollback\": \(value)}")
    #expect(log.deployments.first?.isRollback == expected)
    #expect(log.problems.count == (expected == nil ? 1 : 0))
  }

  /// A row has at most as many fields as the first one, and columns are parted by commas.
  @Test func tablesThatDoNotFit() {
    let rows = (0..<6).map { "2026-03-02T09:00Z,prod" + String(repeating: ",x", count: $0) }
    let log = read("finished,env,note\n" + rows.joined(separator: "\n"), "log.csv")
    #expect(log.deployments.map(\.place.start.line) == [2, 3])
    #expect(log.problems.map(\.place.start.line) == [4, 5, 6, 7])
    let other = read("finished;env\n2026-03-02T09:00Z;prod\n", "log.csv")
    #expect(other.deployments.isEmpty)
    guard case .unreadableDeployment(let reason)? = other.problems.first?.kind else {
      Issue.record("a table without columns is a problem")
      return
    }
    #expect(reason.contains("commas"))
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

  /// `inactive` neither moves a deployment nor says how it went; without another status it was made.
  @Test(arguments: 0..<30)
  func inactiveSaysNothing(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let ends = ["failure", "success", "error"]
    let end = random.below(ends.count + 1)
    var statuses = end < ends.count ? [(ends[end], "2026-03-02T09:05:00Z")] : []
    for day in 0..<(1 + random.below(3)) {
      statuses.append(("inactive", "2026-03-0\(4 + day)T09:00:00Z"))
    }
    for index in statuses.indices { statuses.swapAt(index, random.below(statuses.count)) }
    let list = statuses.map { "{\"state\": \"\($0.0)\", \"created_at\": \"\($0.1)\"}" }
    let log = read(
      """
      {"id": 42, "sha": "0a1b2c3d", "task": "deploy", "created_at": "2026-03-02T09:00:00Z", "statuses": [\(list.joined(separator: ","))]}
      """)
    let expected: DeploymentStatus = [.failed, .succeeded, .failed, .unknown][end]
    #expect(log.deployments.map(\.status) == [expected])
    #expect(
      log.deployments.map(\.at.rfc3339) == [
        end < ends.count ? "2026-03-02T09:05:00Z" : "2026-03-02T09:00:00Z"
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

  /// Of several sources all revisions count: what was there before the last sync, and not in it, comes
  /// back. The annotation is of the last sync.
  @Test(arguments: 0..<40)
  func syncsOfSeveralSources(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let isSeveral = random.below(2) == 0
    let syncs = (0..<(1 + random.below(8))).map { _ in
      isSeveral
        ? ["chart-1", "values-\(random.below(3))"] : ["aaaaaaa\(random.below(3))"]
    }
    let history = syncs.enumerated().map { index, revisions in
      let quoted = revisions.map { "\"\($0)\"" }
      let revision =
        isSeveral
        ? "\"revisions\": [\(quoted.joined(separator: ","))]" : "\"revision\": \(quoted[0])"
      return "{\"id\": \(index), \(revision), \"deployedAt\": \"2026-03-0\(index + 1)T09:00:00Z\"}"
    }
    let log = read(
      """
      {"kind": "Application", "metadata": {"name": "rpc", "annotations": {"changebook/record": "CHG-1"}},
       "status": {"history": [\(history.joined(separator: ","))]}}
      """, "argo.json")
    let expected = syncs.indices.map { index in
      index > 0 && syncs[index] != syncs[index - 1] && syncs[..<index].contains(syncs[index])
    }
    #expect(log.deployments.map(\.isRollback) == expected)
    #expect(
      log.deployments.map(\.record) == syncs.indices.map { $0 == syncs.count - 1 ? "CHG-1" : nil })
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
