import PolicyReading

/// What a line, a row of a table or a short section of a record's body can say in place of a key of
/// its front matter. What else a record says, `SectionRole` names.
enum FactName: Sendable, Hashable, CaseIterable {
  case id, category, systems, requester, implementer, requested, plannedTime, plannedStart,
    plannedEnd, securityRelevance, environment, region

  /// Every label that it goes by, folded.
  private var labels: [String] {
    switch self {
    case .id:
      [
        "change id", "change number", "change no", "change request id", "change request number",
        "change request no", "change ticket", "change record", "cr id", "cr number", "rfc id",
        "rfc number", "id",
      ]
    case .securityRelevance:
      [
        "security relevant", "security relevance", "is security relevant", "relevant for security",
        "relevant to security", "security relevant change",
      ]
    case .environment: ["environment", "environments", "target environment", "target environments"]
    case .region: ["region", "regions", "target region", "target regions"]
    case .category:
      [
        "category", "change category", "category of change", "categories", "change categories",
        "categories of change",
      ]
    case .systems:
      [
        "affected systems", "affected system", "systems affected", "system affected", "systems",
        "system", "impacted systems", "systems impacted", "affected services", "services affected",
        "affected components", "components affected", "affected applications",
      ]
    case .requester:
      [
        "requester", "requestor", "requested by", "change requester", "change requestor",
        "submitted by", "raised by", "submitter", "requesters",
      ]
    case .implementer:
      [
        "implementer", "implementor", "implemented by", "change implementer", "executed by",
        "implementers",
      ]
    case .requested:
      [
        "requested", "requested on", "requested date", "request date", "date requested",
        "date of request", "submitted on", "date submitted", "submission date",
      ]
    case .plannedTime:
      [
        "scheduled", "planned window", "scheduled window", "implementation window",
        "planned implementation window", "planned date and time", "scheduled for",
      ]
    case .plannedStart:
      [
        "planned start", "planned start date", "planned start time", "planned start date time",
        "scheduled start", "scheduled start date", "scheduled start time", "start time",
        "start date", "start",
      ]
    case .plannedEnd:
      [
        "planned end", "planned end date", "planned end time", "planned end date time",
        "scheduled end", "scheduled end date", "scheduled end time", "end time", "end date", "end",
        "planned finish", "planned completion",
      ]
    }
  }

  /// - Parameter label: folded.
  init?(label: String) {
    guard let name = Self.names[label] else { return nil }
    self = name
  }

  private static let names = Dictionary(
    allCases.flatMap { name in name.labels.map { ($0, name) } },
    uniquingKeysWith: { first, _ in first })
}
