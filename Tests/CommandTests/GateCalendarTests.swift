import Foundation
import TestSupport
import Testing

/// What the gate says at the edges of the policy's freeze and windows, for every type and risk.
@Suite struct GateCalendarTests {
  static let types = ["standard", "normal", "emergency", "runtime-upgrade"]

  /// Instants, and who may run then: `a` all, `e` emergencies, `s` these and standard changes, `w`
  /// these and whoever may use the low-traffic window, `p` these and the plain changes of the
  /// business hours.
  static let instants = [
    ("2026-12-19T23:59:59Z", "s"), ("2026-12-20T00:00Z", "e"), ("2026-12-20T23:59Z", "e"),
    ("2027-01-05T23:59Z", "e"), ("2027-01-06T00:00Z", "s"), ("2027-01-06T02:00Z", "w"),
    ("2027-01-06T06:00Z", "s"), ("2027-01-06T13:59:59Z", "s"), ("2027-01-06T14:00Z", "p"),
    ("2028-02-29T02:00Z", "w"), ("2028-02-29T18:00Z", "s"),
  ]

  @Test(arguments: types, ["Low", "medium", "HIGH", "critical"])
  func decidesForEveryTypeAndRisk(_ type: String, _ risk: String) throws {
    let site = try GateSite()
    let isPlain = type == "normal" && ["Low", "medium"].contains(risk)
    for (instant, who) in Self.instants {
      let isOpen =
        switch who {
        case "e": type == "emergency"
        case "s": type == "emergency" || type == "standard"
        case "w": true
        default: type == "emergency" || type == "standard" || isPlain
        }
      let run = try site.gate(["--type", type, "--risk", risk, "--at", instant])
      #expect(run.status == (isOpen ? 0 : 1), "\(instant): \(run.output)\(run.diagnostics)")
      #expect(run.output.hasPrefix(isOpen ? "open  " : "closed  "))
    }
  }

