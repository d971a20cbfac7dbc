import Documents
import Calendar
import Chronology
import DeploymentGate
import Figures
import Findings
import PolicyReading
import Records
import SourceText

extension PeriodReport {
  /// What comes next: engineers see every plan, the others the significant ones.
  var outlookSections: [Section] {
    switch audience {
    case .engineers: [plannedSection, conflictsSection] + freezeSections
    case .leadership, .review: [outlookSection]
    }
  }

  private var plannedSection: Section {
    let heading = "Planned \(outlookDays)"
    guard !outlook.planned.isEmpty else {
      return Section(
        "planned", heading,
        [EmptyState("Nothing is planned. A change whose planned time begins then would be here.")])
    }
    let rows = outlook.planned.prefix(Table.mostChanges).map { planned -> [RichText] in
      let change = planned.change
      return [
        change.scheduled.map { index.time($0.value.start) } ?? "–",
        RichText([.link(.change(change.id), change.id)]),
        RichText(change.title?.value ?? "Untitled change"),
        index.kind(of: change), index.systems(of: change), standing(of: planned),
      ]
    }
    let columns = ["Begins", "Change", "Title", "Type and risk", "Systems", "Status"]
    return Section(
      "planned", heading,
      [
        Table("Changes planned next", columns.map { .init($0) }, rows)
      ] + restOfTable(outlook.planned.count) + [
        Note(
          "Windows, freezes and overlaps are drawn on the \(Inline.link(.calendar(outlook.next), "calendar of \(DisplayTime.period(outlook.next))"))."
        )
      ])
  }

  /// `23 Nov 2026 to 29 Nov 2026`: the days that the outlook runs over.
  var outlookDays: String {
    let zone = figures.zone
    let first = zone.wallTime(at: outlook.interval.start).day
    let last = zone.wallTime(at: outlook.interval.end + -1).day
    return "\(DisplayTime.day(first)) to \(DisplayTime.day(last))"
  }

  /// The outcome where there is one, else what the gate answers for the planned time, else the stage
  /// of the workflow.
  private func standing(of planned: PlannedChange) -> RichText {
    let change = planned.change
    if let outcome = change.outcome?.value { return RichText([.mark(outcome.tone, outcome.words)]) }
    let stage = index.register.stage(of: change, asOf: figures.asOf).rawValue
    guard let answer = planned.answer, answer.standing != .open else { return RichText(stage) }
    return RichText([.text("\(stage); "), .mark(answer.standing.tone, answer.brief)])
  }

  private var conflictsSection: Section {
    guard !outlook.conflicts.isEmpty else {
      return Section(
        "conflicts", "Conflicts",
        [EmptyState("None. Changes of one system whose times overlap would be here.")])
    }
    let items = outlook.conflicts.prefix(Self.mostItems).map { finding in
      ItemList.Item(
        finding.record.map { index.named($0) } ?? RichText(finding.place.file.path),
        [
          "\(finding.message.capitalisedFirst) (\(Inline.link(.findings(finding.code.description), finding.code.description)))"
        ])
    }
    return Section(
      "conflicts", "Conflicts", [ItemList(items)] + remainder(outlook.conflicts.count, "conflicts"))
  }

  /// What is owed and by whom, the longest owed first.
  var overdueSection: Section {
    guard !overdue.isEmpty else {
      return Section(
        "overdue", "Overdue",
        [
          EmptyState(
            "Nothing. Reviews past their deadline, changes whose planned end has passed without an "
              + "outcome, and follow-ups that are missing would be here.")
        ])
    }
    let rows = overdue.prefix(Self.mostItems).map { duty -> [RichText] in
      [
        RichText(duty.kind.words), index.named(duty.change), index.register.holder(of: duty.change),
        index.day(duty.since),
        RichText([.link(.findings(duty.finding.code.description), duty.finding.code.description)]),
      ]
    }
    let columns = ["Action", "Change", "Owner", "Due", "Rule"]
    return Section(
      "overdue", "Overdue",
      [Table("What is overdue", columns.map { .init($0) }, rows)]
        + remainder(overdue.count, "later ones") + [Note(overdueNote)])
  }

  private var overdueNote: RichText {
    "Due by the end of the \(period.kind.rawValue) and still open on \(index.day(figures.asOf)), the oldest first."
  }

  private var freezeSections: [Section] {
    outlook.freezes.isEmpty
      ? [] : [Section("freezes", "Freezes ahead", [ItemList(freezeItems)])]
  }

