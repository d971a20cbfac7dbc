import Documents
import Chronology
import Figures
import PolicyReading
import Records

extension PeriodReport {
  /// `Week 12 of 2026`, `March 2026`, `Q1 2026`.
  package var title: String { DisplayTime.period(period).capitalisedFirst }

  /// `Weekly report, for the engineers`.
  package var kicker: String {
    switch (audience, period.kind) {
    case (.engineers, _): "Weekly report for engineering"
    case (.leadership, _): "Monthly report for leadership"
    case (.review, .year): "Yearly report for management review"
    case (.review, _): "Quarterly report for management review"
    }
  }

  /// The days that the period runs over, in its zone.
  package var days: RichText {
    "\(index.day(period.firstDay)) to \(index.day(period.endDay.adding(days: -1))), \(figures.zone.name)"
  }

  /// Why the report has less to say than others, or may still change; nil for one that is whole.
  package var caution: RichText? {
    switch state {
    case .closed: restatedCaution
    case .running:
      "Provisional: the period ends on \(index.day(period.endDay.adding(days: -1))), and the numbers are those of \(index.time(figures.asOf))."
    case .future:
      "The period begins on \(index.day(period.firstDay)). What is planned in it is recorded already; its figures come with the first change that ends in it."
    case .beforeRecords(let first):
      "The period lies before the first record, which belongs to \(Inline.link(.report(first), DisplayTime.period(first))). Nothing is known of it."
    case .noRecords:
      "No change is recorded. A record is a Markdown file under content/changes; the first one that ends in the period makes its figures."
    }
  }

  private var restatedCaution: RichText? {
    guard let restatement, restatement.isRestated else { return nil }
    let figures = counted(restatement.figures.count, "figure is", "figures are")
    return
      "Restated: \(figures) not what was published as of \(index.day(restatement.published.asOf)). What it was and what changed it stands below."
  }

  /// What the period came to, in a paragraph: what happened for the engineers, figures and targets
  /// for the others.
  package var summary: RichText {
    guard audience == .engineers else { return RichText(verdict) }
    let failed = exceptions.filter(\.isFailure)
    let emergencies = exceptions.count { $0.exception.kinds.contains(.emergency) }
    var sentences: [RichText] = [
      "\(part("shipped", counted(shipped.count, "change", "changes").capitalisedFirst)) shipped\(state == .running ? " so far" : ""), \(failed.isEmpty ? Inline.text("none") : part("exceptions", "\(failed.count)")) failed."
    ]
    if !failed.isEmpty {
      sentences.append(
        "What failed: \(index.references(failed.map(\.exception.id), most: 6)).")
    }
    if emergencies > 0 {
      sentences.append(
        "\(part("exceptions", counted(emergencies, "change", "changes").capitalisedFirst)) \(emergencies == 1 ? "was an emergency" : "were emergencies")."
      )
    }
    let planned = outlook.planned.count
    let are =
      outlook.interval.end <= figures.asOf
      ? (planned == 1 ? "was" : "were") : (planned == 1 ? "is" : "are")
    sentences.append(
      "\(part("planned", counted(planned, "change", "changes").capitalisedFirst)) \(are) planned for \(outlookDays)."
    )
    if !outlook.conflicts.isEmpty {
      sentences.append(
        "\(part("conflicts", counted(outlook.conflicts.count, "overlap", "overlaps").capitalisedFirst)) of changes of one system."
      )
    }
    sentences.append(
      overdue.isEmpty
        ? "Nothing is overdue."
        : "\(part("overdue", counted(overdue.count, "action", "actions").capitalisedFirst)) \(overdue.count == 1 ? "is" : "are") overdue."
    )
    if !quality.unreadable.isEmpty {
      sentences.append(
        "\(part("quality", counted(quality.unreadable.count, "record", "records").capitalisedFirst)) \(quality.unreadable.count == 1 ? "has errors and is" : "have errors and are") excluded from all figures."
      )
    }
    return sentences.joined(by: " ")
  }

  /// A number that a section of the report goes into, where the report has its sections.
  private func part(_ anchor: String, _ text: String) -> Inline {
    switch state {
    case .closed, .running: .link(.section(period, anchor), text)
    case .future, .beforeRecords, .noRecords: .text(text)
    }
  }

  /// Says where the changes are that a table has no room for.
  func restOfTable(_ count: Int) -> [any Block] {
    guard count > Table.mostChanges else { return [] }
    let rest = counted(count - Table.mostChanges, "more is", "more are")
    return [Note("\(rest) in the \(Inline.link(.register(period), "register of changes")).")]
  }

  /// Nothing was counted in the period, and nothing left out.
  package var isEmpty: Bool {
    figures.figures.allSatisfy { $0.count == 0 && $0.excluded.isEmpty } && exceptions.isEmpty
  }

  /// What the report says, in its order. Nothing for a period of which nothing can be known.
  package var sections: [Section] {
    switch state {
    case .beforeRecords, .noRecords: commentarySections + restatementSections
    case .future: outlookSections + commentarySections
    case .closed, .running:
      switch audience {
      case .engineers: weeklySections
      case .leadership: monthlySections
      case .review: reviewSections
      }
    }
  }

  private var weeklySections: [Section] {
    [shippedSection, exceptionsSection, overdueSection] + outlookSections + commentarySections
      + [figureTableSection] + restatementSections + qualitySections
  }

  private var monthlySections: [Section] {
    [figuresSection, exceptionsSection] + commentarySections + [changedSection] + outlookSections
      + restatementSections + qualitySections
  }

  private var reviewSections: [Section] {
    [figuresSection] + effectivenessSections + commentarySections
      + [exceptionsSection] + breachSections
      + [targetsSection, policyReviewSection] + controlSections + restatementSections
      + qualitySections
  }

  /// The author's own words; their title, unless it is the period's.
  var commentarySections: [Section] {
    guard let commentary else { return [] }
    let isOwn = ![period.label, title, commentary.file.stem].contains(commentary.title)
    let heading = isOwn ? "Commentary: \(commentary.title)" : "Commentary"
    return [
      Section(
        "commentary", heading,
        [
          Prose(commentary)
        ])
    ]
  }
}

extension Prose {
  /// The commentary on a report.
  init(_ page: ContentPage) {
    self.init(page.document, page.body, omitting: page.titleNode, topHeading: 3, as: .commentary)
  }
}
