import Charts
import Chronology
import Documents
import Figures
import PolicyReading
import Records
import Reports

/// All figures in the last closed month, and how many changes there were of which kind and when.
func planFigureIndex(
  _ histories: [FigureHistory], _ starts: Starts, _ publication: Publication
) -> PlannedPage {
  PlannedPage("Figures", at: .figures, in: .dashboard, publication) {
    let ofPolicy = histories.flatMap(\.targets)
    let beside = histories.filter(\.targets.isEmpty).map {
      JudgedCourse(title: $0.months.title, series: $0.months, isWhole: true)
    }
    let period = histories.first.map {
      DisplayTime.period($0.months.points[$0.months.current].period)
    }
    let byMonth = ChangesByMonth(publication)
    let none = EmptyState(
      "No change is recorded yet. Add records under content/changes, and each month gets a column.")
    return Document(
      kicker: "Every rate and duration", title: "Figures",
      lead: period.map {
        """
        The last month that is over, \($0), and the months before it. Each name opens the figure with its \
        course, its parts and its records; k of n opens the records of the month.
        """
      } ?? "Nothing has been measured yet.",
      [
        Section("policy", "Policy targets", policyTable(ofPolicy, publication)),
        Section(
          "beside", "Supporting metrics",
          [table(beside).or("The policy sets a target for every figure.")]),
        Section(
          "changes", "Changes a month",
          byMonth.isEmpty
            ? [none] : [byMonth.byType(at: .figures), byMonth.byOutcome(at: .figures)]),
        Section("starts", "When changes start", [starts.figure(at: .figures)]),
      ])
  }
}

/// The figures with a target, and the rows of the policy that no figure answers.
private func policyTable(_ targets: [JudgedCourse], _ publication: Publication) -> [any Block] {
  let unjudged = publication.register.policies.inForce(at: publication.asOf).unjudgedTargets
  let figures = table(targets).or(
    unjudged.isEmpty
      ? "The policy sets no target for these figures."
      : "The policy sets targets, and none of them for a figure that changebook computes.")
  guard !unjudged.isEmpty else { return [figures] }
  return [
    figures, Paragraph("Not judged, because changebook computes no such figure:"),
    ItemList(
      lines: unjudged.map { "\($0.metric), \($0.text): \($0.reference.richText)" }),
  ]
}

private func table(_ courses: [JudgedCourse]) -> Table {
  Table(
    "Figures",
    [
      "Figure", .number("Value"), .number("Counted"), "Target", "Verdict",
      .init("Twelve months", .drawing), .words("What stands out"),
    ],
    courses.map { course in
      let months = course.series
      let point = course.current
      let figure = point.figure
      // The records of a target for some changes stand among those of all.
      let records = LinkTarget.figure(course.key, course.isWhole ? point.period : nil)
      let series = months.sparkline(upTo: months.current)
      let summary = "\(course.title), \(counted(series.points.count, "month", "months"))"
      return [
        "\(course.title, to: .figure(course.key, nil))", RichText(figure.valueWords),
        "\(figure.shareWords, to: FigureRecords.count(of: figure) > 0 ? records : nil)",
        RichText(figure.target?.shortWords ?? "none"), figure.verdictAndDoubt,
        "\(Inline.drawing(drawSparkline(series, summary: summary), summary))",
        RichText(headline(of: months).sentence.capitalisedFirst),
      ]
    })
}

extension Figure {
  /// `missed ≈ too few changes`.
  var verdictAndDoubt: RichText {
    guard let verdict else { return "–" }
    let doubt = doubtWords.map { " \(Inline.mark(.doubtful, $0))" as RichText } ?? ""
    return "\(Inline.mark(verdict.tone, verdict.text))\(doubt)"
  }
}
