import Chronology
import Interchange

/// The report of one period, `changebook.report/1`.
package func renderReportJSON(_ figures: PeriodFigures) -> [UInt8] {
  var writer = JSONWriter(.pretty)
  writer.object { json in
    json.member("asOf", figures.asOf.rfc3339)
    json.array("exceptions") { json in
      for exception in figures.exceptions {
        json.object { json in
          json.member("id", exception.id)
          json.array("kinds", exception.kinds.map(\.rawValue))
          json.member("title", exception.title)
        }
      }
    }
    json.figures(of: figures, .records)
    json.period(of: figures)
    json.member("schema", "changebook.report/1")
  }
  return writer.finish()
}

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
        }
      }
    }
    json.member("schema", "changebook.figures/1")
  }
  return writer.finish()
}

extension JSONWriter {
  fileprivate mutating func period(of figures: PeriodFigures) {
    object("period") { json in
      json.member("end", figures.period.interval.end.rfc3339)
      json.member("kind", figures.period.kind.rawValue)
      json.member("label", figures.period.label)
      json.member("provisional", figures.isProvisional)
      json.member("start", figures.period.interval.start.rfc3339)
      json.member("zone", figures.zone.name)
    }
  }

  /// Keyed by the figures' keys.
  fileprivate mutating func figures(of figures: PeriodFigures, _ detail: FigureDetail) {
    let sorted = figures.figures.sorted { a, b in
      a.definition.key.utf8.lexicographicallyPrecedes(b.definition.key.utf8)
    }
    object("figures") { json in
      for figure in sorted { json.member(figure.definition.key, figure, detail) }
    }
  }
}
