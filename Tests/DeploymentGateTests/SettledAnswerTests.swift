import Chronology
import Configuration
import DeploymentGate
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

/// The gate reads little of incidents whose freezes are over, and makes no freezes of them: its answer is
/// the one that it gives when every incident is read as a whole.
@Suite struct SettledAnswerTests {
  private static let file = SourceFile(path: FullPolicy.path, text: FullPolicy.text)
  /// Read once: what it says is the same in each of the cases.
  private static let policy = Ahead(.one) { [readPolicy(file, settings: Settings())] }
  private static let ids = ["INC-2026-001", "INC-2026-002", "INC-2026-003", "INC-2026-2", "", "x"]
  private static let systems = [
    "[web]", "[web, api]", "all", "[]", "the rest", "web?", "[backend]",
  ]
  private static let others = [
    "", "", "", "status: reopened\n", "until: 2026-05-09\n", "severity: high\n", "notes: none\n",
    "also: [api]\n", "sytems: [api]\n",
  ]
  private static let bodies = ["# It was slow\n", "", "---\nresolved: 2026-06-01T00:00Z\n---\n"]

  private static func incident(_ random: inout SplitMix) -> String {
    func any(_ texts: [String]) -> String { texts[random.below(texts.count)] }
    func instant() -> String {
      let day = random.below(12) + 1
      let forms = ["Z", "Z", "Z", "", "+02:00", "?"]
      return "2026-05-\(day < 10 ? "0" : "")\(day)T1\(random.below(10)):00" + any(forms)
    }
    let id = any(ids)
    return "---\n" + (id.isEmpty ? "" : "id: \(id)\n") + "systems: \(any(systems))\n"
      + (random.below(12) == 0 ? "" : "started: \(instant())\n")
      + (random.below(5) == 0 ? "" : "resolved: \(instant())\n") + any(others) + "---\n"
      + any(bodies)
  }

  private func answer(_ tree: SourceTree, at instant: Instant, isWhole: Bool) throws -> String {
    let register = try readRegister(
      tree, settings: Settings(), jobs: .one, asked: isWhole ? nil : instant,
      policies: Self.policy)
    let report = RegisterGate(register).ask(
      GateSubject(type: "Normal", risk: "Low", systems: ["web"]),
      over: Interval(start: instant, end: instant))
    let causes = report.because.map { "\($0.kind) \($0.text) \($0.place?.file.path ?? "")" }
    return "\(report.state) \(causes) \(report.until?.rfc3339 ?? "") "
      + (report.next?.interval.start.rfc3339 ?? "")
  }

  @Test(arguments: 0..<40)
  func isThatOfAllThatIsWritten(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let incidents = (0...random.below(4)).map { index in
      SourceFile(path: "content/incidents/\(index).md", text: Self.incident(&random))
    }
    let tree = SourceTree(files: incidents + [Self.file])
    let first = try #require(InstantText.read("2026-05-01T03:00Z", in: .utc)).instant
    for hours in stride(from: 0, to: 24 * 20, by: 31) {
      let instant = first + Int64(hours) * 3600
      let whole = try answer(tree, at: instant, isWhole: true)
      let settled = try answer(tree, at: instant, isWhole: false)
      #expect(settled == whole, "\(incidents.map { String(decoding: $0.bytes, as: UTF8.self) })")
    }
  }
}
