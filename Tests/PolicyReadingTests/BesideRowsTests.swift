import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// What stands around the rows of windows and freezes and limits or extends them is named; what does
/// not is left alone.
@Suite struct BesideRowsTests {
  static let reversals = [
    "closed", "Closed in March", "blackout", "code freeze", "suspended", "not used", "never",
    "no deployments",
    "obsolete", "draft", "proposed", "on hold", "off limits", "don't deploy", "isn't valid",
  ]
  static let limits = [
    "except Fridays", "only staging", "Staging", "until 2025", "unless the CAB agrees",
    "but not for databases", "nicht im Winter", "sauf en mars et pendant les fêtes", "3月は不可", "TBD",
    "open?",
    "see note*", "without databases",
  ]
  static let remarks = [
    "Mon-Thu", "from March on", "a week before", "if traffic is low", "after approval by ops",
    "plus one week in leap years", "also the week before", "extended by the CAB", "over Christmas",
    "needs two people",
  ]
  static let harmless = [
    "Most people are at work", "OPS-12", "Platform team", "Ann Smith", "Sales, Support",
    "#releases",
    "Traffic is low", "Agreed with sales", "https://wiki.example/x", "-", "", "CAB",
  ]

  private func decides(_ text: String) -> Set<ReadingProblem.Decides> {
    Set(SentencePolicy.unread(text).map(\.decides))
  }

  /// Every place beside a row of windows, with every text that limits one there.
  @Test(arguments: reversals + limits)
  func namesWhatLimitsAWindow(_ limit: String) {
    let row = SentencePolicy.windowRow
    let texts = [
      SentencePolicy.text(windowRow: row.replacing("Business hours", with: limit)),
      SentencePolicy.text(windowRow: row.replacing("hours", with: "hours (\(limit))")),
      SentencePolicy.text(heading: "Windows (\(limit))"),
      SentencePolicy.text(above: "Deployment windows: \(limit)"),
      SentencePolicy.text(windowHead: "| Window (\(limit)) | Time (UTC) | Applies To |"),
      SentencePolicy.text(windowHead: "| Window | Time (UTC) | Applies To (\(limit)) |"),
      SentencePolicy.text(windowRow: "\(row) \(limit) |"),
      SentencePolicy.text(
        windowHead: "| Window | Time (UTC) | Purpose | Applies To |",
        windowRow: row.replacing("| Normal |", with: "| \(limit) | Normal |")),
    ]
    for text in texts {
      #expect(!decides(text).isDisjoint(with: [.windowUse, .freezes]), "\(text)")
    }
  }

  /// `None` under a head for limits says that there are none; anything else there, and `None` elsewhere,
  /// may be one.
  @Test(arguments: ["Restrictions", "Exceptions", "Constraints"])
  func takesNoneForNoRestriction(_ head: String) {
    let table = "| Window | Time (UTC) | Applies To |"
    for none in ["None", "none.", "N/A", "-"] {
      let text = SentencePolicy.text(
        windowHead: "\(table) \(head) |", windowRow: "\(SentencePolicy.windowRow) \(none) |")
      #expect(decides(text).isEmpty, "\(none)")
    }
    for limit in Self.reversals + Self.limits + ["None on Fridays", "None?"] {
      let text = SentencePolicy.text(
        windowHead: "\(table) \(head) |", windowRow: "\(SentencePolicy.windowRow) \(limit) |")
      #expect(!decides(text).isDisjoint(with: [.windowUse, .freezes]), "\(limit)")
    }
    let elsewhere = SentencePolicy.text(
      windowHead: "\(table) Changes |", windowRow: "\(SentencePolicy.windowRow) None |")
    #expect(!decides(elsewhere).isEmpty)
  }

  /// A row may be named by the place that its column says.
  @Test func aNameMayRepeatAColumnOfPlaces() {
    let head = "| Window | Time (UTC) | Applies To | Environment |"
    func text(_ name: String, _ place: String) -> String {
      SentencePolicy.text(
        windowHead: head,
        windowRow: SentencePolicy.windowRow.replacing("Business hours", with: name) + " \(place) |")
    }
    #expect(decides(text("Staging", "Staging")).isEmpty)
    #expect(decides(text("Staging nights", "Production, Staging")).isEmpty)
    #expect(!decides(text("Staging", "Production")).isEmpty)
    #expect(!decides(text("Staging, closed", "Staging")).isEmpty)
  }

  @Test(arguments: reversals + limits + remarks)
  func namesRemarksThatLimitARow(_ limit: String) {
    for head in ["Notes", "Description", "Comment", "Owner", "Team", "Why?", "Approved by", "Ref"] {
      let window = SentencePolicy.text(
        windowHead: "| Window | Time (UTC) | Applies To | \(head) |",
        windowRow: "\(SentencePolicy.windowRow) \(limit) |")
      #expect(!decides(window).isDisjoint(with: [.windowUse, .freezes]), "\(head)")
      let freeze = SentencePolicy.text(
        freezeHead: "| Period | Duration | Changes Allowed | \(head) |",
        freezeRow: "\(SentencePolicy.freezeRow) \(limit) |")
      #expect(decides(freeze).contains(.freezes), "\(head)")
    }
  }

