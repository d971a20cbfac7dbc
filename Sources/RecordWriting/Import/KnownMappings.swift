import SourceText

/// Mappings that come with the program, by the name that `--map` takes.
package enum KnownMappings {
  package static let names = mappings.map(\.name)

  /// Nil for a name that is none.
  package static func mapping(named name: String) -> ImportMapping? {
    mappings.first { $0.name == name }.map {
      ImportMapping(SourceFile(path: "\($0.name).yml", text: $0.text))
    }
  }

  private static let mappings: [(name: String, text: String)] = [
    ("servicenow-change", serviceNowChange), ("servicenow-incident", serviceNowIncident),
    ("jira", jira),
  ]

  /// Table `change_request`, exported with display values.
  private static let serviceNowChange = """
    kind: change
    key: number
    columns:
      id: number
      title: short_description
      type: type
      risk: risk
      systems: [cmdb_ci, business_service]
      requester: requested_by
      implementer: assigned_to
      requested: [requested_by_date, opened_at, sys_created_on]
      scheduled.from: start_date
      scheduled.to: end_date
      started: work_start
      deployed: work_end
      outcome: [close_code, state]
      closed: closed_at
    sections:
      Summary: description
      Justification: justification
      Impact Assessment: risk_impact_analysis
      Implementation Plan: implementation_plan
      Rollback Plan: backout_plan
      Testing Evidence: test_plan
      Work Notes: work_notes
      Close Notes: close_notes
    values:
      risk:
        Moderate: Medium
        3 - Moderate: Medium
        2 - High: High
        4 - Low: Low
        Very High: Critical
        1 - Very High: Critical
      outcome:
        Successful with issues: successful-with-issues
        Unsuccessful: failed
        Canceled: cancelled
        New: ""
        Assess: ""
        Authorize: ""
        Scheduled: ""
        Implement: ""
        Review: ""
        Closed: ""
        Open: ""
        Pending: ""
        Work in Progress: ""
        Closed Complete: ""
        Closed Incomplete: ""
        Closed Skipped: cancelled
    dates: {format: ["yyyy-MM-dd HH:mm:ss", "dd-MM-yyyy HH:mm:ss", "MM/dd/yyyy HH:mm:ss"], zone: UTC}
    """

  /// Table `incident`, exported with display values.
  private static let serviceNowIncident = """
    kind: incident
    key: number
    columns:
      id: number
      title: short_description
      severity: [severity, priority]
      systems: [cmdb_ci, business_service]
      started: [opened_at, sys_created_on]
      resolved: [resolved_at, closed_at]
      caused_by: caused_by
    sections:
      Summary: description
      Work Notes: work_notes
      Close Notes: close_notes
    dates: {format: ["yyyy-MM-dd HH:mm:ss", "dd-MM-yyyy HH:mm:ss", "MM/dd/yyyy HH:mm:ss"], zone: UTC}
    """

  /// Issues of a project for changes, exported with all fields.
  private static let jira = """
    kind: change
    key: Issue key
    columns:
      id: Issue key
      title: Summary
      type: [Custom field (Change type), Issue Type]
      risk: Custom field (Change risk)
      systems: [Component/s, Components]
      requester: Reporter
      implementer: Assignee
      requested: Created
      scheduled.from: [Custom field (Change start date), Custom field (Planned start)]
      scheduled.to: [Custom field (Change completion date), Custom field (Planned end)]
      outcome: [Resolution, Status]
      closed: Resolved
    sections:
      Summary: Description
      Justification: Custom field (Change reason)
      Implementation Plan: Custom field (Implementation plan)
      Rollback Plan: Custom field (Backout plan)
      Testing Evidence: Custom field (Test plan)
    values:
      outcome:
        Done: successful
        Completed: successful
        Fixed: successful
        Won't Do: cancelled
        Won't Fix: cancelled
        Duplicate: cancelled
        Declined: rejected
        Canceled: cancelled
        Unresolved: ""
        To Do: ""
        Open: ""
        In Progress: ""
        Planning: ""
        Awaiting approval: ""
        Awaiting implementation: ""
        Implementing: ""
        Review: ""
        Closed: ""
        Resolved: ""
    dates: {format: ["dd/MMM/yy h:mm a", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"], zone: UTC}
    """
}
