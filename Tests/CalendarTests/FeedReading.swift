import Calendar
import Chronology
import Configuration
import PolicyReading
import Records
import SourceText
import Testing

/// A feed as its lines, unfolded and put into components.
struct FeedReading {
  /// The properties of each event, by name with parameters, as they are written.
  private(set) var events: [[String: String]] = []
  /// All lines, unfolded.
  let lines: [String]

  init(_ bytes: [UInt8]) {
    var lines: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A) {
      let content = line.last == 0x0D ? line.dropLast() : line
      if content.first == 0x20, let last = lines.popLast() {
        lines.append(last + content.dropFirst())
      } else {
        lines.append(Array(content))
      }
    }
    self.lines = lines.map { String(decoding: $0, as: UTF8.self) }
    var event: [String: String]?
    for line in self.lines {
      switch line {
      case "BEGIN:VEVENT": event = [:]
      case "END:VEVENT":
        if let event { events.append(event) }
        event = nil
      default:
        let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
        event?[parts[0]] = parts.count > 1 ? parts[1] : ""
      }
    }
  }

  /// The events whose UID begins so.
  func events(_ prefix: String) -> [[String: String]] {
    events.filter { $0["UID"]?.hasPrefix(prefix) ?? false }
  }

  /// The only event whose UID begins so.
  func event(_ prefix: String) throws -> [String: String] {
    let found = events(prefix)
    #expect(found.count == 1, "\(prefix): \(found.count) events")
    return try #require(found.first)
  }
}

/// A register of a policy's windows and freezes, and a few records.
struct FeedSample {
  var windows = ["| Low-traffic | 02:00-06:00 | Significant changes |"]
  var freezes = ["| Holiday freeze | Dec 20 - Jan 5 | Emergency only |"]
  var zone = "UTC"
  /// Effective dates of further versions, with the same rows.
  var laterVersions: [String] = []
  var changes: [String] = []
  var incidents: [String] = []
  var declarations: [String] = []
  var baseURL: String?
  var holidays = HolidayLists()

  static func instant(_ text: String) throws -> Instant {
    try #require(InstantText.read(text, in: .utc)).instant
  }

  private func policy(version: Int, effective: String) -> Policy {
    let text = """
      # Policy

      **Document ID:** POL-T-1
      **Version:** \(version).0
      **Effective Date:** \(effective)

      | Type | Approval | Lead Time |
      |---|---|---|
      | Standard | Pre-approved | Immediate |
      | Normal | CAB review | 5 days |

      | Window | Time | Purpose |
      |---|---|---|
      \(windows.joined(separator: "\n"))

      | Period | Duration | Changes Allowed |
      |---|---|---|
      \(freezes.joined(separator: "\n"))
      | Major events | As declared | Emergency only |
      | Post-incident | 48 hours | Related fixes only |
      """
    return readPolicy(
      SourceFile(path: "content/policy/\(version).md", text: text), settings: Settings())
  }

  func register() throws -> Register {
    var settings = Settings()
    settings.zone = Zone(named: zone)
    settings.baseURL = baseURL
    let policies = (["2026-01-19"] + laterVersions).enumerated().map {
      policy(version: $0.offset + 1, effective: $0.element)
    }
    let book = try #require(PolicyBook(policies))
    func files(_ texts: [String], _ folder: String) -> [SourceFile] {
      texts.enumerated().map { index, text in
        SourceFile(
          path: "content/\(folder)/R-\(index + 1).md", text: "---\n\(text)\n---\n# Title\n")
      }
    }
    return Register(
      settings: settings, policies: book,
      changes: files(changes, "changes").map {
        readChange($0, policies: book, settings: settings)
      },
      incidents: files(incidents, "incidents").map { readIncident($0, zone: .utc) },
      freezes: files(declarations, "freezes").map { readFreeze($0, zone: .utc) },
      pages: [], problems: [], holidays: holidays)
  }

  func feeds(asOf: String = "2026-11-20T12:00Z") throws -> CalendarFeeds {
    let base = baseURL
    return CalendarFeeds(
      try register(), asOf: try Self.instant(asOf),
      addresses: FeedAddresses(
        change: { id in base.map { "\($0)/changes/\(id)/" } },
        incident: { id in base.map { "\($0)/incidents/\(id)/" } }))
  }
}
