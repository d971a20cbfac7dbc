import Chronology
import Interchange
import PolicyReading

/// The figures of many periods in their order, `changebook.figures/1`: their values. The records
/// behind them stand in the table of each figure, since in one document they would be many times
/// the size of all records.
package func renderFiguresJSON(_ all: [PeriodFigures], asOf: Instant) -> [UInt8] {
  var writer = JSONWriter(.compact)
  writer.object { json in
    json.member("asOf", asOf.rfc3339)
    json.array("periods") { json in
      for figures in all {
        json.object { json in
          json.figures(of: figures, .values)
          json.period(of: figures)
          json.judged(of: figures)
        }
      }
    }
    json.member("schema", "changebook.figures/1")
  }
  return writer.finish()
}

extension JSONWriter {
  /// The member `period`.
  package mutating func period(of figures: PeriodFigures) {
    object("period") { json in
      json.member("end", figures.period.interval.end.rfc3339)
      json.member("kind", figures.period.kind.rawValue)
      json.member("label", figures.period.label)
      json.member("provisional", figures.isProvisional)
      json.member("start", figures.period.interval.start.rfc3339)
      json.member("zone", figures.zone.name)
    }
  }

  /// The member `figures`, keyed by the figures' keys, each with the records behind it.
  package mutating func figures(of figures: PeriodFigures) { self.figures(of: figures, .records) }

  /// The member `targetsJudged`: every target that holds in the period, with the figure that it judges.
  /// Its members stand in the order of the catalogue, several of one figure in that of the policy.
  package mutating func judged(of figures: PeriodFigures) {
    array("targetsJudged") { json in
      for judged in figures.judged {
        json.object { json in
          json.member("evidence", judged.figure.evidence?.key)
          json.member("figure", judged.key)
          json.member("from", judged.part?.start.rfc3339)
          json.member("n", judged.figure.count)
          json.array("risks", judged.target.risks)
          json.member("text", judged.target.text)
          json.member("title", judged.title)
          json.array("types", judged.target.types)
          json.member("until", judged.part?.end.rfc3339)
          json.member("value", judged.figure.value)
          json.member("verdict", judged.verdict.rawValue)
        }
      }
    }
  }

  fileprivate mutating func figures(of figures: PeriodFigures, _ detail: FigureDetail) {
    object("figures") { json in
      for definition in FigureCatalogue.definitionsByKey {
        if let figure = figures[definition] { json.member(definition.key, figure, detail) }
      }
    }
  }
}
