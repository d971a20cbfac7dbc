import Findings
import Foundation
import SourceText
import Synchronization
import TestSupport
import Testing

@testable import Preview

/// A preview of files that a test gives: what it answers, when it tells news, and how it ends.
@Suite struct SessionTests {
  /// Tells of a change when the test says so.
  private final class ToldWatch: ChangeWatch {
    private let told = Mutex(0)
    private let isOver = Atomic(false)

    func tell() { told.withLock { $0 += 1 } }
    func end() { isOver.store(true, ordering: .relaxed) }

    func wait() -> Bool {
      while !isOver.load(ordering: .relaxed) {
        let isTold = told.withLock { told in
          defer { told = max(0, told - 1) }
          return told > 0
        }
        if isTold { return true }
        usleep(1_000)
      }
      return false
    }
  }

  private final class Files: Sendable {
    let outcome = Mutex<Result<[String: String], Failed>>(.success([:]))
    let findings = Mutex<[Finding]>([])

    struct Failed: Error { let words: String }

    func build() -> PreviewOutcome {
      switch outcome.withLock({ $0 }) {
      case .failure(let failed): .failed(failed.words)
      case .success(let files):
        .built(
          PreviewBuild(findings: findings.withLock { $0 }) { path in
            files[path].map { Array($0.utf8) }
          })
      }
    }
  }

  private let files = Files()
  private let watch = ToldWatch()
  private let session: PreviewSession
  private let client: LoopbackClient

  private static let page = "<html><head><title>t</title></head><body>Hello</body></html>"

  init() throws {
    files.outcome.withLock {
      $0 = .success([
        "index.html": Self.page, "changes/index.html": Self.page, "changes/CHG-1.html": Self.page,
        "changes/CHG-1.md": "# t", "assets/theme.css": "a{}", "data/changes.json": "{}",
        "404.html": "<head></head>None",
      ])
    }
    let files = files
    session = try PreviewSession(port: 0, watch: watch) { files.build() }
    try session.start { _ in }
    client = LoopbackClient(port: session.port)
  }

  @Test func servesTheFilesOfTheBuild() throws {
    defer { session.stop() }
    let element = ReloadScript.element(build: 1)
    for path in ["/", "/changes/", "/changes/CHG-1.html"] {
      let answer = try client.get(path)
      #expect(answer.status == 200)
      #expect(answer.fields["content-type"] == "text/html; charset=utf-8")
      #expect(answer.text.replacingOccurrences(of: element, with: "") == Self.page)
      #expect(answer.text != Self.page)
    }
    #expect(try client.get("/changes/CHG-1.md").text == "# t")
    #expect(try client.get("/assets/theme.css").fields["content-type"] == "text/css; charset=utf-8")
    let answer = try client.get("/data/changes.json")
    #expect(answer.text == "{}" && answer.fields["cache-control"] == "no-store")
    #expect(answer.fields["cross-origin-resource-policy"] == "same-origin")
    let script = try client.get("/.changebook/reload.js?1")
    #expect(script.status == 200 && script.text.contains("location.reload()"))
    let folder = try client.get("/changes")
    #expect(folder.status == 301 && folder.fields["location"] == "changes/")
  }

  @Test func answersHeadWithoutABody() throws {
    defer { session.stop() }
    let whole = try client.get("/changes/")
    let head = try client.get("/changes/", method: "HEAD")
    #expect(head.status == 200 && head.body.isEmpty)
    #expect(head.fields["content-length"] == whole.fields["content-length"])
  }

