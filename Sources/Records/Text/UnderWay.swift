import PolicyReading

/// Words for a stage of a change that has come or is still to come, by which it is neither over nor held: `In
/// progress`, `Being deployed`, `Not yet completed`, `Awaiting implementation`.
enum UnderWay {
  /// Words without those; what is left may still tell of an end: `In progress, then cancelled`.
  static func removed(from words: [String]) -> [String] {
    var left: [String] = []
    var rest = words[...]
    while !rest.isEmpty {
      // `Not in progress`, `not to be deployed` say something else.
      let isDenied = left.suffix(2).contains(where: ApprovalWords.isDenying)
      if !isDenied, let count = stage(rest) {
        rest.removeFirst(count)
      } else {
        left.append(rest.removeFirst())
      }
    }
    return left
  }

  /// How many words a stage takes that words begin with; nil where they begin with none.
  private static func stage(_ words: ArraySlice<String>) -> Int? {
    if words.first == "in", let next = words.dropFirst().first, activities.contains(next) {
      return 2
    }
    if words.first.map(waiting.contains) ?? false {
      let rest = words.dropFirst().drop { ["for", "the", "its", "final"].contains($0) }
      return rest.first.map(awaited.contains) ?? false ? words.count - rest.count + 1 : nil
    }
    for lead in leads where words.starts(with: lead) {
      let rest = words.dropFirst(lead.count)
      if rest.first.map(ends.contains) ?? false { return lead.count + 1 }
    }
    return nil
  }

  private static let activities: Set<String> = [
    "progress", "implementation", "execution", "deployment", "rollout", "verification",
    "validation", "testing", "monitoring",
  ]
  private static let waiting: Set<String> = ["awaiting", "pending", "waiting"]
  /// What follows once a change is approved.
  private static let awaited: Set<String> = [
    "implementation", "execution", "deployment", "rollout", "verification", "validation",
    "closure", "window", "maintenance", "pir",
  ]
  /// Before a word for an end they say that it has not come.
  private static let leads: [[String]] = [
    ["being"], ["to", "be"], ["yet", "to", "be"], ["not", "yet"], ["not", "fully"],
    ["not", "yet", "fully"], ["ready", "to", "be"], ["will", "be"],
  ]
  private static let ends: Set<String> = [
    "implemented", "deployed", "completed", "complete", "finished", "released", "shipped",
    "merged", "executed", "done", "closed", "verified", "validated", "tested",
  ]
}
