import PolicyReading

/// Words of keys for what people do about a freeze or an incident besides: they announce it, write and
/// review a report, and plan what follows. A day or a time of it says nothing of when it holds.
enum Paperwork {
  static func isMeant(by words: [String]) -> Bool {
    words.contains { word in
      TableSynonyms.isRemark(word) || exact.contains(word)
        || beginnings.contains(where: word.hasPrefix)
    }
  }

  private static let exact: Set<String> = [
    "due", "deadline", "next", "previous", "rca", "pir", "sla", "slo", "mttr", "sent",
    "paid", "mortem", "retro", "closed", "notice", "lead", "version", "report", "reports", "month",
    "year", "quarter", "audit", "ack", "changed", "changelog", "permanent", "permanently",
  ]
  private static let beginnings = [
    "review", "creat", "modif", "updat", "publish", "announc", "communic", "notif", "inform",
    "reported", "reporting", "postmortem", "retrospect", "lesson", "follow", "action", "meeting",
    "logged", "raised", "filed", "written", "detect", "acknowledg", "approv", "decid", "declar",
    "request", "receiv", "signed", "retention", "analys", "analyz", "document", "archiv", "mail",
    "credit", "refund", "disclos", "edit", "registered", "invest", "customer",
  ]
}
