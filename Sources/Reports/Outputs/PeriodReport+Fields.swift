import Calendar
import Chronology
import DeploymentGate
import Documents
import Figures
import Findings
import Interchange
import Records
import SourceText

extension PeriodReport {
  /// The report of one period, `changebook.report/2`. Shares lie between 0 and 1, durations are seconds;
  /// null is what is not known and what nobody wrote.
  package static let document = DataDocument<PeriodReport>(
    "report", version: 2, title: "Report of a changebook site"
  ) {
    DataField("as_of", .instant, "The instant as of which everything is known.") {
      $0.figures.asOf
    }
    DataField("audience", .oneOf) { $0.audience }
    DataField(
      "breaches", .object(BreachSummary.fields), "What the rules found in the period."
    ) { $0.breaches }
    DataField("commentary", .optional(.object(ContentPage.fields))) { $0.commentary }
    DataField("exceptions", .list(.object(ExceptionalChange.fields))) { $0.exceptions }
    PeriodFigures.fields.map { $0.of { (report: PeriodReport) in report.figures } }
    DataField("headlines", .map(.object(Headline.fields)), "What each figure says, by key.") {
      $0.headlines
    }
    DataField("outlook", .object(Outlook.fields), "What comes after the period.") { $0.outlook }
    DataField("overdue", .list(.object(OverdueDuty.fields))) { Array($0.overdue) }
    DataField(
      "quality", .object(DataQuality.fields),
      "Ids of records that the figures cannot count, by what is missing."
    ) { $0.quality }
    DataField("restatement", .optional(.object(Restatement.fields))) { $0.restatement }
    DataField("shipped", .texts, "Ids of changes deployed in the period.") {
      $0.shipped.map(\.id)
    }
    DataField("state", .choice(State.keys)) { $0.state.key }
    DataField(
      "targets", .optional(.list(.object(TargetReview.fields))),
      "Null but for a management review."
    ) { $0.audience == .review ? $0.targetReviews : nil }
    DataField("verdict", .optionalText, "One paragraph; null where there is nothing to say.") {
      $0.showsVerdict ? $0.verdict : nil
    }
  }

  /// By the figures' keys: each over all its changes, whatever its targets are set for.
  fileprivate var headlines: [(key: String, value: Headline)] {
    targetedFigures.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .compactMap { figure in
        FigureSeries(figure.definition, in: history).map {
          (figure.key, Figures.headline(of: $0, at: period))
        }
      }
  }
}

extension PeriodReport.State {
  var key: String {
    switch self {
    case .closed: "closed"
    case .running: "running"
    case .future: "future"
    case .beforeRecords: "before_records"
    case .noRecords: "no_records"
    }
  }

  fileprivate static let keys = ["closed", "running", "future", "before_records", "no_records"]
}

extension ContentPage {
  fileprivate static let fields = DataFields<ContentPage> {
    DataField("file", .text) { $0.file.path }
    DataField("paragraphs", .texts) { Prose($0).paragraphs }
    DataField("title", .text) { $0.title }
  }
}

extension ExceptionalChange {
  fileprivate static let fields = DataFields<ExceptionalChange> {
    DataField("caused_incidents", .texts) { $0.caused }
    DataField("fixed_incidents", .texts) { $0.fixes }
    DataField("follow_ups", .texts) { $0.followUps }
    DataField("id", .text) { $0.exception.id }
    DataField("kinds", .list(.oneOf)) { $0.exception.kinds }
    DataField("owes_post_mortem", .boolean) { $0.owesPostMortem }
    DataField("post_mortem", .optionalText) { $0.postMortem }
    DataField("title", .optionalText) { $0.exception.title }
    DataField("trigger", .optionalText) { $0.trigger }
  }
}

extension Headline {
  fileprivate static let fields = DataFields<Headline> {
    DataField("signals", .list(.object(Signal.fields))) { $0.signals }
    DataField("standing", .oneOf) { $0.standing }
    DataField("text", .text) { $0.text }
  }
}

extension Signal {
  fileprivate static let fields = DataFields<Signal> {
    DataField("better", .optional(.boolean), "Null where no side is better.") { $0.isBetter }
    DataField("direction", .oneOf) { $0.direction }
    DataField.constant("kind", "shift")
    DataField("length", .integer, "How many periods differ.") { $0.periods.count }
    DataField("periods", .texts) { $0.periods.map(\.label) }
    DataField("text", .text) { $0.clause }
  }
}

extension Outlook {
  fileprivate static let fields = DataFields<Outlook> {
    DataField("conflicts", .list(.object(conflict))) { $0.conflicts }
    DataField("end", .instant) { $0.interval.end }
    DataField("freezes", .list(.object(CalendarBook.FreezeOccurrence.fields))) { $0.freezes }
    DataField("planned", .list(.object(PlannedChange.fields))) { $0.planned }
    DataField("reviews", .list(.object(DueReview.fields))) { $0.reviews }
    DataField("start", .instant) { $0.interval.start }
  }

  private static let conflict = DataFields<Finding> {
    DataField("code", .text) { $0.code.description }
    DataField("id", .optionalText) { $0.record }
    DataField("message", .text) { $0.message }
  }
}

extension CalendarBook.FreezeOccurrence {
  fileprivate static let fields = DataFields<CalendarBook.FreezeOccurrence> {
    DataField("allowed", .text) { $0.freeze.allowedText }
    DataField("end", .optional(.instant), "Null where it does not end.") { $0.interval.knownEnd }
    DataField("incident", .optionalText) { $0.freeze.incident?.id }
    DataField("name", .text) { $0.freeze.name }
    DataField("start", .instant) { $0.interval.start }
    DataField("systems", .texts) { $0.freeze.systems }
  }
}

extension PlannedChange {
  fileprivate static let fields = DataFields<PlannedChange> {
    DataField("end", .optional(.instant)) { $0.change.scheduled?.value.end }
    DataField(
      "gate", .optional(.oneOf),
      "What the gate answers for the planned time; null once the change has begun."
    ) { $0.answer?.state }
    DataField("gate_reason", .optionalText) { $0.answer?.brief }
    DataField("id", .text) { $0.change.id }
    DataField("outcome", .optional(.oneOf)) { $0.change.outcome?.value }
    DataField("risk", .optionalText) { $0.change.risk?.value }
    DataField("significant", .boolean) { $0.isSignificant }
    DataField("start", .optional(.instant)) { $0.change.scheduled?.value.start }
    DataField("systems", .texts) { $0.change.systems.map(\.value) }
    DataField("title", .optionalText) { $0.change.title?.value }
    DataField("type", .optionalText) { $0.change.type?.value }
  }
}

extension DueReview {
  fileprivate static let fields = DataFields<DueReview> {
    DataField("due", .instant) { $0.due }
    DataField("id", .text) { $0.change.id }
  }
}

extension OverdueDuty {
  fileprivate static let fields = DataFields<OverdueDuty> {
    DataField("code", .text) { $0.finding.code.description }
    DataField("id", .text) { $0.change.id }
    DataField("implementer", .optionalText) { $0.change.implementer?.value }
    DataField("kind", .oneOf) { $0.kind }
    DataField("owner", .optionalText) { $0.change.owner?.value }
    DataField("since", .instant) { $0.since }
  }
}

extension DataQuality {
  fileprivate static let fields = DataFields<DataQuality> {
    DataField("undated", .texts) { $0.undated }
    DataField("unknown_outcome", .texts) { $0.unknownOutcome }
    DataField("unopened", .texts) { $0.unopened }
    DataField("unreadable", .texts) { $0.unreadable }
    DataField("without_end", .texts) { $0.withoutEnd }
  }
}
