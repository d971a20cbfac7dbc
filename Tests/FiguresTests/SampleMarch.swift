import Records

/// Seventeen changes around March 2026, one of each fate.
enum SampleMarch {
  static let unreadable: Set<String> = ["C-16"]

  static func register() throws -> Register {
    try sampleRegister(
      changes, incidents: [sampleIncident("I-1", causedBy: ["C-15"], started: "2026-03-20T11:00Z")])
  }

  static let changes: [SampleChange] = {
    var all = [
      // Approval to deployment: 90, 60, 150, 40 and 120 minutes.
      SampleChange.deployed("C-01", "2026-03-02T09:30Z", approved: ["2026-03-02T08:00Z"]),
      .deployed(
        "C-02", "2026-03-03T11:00Z", approved: ["2026-03-01T08:00Z", "2026-03-03T10:00Z"]),
      .deployed(
        "C-03", "2026-03-04T12:30Z", .successfulWithIssues, approved: ["2026-03-04T10:00Z"]),
      .deployed("C-04", "2026-03-05T10:40Z", .failed, approved: ["2026-03-05T10:00Z"]),
      .deployed("C-05", "2026-03-06T12:00Z", .rolledBack, approved: ["2026-03-06T10:00Z"]),
      .deployed("C-06", "2026-03-07T10:00Z", type: "Standard"),
      .deployed("C-07", "2026-03-08T10:00Z", type: "Standard"),
      .deployed(
        "C-08", "2026-03-09T03:20Z", type: "Emergency", approved: ["2026-03-09T03:00Z"]),
      .deployed(
        "C-09", "2026-03-10T10:00Z", type: "Runtime Upgrade", approved: ["2026-03-09T10:00Z"]),
    ]
    all[4].rolledBack = "2026-03-06T15:00Z"
    var cancelled = SampleChange("C-10", "Normal", .cancelled)
    cancelled.closed = "2026-03-11T10:00Z"
    var rejected = SampleChange("C-11", "Normal", .rejected)
    rejected.closed = "2026-03-12T10:00Z"
    var aborted = SampleChange("C-12", "Normal", .aborted)
    aborted.started = "2026-03-13T02:00Z"
    aborted.closed = "2026-03-13T03:00Z"
    var overdue = SampleChange("C-13")
    overdue.planned = ("2026-03-14T02:00Z", "2026-03-14T04:00Z")
    overdue.started = "2026-03-14T02:05Z"
    // Starts in March, ends in April.
    var acrossMidnight = SampleChange("C-14", "Emergency", .successful)
    acrossMidnight.started = "2026-03-31T23:30Z"
    acrossMidnight.deployed = "2026-04-01T00:30Z"
    acrossMidnight.approved = ["2026-03-31T23:00Z"]
    var retroactive = SampleChange.deployed("C-15", "2026-03-20T10:00Z")
    retroactive.approved = ["2026-03-20T12:00Z"]
    retroactive.title = "Raise the pool size"
    let unreadable = SampleChange.deployed("C-16", "2026-03-21T10:00Z", .failed)
    var inFlight = SampleChange("C-17")
    inFlight.started = "2026-03-30T10:00Z"
    inFlight.planned = ("2026-03-30T10:00Z", "2026-04-20T10:00Z")
    all += [
      cancelled, rejected, aborted, overdue, acrossMidnight, retroactive, unreadable, inFlight,
    ]
    return all
  }()
}
