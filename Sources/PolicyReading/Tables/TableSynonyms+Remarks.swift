/// Columns of the tables of windows and freezes that decide nothing.
extension TableSynonyms {
  /// Whether a column of that head says nothing of when a window or freeze holds: a remark, or who has
  /// to do with it, or where it is kept. Every word of the head has to be one of those.
  package static func isRemark(_ head: String) -> Bool {
    if remarks.contains(head) || head == "purpose" { return true }
    let words = head.split(separator: " ").map(String.init)
    return !words.isEmpty && words.allSatisfy(remarkWords.contains)
      && !words.allSatisfy(fillingWords.contains)
  }

  /// Whether a day in a column of that head is the day on which somebody did something.
  static func isDateOfRemark(_ head: String) -> Bool {
    head.split(separator: " ").contains { datingWords.contains(String($0)) }
  }

  private static let remarkWords = fillingWords.union(datingWords).union([
    "notes", "note", "comment", "comments", "remark", "remarks", "reason", "reasons", "rationale",
    "background", "details", "why", "ref", "refs", "reference", "references", "id", "key", "ticket",
    "tickets", "jira", "issue", "link", "links", "url", "wiki", "page", "document", "source", "row",
    "number", "priority", "owner", "owners", "team", "teams", "department", "group", "contact",
    "contacts", "person", "people", "responsible", "accountable", "lead", "manager", "coordinator",
    "sponsor", "requester", "requestor", "approver", "approvers", "stakeholder", "stakeholders",
    "audience", "channel", "slack", "email", "mail", "phone", "oncall", "call", "author",
    "business",
    "release", "escalation", "label", "colour", "color", "icon", "emoji", "no", "nr",
  ])
  private static let fillingWords: Set = [
    "by", "on", "of", "the", "to", "in", "for", "and", "or", "at", "with", "last", "first", "date",
  ]
  private static let datingWords: Set = [
    "announced", "announcement", "communicated", "communication", "notified", "declared", "decided",
    "agreed", "approved", "reviewed", "review", "updated", "update", "changed", "created", "added",
    "published", "recorded", "requested",
  ]
}