  private var freezeItems: [ItemList.Item] {
    outlook.freezes.prefix(Self.mostItems).map { occurrence in
      let freeze = occurrence.freeze
      let scope =
        !freeze.systems.isEmpty
        ? index.systems(freeze.systems)
        : freeze.hasUnknownSystems ? "Systems not known" : "All systems"
      let cause = freeze.incident.map { " after \(index.reference($0.id))" as RichText } ?? ""
      return ItemList.Item(
        "\(Inline.link(.freeze(freeze), freeze.name))\(cause): \(index.span(occurrence.interval))",
        ["\(scope); allowed: \(freeze.allowedText)"])
    }
  }

  /// Freezes, reviews and significant plans of the next period, in brief.
  private var outlookSection: Section {
    let isNext = outlook.interval == outlook.next.interval
    let ahead = isNext ? DisplayTime.period(outlook.next).capitalisedFirst : outlookDays
    let heading = state == .future ? "Planned" : "Outlook: \(ahead)"
    var blocks: [any Block] =
      outlook.freezes.isEmpty
      ? [Paragraph("No freeze is known in that time.")] : [ItemList(freezeItems)]
    blocks.append(Paragraph(planCount))
    let significant = outlook.planned.filter(\.isSignificant)
    if !significant.isEmpty {
      blocks.append(
        ItemList(
          significant.prefix(Self.mostInBrief).map { planned in
            let change = planned.change
            let start = change.scheduled.map { index.time($0.value.start) } ?? "–"
            return ItemList.Item(
              "\(index.named(change)): \(start)",
              ["\(index.kind(of: change)); \(index.systems(of: change)); \(standing(of: planned))"])
          }))
    }
    let more = significant.count - Self.mostInBrief
    if more > 0 {
      blocks.append(
        Note(
          "\(more) more of them are in the \(Inline.link(.register(outlook.next), "register"))."))
    }
    return Section("outlook", heading, blocks + reviewBlocks)
  }

  /// `2 changes of high or critical risk, or voted on, are planned, and 3 others:`
  private var planCount: RichText {
    let significant = outlook.planned.count { $0.isSignificant }
    let others = outlook.planned.count - significant
    let isPast = outlook.interval.end <= figures.asOf
    let are = (one: isPast ? "was" : "is", many: isPast ? "were" : "are")
    let rest = counted(others, "other change", "other changes")
    guard significant > 0 else {
      return
        "No change of high or critical risk, or voted on, \(are.one) planned, and \(rest) \(others == 1 ? are.one : are.many)."
    }
    return
      "\(counted(significant, "change", "changes").capitalisedFirst) of high or critical risk, or voted on, \(significant == 1 ? are.one : are.many) planned, and \(rest):"
  }

  /// Reviews that fall due, and those that are overdue.
  private var reviewBlocks: [any Block] {
    var blocks: [any Block] = []
    if !outlook.reviews.isEmpty {
      blocks.append(Paragraph("Reviews due:"))
      blocks.append(
        ItemList(
          outlook.reviews.prefix(Self.mostItems).map {
            ItemList.Item("\(index.named($0.change)): by \(index.time($0.due))")
          }))
    }
    if !overdue.isEmpty {
      blocks.append(
        Paragraph(
          "\(counted(overdue.count, "action is", "actions are").capitalisedFirst) overdue: \(overdue.prefix(Self.mostItems).map { "\($0.kind.words.lowercased()) of \(index.reference($0.change.id))" as RichText }.joined(by: ", "))."
        ))
    }
    return blocks
  }

  private static let mostItems = 12
  /// What the leadership's two pages have room for.
  private static let mostInBrief = 6

  private func remainder(_ count: Int, _ what: String) -> [any Block] {
    count > Self.mostItems
      ? [
        Note(
          "\(count - Self.mostItems) \(what) are among the \(Inline.link(.allFindings, "findings"))."
        )
      ] : []
  }
}

extension OverdueDuty.Kind {
  /// `Review after the emergency`.
  package var words: String {
    switch self {
    case .review: "Review after the emergency"
    case .outcome: "Outcome"
    case .followUp: "Follow-up"
    }
  }
}

extension Outcome {
  /// How it looks.
  package var tone: Tone {
    switch self {
    case .successful: .good
    case .successfulWithIssues: .doubtful
    case .failed, .rolledBack, .aborted: .bad
    case .cancelled, .rejected: .neutral
    }
  }
}

extension GateReport.Standing {
  /// How it looks.
  package var tone: Tone {
    switch self {
    case .open: .good
    case .notApproved, .unknown: .doubtful
    case .blocked: .bad
    }
  }
}