  @Test func answersNothingElse() throws {
    defer { session.stop() }
    for path in [
      "/none", "/none/", "/assets/", "/assets", "/.changebook", "/.changebook/",
      "/%2e%2e/etc/passwd", "/../etc/passwd", "/%00", "/changes/%2e%2e/index.html", "/index.html/",
    ] {
      let answer = try client.get(path)
      #expect(answer.status == 404, "\(path)")
      #expect(answer.text.contains("None"))
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"] {
      #expect(try client.get("/", method: method).status == 405, "\(method)")
    }
    #expect(try client.get("/", host: "evil.example").status == 403)
    #expect(try client.get("/", fields: ["Origin: http://evil.example"]).status == 403)
    #expect(try client.get("/", fields: ["Content-Length: 4"]).status == 400)
    #expect(try client.send("GET / HTTP/1.1\r\n\r\n").status == 400)
    let long = String(repeating: "a", count: HTTPRequestHead.longest + 100)
    #expect(try client.get("/" + long).status == 431)
    // It goes on answering.
    #expect(try client.get("/").status == 200)
  }

  @Test func answersSeveralRequestsOfOneConnection() throws {
    defer { session.stop() }
    let host = "Host: 127.0.0.1:\(session.port)\r\n"
    let bytes = try client.exchange(
      Array(
        ("GET /changes/CHG-1.md HTTP/1.1\r\n\(host)\r\nHEAD / HTTP/1.1\r\n\(host)\r\n"
          + "GET /data/changes.json HTTP/1.1\r\n\(host)Connection: close\r\n\r\n").utf8))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 4)
    #expect(text.hasSuffix("{}"))
  }

  @Test func tellsWhoWaitsThatThereIsSomethingNew() throws {
    defer { session.stop() }
    let first = try client.get("/.changebook/state.js?-1").text
    #expect(first.hasPrefix("changebookPreview({\"build\":1,") && first.hasSuffix("});\n"))
    files.outcome.withLock { $0 = .success(["index.html": "<head></head>New"]) }
    watch.tell()
    // It is answered when the next build is there, and not before.
    let second = try client.get("/.changebook/state.js?1").text
    #expect(second.contains("\"build\":2,") && second.contains("\"generation\":2"))
    #expect(try client.get("/").text.contains("New"))
    // A build that fails leaves the last good one, and says why.
    files.outcome.withLock { $0 = .failure(Files.Failed(words: "no </script> policy")) }
    watch.tell()
    let third = try client.get("/.changebook/state.js?2").text
    #expect(third.contains("\"build\":2,") && third.contains("\"generation\":3"))
    #expect(third.contains("policy\"") && !third.contains("</script"))
    #expect(try client.get("/").text.contains("New"))
  }

  @Test func showsWhyThereIsNoSiteYet() throws {
    session.stop()
    let files = Files()
    files.outcome.withLock { $0 = .failure(Files.Failed(words: "no policy")) }
    let watch = ToldWatch()
    let session = try PreviewSession(port: 0, watch: watch) { files.build() }
    try session.start { _ in }
    defer { session.stop() }
    let client = LoopbackClient(port: session.port)
    let answer = try client.get("/anything")
    #expect(answer.status == 503 && answer.text.contains("reload.js?0"))
    #expect(try client.get("/.changebook/state.js?0").text.contains("\"failure\":\"no policy\""))
  }

  @Test func namesAPortThatIsInUse() throws {
    defer { session.stop() }
    let files = files
    do {
      _ = try PreviewSession(port: session.port, watch: ToldWatch()) { files.build() }
      Issue.record("two listen on one port")
    } catch {
      #expect(error.description.contains("port \(session.port) is in use"))
    }
  }

  @Test func endsWhileSomebodyWaits() throws {
    let client = client
    let waiting = SourceText.Thread { _ = try? client.get("/.changebook/state.js?1") }
    usleep(50_000)
    let begun = ContinuousClock.now
    session.stop()
    waiting?.join()
    #expect(begun.duration(to: .now) < .seconds(5))
    #expect(throws: (any Error).self) { try client.get("/") }
  }

  @Test func theScriptIsPutBeforeTheEndOfTheHead() {
    let element = ReloadScript.element(build: 7)
    for (page, expected) in [
      ("<head>a</head>b</head>", "<head>a\(element)</head>b</head>"), ("none", "none\(element)"),
      ("", element),
    ] {
      let made = ReloadScript.inserted(into: Array(page.utf8), build: 7)
      #expect(String(decoding: made, as: UTF8.self) == expected)
    }
  }
}
