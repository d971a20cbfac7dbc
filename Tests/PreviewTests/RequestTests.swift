import TestSupport
import Testing

@testable import Preview

/// What a preview takes for a request, and for a path of the site.
@Suite struct RequestTests {
  private static func head(_ text: String) -> Result<HTTPRequestHead, HTTPRefusal> {
    Result { () throws(HTTPRefusal) in try HTTPRequestHead(Array(text.utf8)) }
  }

  @Test func readsWhatBrowsersSend() throws {
    let head = try Self.head(
      "GET /a?b HTTP/1.1\r\nHost: 127.0.0.1:8000\r\nAccept:  */* \r\nAccept: x\r\n\r\n"
    ).get()
    #expect(head.method == "GET" && head.target == "/a?b" && head.keepsOpen)
    #expect(head.values("host") == ["127.0.0.1:8000"])
    #expect(head.values("accept") == ["*/*", "x"])
    #expect(try !Self.head("GET / HTTP/1.0\r\n\r\n").get().keepsOpen)
    #expect(
      try !Self.head("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").get().keepsOpen)
  }

  @Test(arguments: [
    "", "\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
    "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / a HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n  goes on\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nA: b\0c\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nA: b\rc\r\n\r\n", "G\u{E9}T / HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func refusesWhatIsNoRequest(text: String) {
    #expect(Self.head(text).failure == .malformed)
  }

  @Test func refusesBodiesAndOtherVersions() {
    for field in [
      "Content-Length: 5", "Content-Length: 0\r\nContent-Length: 7", "Content-Length: x",
      "Transfer-Encoding: chunked",
    ] {
      #expect(Self.head("GET / HTTP/1.1\r\nHost: a\r\n\(field)\r\n\r\n").failure == .hasBody)
    }
    #expect(Self.head("GET / HTTP/2.0\r\nHost: a\r\n\r\n").failure == .unknownVersion)
  }

  /// No bytes at all make it trap.
  @Test func readsAnyBytes() {
    var random = SplitMix(seed: 601)
    let pieces = [
      "GET", " ", "/", "HTTP/1.1", "\r\n", "\r", "\n", ":", "Host", "a", "\0", "\u{FF}",
    ]
    for _ in 0..<3_000 {
      let text = (0..<random.below(20)).map { _ in pieces[random.below(pieces.count)] }.joined()
      if case .success(let head) = Self.head(text) { #expect(!head.method.isEmpty) }
    }
  }

  @Test(arguments: [
    ("/", "index.html"), ("/a/", "a/index.html"), ("/a/b.html?x=/../", "a/b.html"),
    ("/%61", "a"), ("/%C3%A9.html", "\u{E9}.html"), ("/a%20b", "a b"), ("/a..b/...", "a..b/..."),
  ])
  func readsPaths(target: String, file: String) {
    #expect(RequestedPath(target: target)?.file == file)
  }

  @Test(arguments: [
    "", "a", "http://127.0.0.1/", "*", "//", "//a", "/a//b", "/.", "/..", "/./a", "/../a", "/a/..",
    "/a/../b", "/%2e%2e/a", "/%2E%2e/", "/.%2e/a", "/a%2fb", "/a%2F..%2Fb", "/%00", "/a%00.html",
    "/a%0a", "/a%7f", "/a\\b", "/a%5cb", "/%", "/%1", "/%zz", "/%ff", "/%c3", "/a%23b", "/%+1",
  ])
  func refusesEveryOtherPath(target: String) {
    #expect(RequestedPath(target: target) == nil)
  }

  /// Whatever is sent, a path stays below the site.
  @Test func noPathLeadsOut() {
    var random = SplitMix(seed: 602)
    let pieces = ["/", ".", "..", "%2e", "%2f", "%5c", "%00", "a", "%61", "?", "%", "\\", "%252e"]
    for _ in 0..<20_000 {
      let target =
        "/" + (0..<random.below(9)).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let path = RequestedPath(target: target)?.file else { continue }
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }, "\(target)")
      #expect(!path.utf8.contains { $0 < 0x20 || $0 == 0x5C }, "\(target)")
    }
  }

  private static func fault(_ fields: String, port: UInt16 = 8000) throws -> String? {
    let head = try head("GET / HTTP/1.1\r\n\(fields)\r\n\r\n").get()
    return SameOrigin(port: port).fault(of: head)
  }

  @Test(arguments: [
    "Host: 127.0.0.1:8000", "Host: LocalHost:8000",
    "Host: localhost:8000\r\nOrigin: http://127.0.0.1:8000",
    "Host: localhost:8000\r\nSec-Fetch-Site: same-origin",
    "Host: localhost:8000\r\nSec-Fetch-Site: none",
    "Host: localhost:8000\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document",
  ])
  func answersItsOwnPages(fields: String) throws {
    #expect(try Self.fault(fields) == nil)
  }

  @Test(arguments: [
    "Host: evil.example", "Host: evil.example:8000", "Host: 127.0.0.1", "Host: 127.0.0.1:80",
    "Host: 127.0.0.1:8000.evil.example", "Host: localhost:8000\r\nOrigin: http://evil.example",
    "Host: localhost:8000\r\nOrigin: null",
    "Host: localhost:8000\r\nOrigin: https://localhost:8000",
    "Host: localhost:8000\r\nOrigin: http://localhost:3000",
    "Host: localhost:8000\r\nSec-Fetch-Site: cross-site",
    "Host: localhost:8000\r\nSec-Fetch-Site: same-site",
    "Host: localhost:8000\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script",
    "Host: localhost:8000\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe",
  ])
  func answersNobodyElse(fields: String) throws {
    #expect(try Self.fault(fields) != nil)
  }

  @Test func portEightyNeedNotBeNamed() throws {
    #expect(try Self.fault("Host: localhost", port: 80) == nil)
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
