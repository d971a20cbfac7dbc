import Foundation
import TestSupport
import Testing

/// The records of the repository itself, which were written to have these findings and no others
/// of the calendar's rules.
@Suite struct SampleYearTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func findsWhatTheSamplesWereWrittenToShow() throws {
    let run = try Program.run(
      ["check", "--as-of", "2026-11-20T12:00Z", "--format", "json"], in: Self.root)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let findings = try #require(document?["findings"] as? [[String: Any]])
    let codes = ["CB401", "CB402", "CB403", "CB404", "CB405", "CB407", "CB408", "CB409", "CB705"]
    var shown = findings.compactMap { finding -> String? in
      guard let code = finding["code"] as? String, codes.contains(code) else { return nil }
      let id = (finding["record"] as? String)?.suffix(4) ?? "none"
      return "\(id) \(code)\(finding["waived"] is NSNull ? "" : " waived")"
    }
    shown.sort()
    #expect(
      shown == [
        "0024 CB401", "0035 CB405", "0036 CB404", "0036 CB404", "0045 CB401 waived", "0046 CB402",
        "0051 CB403", "0053 CB407", "0054 CB407", "0062 CB402 waived", "0062 CB402 waived",
        "0073 CB408", "0075 CB408", "0077 CB404",
      ])
    #expect(!findings.contains { ["CB309", "CB709"].contains($0["code"] as? String) })
  }
}
