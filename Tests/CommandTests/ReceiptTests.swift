import Foundation
import TestSupport
import Testing

/// A receipt is verified as a whole: what somebody changed in it is named.
@Suite struct ReceiptTests {
  private let site: GateSite

  init() throws { site = try GateSite() }

  private func receipt(_ question: [String]) throws -> [String: Any] {
    let run = try site.gate(
      question + ["--as-of", "2026-03-08T00:00Z", "--receipt", "kept.json"])
    #expect(run.status == 0 || run.status == 1)
    let data = try Data(contentsOf: site.folder.url.appending(path: "kept.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func verify(_ document: [String: Any]) throws -> Program.Run {
    let data = try JSONSerialization.data(withJSONObject: document)
    try data.write(to: site.folder.url.appending(path: "kept.json"))
    return try site.gate(["--verify", "kept.json"])
  }

  @Test func sameFilesGiveTheSameAnswer() throws {
    #expect(try verify(try receipt(GateSite.open)).status == 0)
    let closed = GateSite.open.map { $0 == "2026-03-09T03:00Z" ? "2026-12-24T12:00Z" : $0 }
    #expect(try verify(try receipt(closed)).status == 1)
  }

  /// Of each member of the answer in turn.
  @Test func namesTheMemberThatWasChanged() throws {
    let document = try receipt(GateSite.open)
    #expect(document.count > 15)
    for key in ["because", "files", "next", "policies", "state", "until"] {
      var changed = document
      switch changed[key] {
      case let text as String: changed[key] = text.hasSuffix("Z") ? "2026-03-09T03:00:01Z" : "x"
      case let list as [Any]: changed[key] = list.isEmpty ? ["x"] : []
      case is [String: Any]: changed[key] = [:] as [String: Any]
      default: changed[key] = "x"
      }
      let run = try verify(changed)
      #expect(run.status == 2 || run.status == 64, "\(key): \(run.status) \(run.output)")
      #expect(try verify(document).status == 0)
    }
  }
}
