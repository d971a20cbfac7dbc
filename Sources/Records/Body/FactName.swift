import PolicyReading

/// What a line, a row of a table or a short section of a record's body can say in place of a key of
/// its front matter. What else a record says, `SectionRole` names.
enum FactName: Sendable, Hashable, CaseIterable {
  case id, category, systems, requester, implementer, requested, plannedTime, plannedStart,
    plannedEnd, securityRelevance, environment, region
  /// When the work began and ended, both at once, and when the change was made.
  case actualStart, actualEnd, actualTime, made
  /// What may be the end of the work, or the closing of the record.
  case completed
  case closed
  /// A time of which it does not say whether it was planned or kept: `Deployment date`.
  case dayOfWork

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
      Self.systemNouns
        + Self.systemNouns.flatMap { noun in
          ["affected", "impacted", "involved", "changed", "touched", "target"]
            .flatMap { ["\($0) \(noun)", "\(noun) \($0)"] }
        }
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
        "planned implementation window", "planned date and time", "scheduled for", "change window",
        "maintenance window", "deployment window", "release window", "planned change window",
        "planned maintenance window", "planned deployment window", "scheduled change window",
        "planned date", "planned time", "scheduled date", "scheduled time", "planned dates",
        "scheduled date and time", "proposed window", "requested window",
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
        "planned finish", "planned completion", "planned completion date", "planned finish time",
        "scheduled finish", "scheduled completion",
      ]
    case .actualStart:
      [
        "actual start", "actual start time", "actual start date", "actual start date time",
        "actual start date and time", "actual implementation start", "actual begin", "started",
        "actual started", "started at", "started on", "work started", "implementation started",
      ]
    case .actualEnd:
      [
        "actual end", "actual end time", "actual end date", "actual end date time",
        "actual end date and time", "actual implementation end", "actual finish",
        "actual finish time", "actual finish date", "actual completion", "actual completion time",
        "actual completion date", "actual ended", "ended", "ended at", "ended on",
        "work ended", "implementation ended", "implementation completed",
      ]
    case .actualTime:
      [
        "actual", "actual time", "actual times", "actual window", "actual change window",
        "actual implementation window", "actual maintenance window", "actual deployment window",
        "actual date and time",
      ]
    case .made:
      [
        "implemented", "implemented on", "implemented at", "date implemented", "deployed",
        "deployed on", "deployed at", "date deployed", "released on", "released at", "went live",
        "went live on", "live since", "actual date", "actual deployment", "actual deployment date",
        "actual deployment time", "actual implementation", "actual implementation date",
        "actual implementation time", "actual go live", "actual go live date", "executed on",
        "executed at",
      ]
    case .completed:
      [
        "completed", "completed on", "completed at", "completion date", "completion time",
        "date completed", "date of completion", "finished", "finished on", "finished at",
      ]
    case .closed:
      ["closed", "closed on", "closed at", "date closed", "closure date", "closing date"]
    case .dayOfWork:
      [
        "implementation date", "date of implementation", "implementation time",
        "implementation date and time", "deployment date", "date of deployment",
        "deployment time", "deployment date and time", "change date", "date of change",
        "execution date", "go live", "go live date", "release date", "rollout date",
      ]
    }
  }

  /// What a change may touch, in the words of records.
  private static let systemNouns = [
    "systems", "system", "services", "service", "components", "component", "applications",
    "application", "apps", "configuration items", "configuration item", "cis",
    "infrastructure components", "products",
  ]

  /// It tells of something that has happened, or may have.
  var isOfWork: Bool {
    switch self {
    case .actualStart, .actualEnd, .actualTime, .made, .completed, .closed, .dayOfWork: true
    default: false
    }
  }

  /// It tells of times, planned ones or actual ones.
  var isOfTimes: Bool {
    switch self {
    case .plannedTime, .plannedStart, .plannedEnd: true
    default: isOfWork
    }
  }

  /// Several values are usual, each of its own: those of a table are so many fields.
  var isList: Bool {
    switch self {
    case .systems, .category, .environment, .region: true
    default: false
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
