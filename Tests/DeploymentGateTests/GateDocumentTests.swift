import Calendar
import Chronology
import Configuration
import DeploymentGate
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

/// What lies beside the policy, and what the policy says of itself, never leaves the gate open by
/// being passed over; and what is of another matter does not shut it.
@Suite struct GateDocumentTests {
  private static let path = FullPolicy.path

  private func state(
    _ documents: [String: String], at time: String = "2026-03-09T03:00Z",
    settings: Settings = Settings()
  ) throws -> Decision.State {
    let files = documents.keys.sorted().map { path in
      SourceFile(path: path, text: documents[path] ?? "")
    }
    let register = try readRegister(
      SourceTree(files: files), settings: settings, jobs: Jobs(1))
    let start = try #require(InstantText.read(time, in: .utc)).instant
    return RegisterGate(register).ask(
      GateSubject(type: "Normal", risk: "High", systems: ["rpc"]),
      over: Interval(start: start, end: start)
    ).state
  }

  @Test func isOpenWithThePolicyAlone() throws {
    #expect(try state([Self.path: FullPolicy.text]) == .open)
  }

  @Test(arguments: [
    "# Annex A\n\n| Period | Duration | Changes Allowed |\n|---|---|---|\n| Fair | Mar 1 - Mar 20 | None |\n",
    "# Annex B\n\nNo changes from Mar 1 to Mar 20.\n",
    "# Other\n\n**Document ID:** POL-X\n**Effective Date:** 2026-02-01\n\n"
      + "| Type | Approval | Lead Time |\n|---|---|---|\n| Normal | CAB review | 1 day |\n\n"
      + "| Window | Time | Applies To |\n|---|---|---|\n| A | 24/7 | Normal |\n",
  ])
  func isNotOpenBesideADocumentThatDecides(_ text: String) throws {
    #expect(
      try state([Self.path: FullPolicy.text, "content/policy/other.md": text]) == .unknown)
  }

  @Test(arguments: [
    "# Backups\n\n**Document ID:** POL-9\n**Effective Date:** 2026-02-01\n\n"
      + "| Metric | Target |\n|---|---|\n| Restore rate | >95% |\n\n"
      + "| Version | Date |\n|---|---|\n| 1 | 2026-01-01 |\n",
    "# Policies\n\nHere are the policies of the company.\n",
  ])
  func isOpenBesideOneOfAnotherMatter(_ text: String) throws {
    #expect(try state([Self.path: FullPolicy.text, "content/policy/other.md": text]) == .open)
  }

  @Test func aDraftThatFollowsIsNotTakenForThePolicy() throws {
    let draft = FullPolicy.text
      .replacing(
        "**Effective Date:** 2026-01-01", with: "**Effective Date:** 2026-02-01\n**Status:** Draft")
    let documents = [Self.path: FullPolicy.text, "content/policy/next.md": draft]
    #expect(try state(documents) == .unknown)
    #expect(try state(documents, at: "2026-01-26T03:00Z") == .open)
    var settings = Settings()
    settings.policy = Self.path
    #expect(try state(documents, settings: settings) == .open)
  }

  @Test func isNotOpenAfterTheLastDayOfThePolicy() throws {
    let text = FullPolicy.text
      .replacing(
        "**Effective Date:** 2026-01-01",
        with: "**Effective Date:** 2026-01-01\n**Valid until:** 2026-03-09")
    #expect(try state([Self.path: text]) == .open)
    #expect(try state([Self.path: text], at: "2026-03-10T03:00Z") == .unknown)
  }
}