  @Test(arguments: [
    "Valid until", "Enabled", "Scope", "Systems", "Condition", "Status",
    "",
    "Team or region", "By",
  ])
  func namesColumnsThatMayLimit(_ head: String) {
    let text = SentencePolicy.text(
      windowHead: "| Window | Time (UTC) | Applies To | \(head) |",
      windowRow: "\(SentencePolicy.windowRow) EU |")
    #expect(decides(text).contains(.windowUse))
  }

  @Test(arguments: harmless)
  func leavesRemarksAlone(_ remark: String) {
    for head in [
      "Notes", "Ref", "Team", "Priority", "Stakeholders", "Owner", "Ticket", "Approved by",
      "Slack channel",
      "Contact person", "Reason",
    ] {
      let text = SentencePolicy.text(
        windowHead: "| Window | Time (UTC) | Applies To | \(head) |",
        windowRow: "\(SentencePolicy.windowRow) \(remark) |",
        freezeHead: "| Period | Duration | Changes Allowed | \(head) |",
        freezeRow: "\(SentencePolicy.freezeRow) \(remark) |")
      #expect(SentencePolicy.unread(text).map(\.text) == [], "\(head)")
    }
  }

  @Test(arguments: ["Announced", "Last reviewed", "Approved on", "Date added"])
  func leavesDatesOfRemarksAlone(_ head: String) {
    let freezes = "| Period | Duration | Changes Allowed | \(head) |"
    func text(_ cell: String) -> String {
      SentencePolicy.text(freezeHead: freezes, freezeRow: "\(SentencePolicy.freezeRow) \(cell) |")
    }
    #expect(SentencePolicy.unread(text("2026-11-01")).isEmpty)
    #expect(decides(text("2026-11-01, extended")) == [.freezes])
  }

  @Test(arguments: [
    "After hours", "Quiet hours", "Non-business hours", "Low-traffic", "Daily", "Night shift",
    "**Evening**", "Los Angeles", "Primary window", "W1",
  ])
  func leavesNamesAlone(_ name: String) {
    let row = SentencePolicy.windowRow.replacing("Business hours", with: name)
    #expect(SentencePolicy.unread(SentencePolicy.text(windowRow: row)).map(\.text) == [])
  }

  @Test(arguments: [
    "Deployment Windows and Freezes", "Windows & Blackouts", "Maintenance windows (UTC)",
    "Approved change windows", "Change freeze and deployment windows", "When we deploy",
  ])
  func leavesHeadingsAlone(_ heading: String) {
    #expect(SentencePolicy.unread(SentencePolicy.text(above: heading)).map(\.text) == [])
  }

  @Test(arguments: ["Friday night", "Weekend window", "Holiday window", "April window"])
  func namesADayThatTheTimeDoesNotHave(_ name: String) {
    let row = SentencePolicy.windowRow.replacing("Business hours", with: name)
    #expect(decides(SentencePolicy.text(windowRow: row)).contains(.windowUse))
    guard name == "Friday night" else { return }
    let said = row.replacing("14:00", with: "Fri 14:00")
    #expect(SentencePolicy.unread(SentencePolicy.text(windowRow: said)).isEmpty)
  }

  @Test(arguments: [
    ("from Nov 20", "None"), ("since Nov 20", "None"), ("Nov 20 onwards", "None"),
    ("3 days", "None"),
    ("72 hours", "Emergency only"), ("two weeks", "None"), ("As declared (see wiki)", "None"),
    ("As announced in annex B", "None"), ("Nov 20 - Nov 30", "All?"), ("Nov 20 - Nov 30", "None*"),
    ("Nov 20 - Nov 30?", "None"), ("As declared on the intranet", "None"),
  ])
  func refusesFreezesThatAreUnderstoodInPart(_ duration: String, _ allowed: String) {
    let row = "| Audit | \(duration) | \(allowed) |"
    #expect(decides(SentencePolicy.text(freezeRow: row)) == [.freezes])
  }

  @Test(arguments: [
    "| Post-incident | 48 hours | None |", "| Outage | 2 days after resolution | None |",
    "| Recovery | 48 hours | Related fixes only |", "| Calm | 24 hours after an incident | None |",
    "| Events | As declared by the CAB | None |", "| Events | as announced | None |",
    "| Autumn | from Nov 20 to Nov 30 | None |",
  ])
  func readsFreezesThatSayFromWhen(_ row: String) {
    let text = SentencePolicy.text(freezeRow: row)
    #expect(SentencePolicy.policy(text).freezes.count == 1)
    #expect(SentencePolicy.unread(text).map(\.text) == [])
  }
}