  @Test func answersAsThePolicyOfTheDocumentationReads() throws {
    let run = try GateSite().gate([
      "--type", "normal", "--risk", "high", "--at", "2026-12-24T03:00Z", "--for", "45m",
    ])
    #expect(run.status == 1)
    #expect(
      run.output == """
        closed  Normal, High risk, at 2026-12-24 03:00 UTC
          because  Holiday freeze, Dec 20 - Jan 5: Emergency only        content/policy/POL-TEST-002.md:165 (§8.2)
          opens    2027-01-06 02:00 UTC, Low-traffic window, until 06:00

        """)
  }

  @Test(arguments: ["45m", "PT45M", "45 min"])
  func asksWhetherAllOfADurationFits(duration: String) throws {
    let site = try GateSite()
    let common = ["--type", "normal", "--risk", "high", "--for", duration]
    #expect(try site.gate(common + ["--at", "2026-03-09T05:15Z"]).status == 0)
    let late = try site.gate(common + ["--at", "2026-03-09T05:16Z"])
    #expect(late.status == 1)
    #expect(late.output.contains("too short for 45 min, it closes at 06:00"))
    #expect(late.output.contains("opens    2026-03-10 02:00 UTC"))
  }

  @Test func readsTheClockFromTheAsOf() throws {
    let site = try GateSite()
    let common = ["--type", "normal", "--risk", "high"]
    #expect(try site.gate(common + ["--as-of", "2026-03-09T03:00Z"]).status == 0)
    #expect(try site.gate(common + ["--as-of", "2026-03-09T07:00Z"]).status == 1)
    let both = ["--as-of", "2026-03-09T07:00Z", "--at", "2026-03-09T03:00Z"]
    #expect(try site.gate(common + both).status == 0)
  }

  @Test func isTheSameInAnyZoneAndLocale() throws {
    let site = try GateSite()
    let call =
      ["gate"] + GateSite.open + ["--format", "json", "--as-of", "2026-03-09T00:00Z"]
    let one = try Program.run(call, in: site.folder.url, environment: ["TZ": "Asia/Kathmandu"])
    let two = try Program.run(call, in: site.folder.url, environment: ["LC_ALL": "tr_TR.UTF-8"])
    #expect(one.status == 0)
    #expect(one.output == two.output)
  }

  // MARK: After incidents

  static let incident = """
    ---
    id: INC-2026-003
    systems: [rpc-gateway]
    started: 2026-05-02T11:20Z
    resolved: 2026-05-02T14:05Z
    ---
    # Outage
    """

  static func status(
    _ site: GateSite, at instant: String, type: String = "standard", fixing: String? = nil,
    system: String = "rpc-gateway"
  ) throws -> Int32 {
    try site.gate(
      ["--type", type, "--risk", "low", "--system", system, "--at", instant]
        + (fixing.map { ["--incident", $0] } ?? [])
    ).status
  }

  @Test func freezesFromTheIncidentUntilTwoDaysAfterItsEnd() throws {
    let site = try GateSite(["content/incidents/INC-2026-003.md": Self.incident])
    #expect(try Self.status(site, at: "2026-05-02T11:19:59Z") == 0)
    #expect(try Self.status(site, at: "2026-05-02T11:20Z") == 1)
    #expect(try Self.status(site, at: "2026-05-04T14:04:59Z") == 1)
    #expect(try Self.status(site, at: "2026-05-04T14:05Z") == 0)
    #expect(try Self.status(site, at: "2026-05-03T00:00Z", system: "explorer") == 0)
    #expect(try Self.status(site, at: "2026-05-03T00:00Z", system: "all") == 1)
  }

  @Test func letsFixesOfTheIncidentPass() throws {
    let site = try GateSite(["content/incidents/INC-2026-003.md": Self.incident])
    #expect(try Self.status(site, at: "2026-05-03T00:00Z", fixing: "inc-2026-003") == 0)
    #expect(try Self.status(site, at: "2026-05-03T00:00Z", type: "emergency") == 1)
    let unknown = try site.gate(GateSite.open + ["--incident", "INC-2026-004"])
    #expect(unknown.status == 2)
    #expect(unknown.output.contains("did you mean `INC-2026-003`?"))
  }

  @Test func staysClosedWhileNobodyHasResolvedIt() throws {
    let open = Self.incident.split(separator: "\n").filter { !$0.hasPrefix("resolved") }
    let site = try GateSite([
      "content/incidents/INC-2026-003.md": open.joined(separator: "\n")
    ])
    #expect(try Self.status(site, at: "2026-05-02T11:19Z") == 0)
    #expect(try Self.status(site, at: "2031-05-02T11:20Z") == 1)
    let run = try site.gate([
      "--type", "normal", "--risk", "low", "--system", "rpc-gateway", "--at", "2026-05-05T03:00Z",
    ])
    #expect(run.output.contains("INC-2026-003 is not resolved"))
    #expect(run.output.contains("opens    at a time that nobody can foretell"))
  }

  @Test func saysThatWhatIsLongerThanEveryWindowNeverFits() throws {
    let site = try GateSite([:])
    let run = try site.gate([
      "--type", "normal", "--risk", "low", "--for", "5h", "--at", "2026-05-05T02:00Z",
    ])
    #expect(run.status == 1)
    #expect(run.output.contains("opens    never by the windows that it may use"))
  }

  @Test func unitesTheFreezesOfSeveralIncidents() throws {
    let second = """
      ---
      id: INC-2026-004
      systems: [rpc-gateway]
      started: 2026-05-04T10:00Z
      resolved: 2026-05-04T12:00Z
      ---
      """
    let site = try GateSite([
      "content/incidents/INC-2026-003.md": Self.incident,
      "content/incidents/INC-2026-004.md": second,
    ])
    #expect(try Self.status(site, at: "2026-05-04T14:05Z") == 1)
    #expect(try Self.status(site, at: "2026-05-06T12:00Z") == 0)
    // Both hold: a fix of one alone is stopped by the other.
    #expect(try Self.status(site, at: "2026-05-04T13:00Z", fixing: "INC-2026-003") == 1)
    let both = try site.gate([
      "--type", "normal", "--risk", "low", "--system", "rpc-gateway", "--at",
      "2026-05-04T03:00Z", "--incident", "INC-2026-003", "--incident", "INC-2026-004",
    ])
    #expect(both.status == 0)
  }

  @Test func letsOnlyRelatedEmergenciesPassTwoFreezes() throws {
    let holiday = """
      ---
      id: INC-2026-009
      started: 2026-12-23T10:00Z
      ---
      """
    let site = try GateSite(["content/incidents/INC-2026-009.md": holiday])
    let at = "2026-12-24T03:00Z"
    #expect(try Self.status(site, at: at, type: "emergency", fixing: "INC-2026-009") == 0)
    #expect(try Self.status(site, at: at, type: "emergency") == 1)
    #expect(try Self.status(site, at: at, type: "normal", fixing: "INC-2026-009") == 1)
  }
}
