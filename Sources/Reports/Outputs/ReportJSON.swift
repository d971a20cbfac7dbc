import Documents
import Calendar
import Chronology
import DeploymentGate
import Figures
import Findings
import Interchange
import Records
import SourceText

/// The report of one period, `changebook.report/1`. What is not known is null, and so is what
/// nobody wrote.
package func renderReportJSON(_ report: PeriodReport) -> [UInt8] {
  var writer = JSONWriter(.pretty)
  writer.object { json in
    json.member("asOf", report.figures.asOf.rfc3339)
    json.member("audience", report.audience.rawValue)
    json.breaches(report.breaches)
    json.commentary(report.commentary)
    json.exceptions(report.exceptions)
    json.figures(of: report.figures)
    json.headlines(of: report)
    json.outlook(report.outlook)
    json.overdue(report.overdue)
    json.period(of: report.figures)
    json.quality(report.quality)
    json.restatement(report.restatement)
    json.member("schema", "changebook.report/1")
    json.array("shipped", report.shipped.map(\.id))
    json.member("state", report.state.key)
    json.targets(report)
    json.judged(of: report.figures)
    json.member("verdict", report.showsVerdict ? report.verdict : nil)
  }
  return writer.finish()
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
}

extension JSONWriter {
  fileprivate mutating func commentary(_ page: ContentPage?) {
    guard let page else { return null("commentary") }
    object("commentary") { json in
      json.member("file", page.file.path)
      json.array("paragraphs", Prose(page).paragraphs)
      json.member("title", page.title)
    }
  }

  fileprivate mutating func exceptions(_ exceptions: [ExceptionalChange]) {
    array("exceptions") { json in
      for exception in exceptions {
        json.object { json in
          json.array("causedIncidents", exception.caused)
          json.array("fixedIncidents", exception.fixes)
          json.array("followUps", exception.followUps)
          json.member("id", exception.exception.id)
          json.array("kinds", exception.exception.kinds.map(\.rawValue))
          json.member("owesPostMortem", exception.owesPostMortem)
          json.member("postMortem", exception.postMortem)
          json.member("title", exception.exception.title)
          json.member("trigger", exception.trigger)
        }
      }
    }
  }

  /// Keyed by the figures' keys: each over all its changes, whatever its targets are set for.
  fileprivate mutating func headlines(of report: PeriodReport) {
    let sorted = report.targetedFigures.sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    object("headlines") { json in
      for figure in sorted {
        guard let series = FigureSeries(figure.definition, in: report.history) else { continue }
        let headline = Figures.headline(of: series, at: report.period)
        json.object(figure.key) { json in
          json.array("signals") { json in
            for signal in headline.signals { json.value(signal) }
          }
          json.member("standing", headline.standing.rawValue)
          json.member("text", headline.text)
        }
      }
    }
  }

  private mutating func value(_ signal: Signal) {
    object { json in
      json.member("better", signal.isBetter)
      json.member("direction", signal.direction.rawValue)
      json.member("kind", "shift")
      json.member("length", signal.periods.count)
      json.array("periods", signal.periods.map(\.label))
      json.member("text", signal.clause)
    }
  }

  fileprivate mutating func outlook(_ outlook: Outlook) {
    object("outlook") { json in
      json.array("conflicts") { json in
        for finding in outlook.conflicts {
          json.object { json in
            json.member("code", finding.code.description)
            json.member("id", finding.record)
            json.member("message", finding.message)
          }
        }
      }
      json.member("end", outlook.interval.end.rfc3339)
      json.array("freezes") { json in
        for occurrence in outlook.freezes {
          json.object { json in
            json.member("allowed", occurrence.freeze.allowedText)
            json.member(
              "end",
              occurrence.interval.end < .distantFuture ? occurrence.interval.end.rfc3339 : nil)
            json.member("incident", occurrence.freeze.incident?.id)
            json.member("name", occurrence.freeze.name)
            json.member("start", occurrence.interval.start.rfc3339)
            json.array("systems", occurrence.freeze.systems)
          }
        }
      }
      json.array("planned") { json in
        for planned in outlook.planned {
          let change = planned.change
          json.object { json in
            json.member("end", change.scheduled?.value.end.rfc3339)
            json.member("gate", planned.answer?.state.rawValue)
            json.member("gate_reason", planned.answer?.brief)
            json.member("id", change.id)
            json.member("outcome", change.outcome?.value.rawValue)
            json.member("risk", change.risk?.value)
            json.member("significant", planned.isSignificant)
            json.member("start", change.scheduled?.value.start.rfc3339)
            json.array("systems", change.systems.map(\.value))
            json.member("title", change.title?.value)
            json.member("type", change.type?.value)
          }
        }
      }
      json.array("reviews") { json in
        for review in outlook.reviews {
          json.object { json in
            json.member("due", review.due.rfc3339)
            json.member("id", review.change.id)
          }
        }
      }
      json.member("start", outlook.interval.start.rfc3339)
    }
  }

  fileprivate mutating func overdue(_ overdue: ArraySlice<OverdueDuty>) {
    array("overdue") { json in
      for duty in overdue {
        json.object { json in
          json.member("code", duty.finding.code.description)
          json.member("id", duty.change.id)
          json.member("implementer", duty.change.implementer?.value)
          json.member("kind", duty.kind.rawValue)
          json.member("owner", duty.change.owner?.value)
          json.member("since", duty.since.rfc3339)
        }
      }
    }
  }

  fileprivate mutating func quality(_ quality: DataQuality) {
    object("quality") { json in
      json.array("undated", quality.undated)
      json.array("unknownOutcome", quality.unknownOutcome)
      json.array("unopened", quality.unopened)
      json.array("unreadable", quality.unreadable)
      json.array("withoutEnd", quality.withoutEnd)
    }
  }
}
