import PolicyReading

/// A target with the course of the figure that it judges.
package struct JudgedCourse: Sendable {
  /// With what parts it from other targets of one figure: `Mean time to deploy (Emergency)`.
  package let title: String
  package let series: FigureSeries
  /// It is the figure itself that is judged, over all its changes.
  package let isWhole: Bool

  package init(title: String, series: FigureSeries, isWhole: Bool) {
    self.title = title
    self.series = series
    self.isWhole = isWhole
  }

  package var key: String { series.definition.key }

  /// The last period that is over; the running one where none is.
  package var current: FigureSeries.Point {
    series.points[series.lastClosed ?? series.points.count - 1]
  }

  /// Every target of the last period that is over, in the order of the catalogue and of the policy.
  ///
  /// - Parameter figures: Of one kind of period, the earliest first.
  package static func all(in figures: [PeriodFigures]) -> [JudgedCourse] {
    guard let current = figures.last(where: { !$0.isProvisional }) ?? figures.last else {
      return []
    }
    return current.judged.compactMap { judged in
      FigureSeries(judged, of: current, in: figures).map {
        JudgedCourse(title: judged.title, series: $0, isWhole: judged.isWhole)
      }
    }
  }
}

extension FigureSeries {
  /// The course of what a target judges: of the figure itself where it is set for that; else, over the
  /// changes that it is set for, the periods together in which the policy sets it. Nil for a part of a
  /// period, which has no course.
  ///
  /// - Parameter current: The period of the target.
  package init?(
    _ judged: JudgedFigure, of current: PeriodFigures, in figures: [PeriodFigures]
  ) {
    if judged.part != nil { return nil }
    if judged.isWhole {
      self.init(judged.figure.definition, in: figures)
      return
    }
    func point(_ period: PeriodFigures) -> Point? {
      let alike = period.further.first {
        $0.key == judged.key && $0.target?.isSet(as: judged.target) ?? false
      }
      return alike.map {
        Point(period: period.period, isProvisional: period.isProvisional, figure: $0)
      }
    }
    guard let index = figures.firstIndex(where: { $0.period == current.period }) else { return nil }
    var first = index
    while first > 0, point(figures[first - 1]) != nil { first -= 1 }
    var last = index
    while last + 1 < figures.count, point(figures[last + 1]) != nil { last += 1 }
    self.init(judged.figure.definition, figures[first...last].compactMap(point))
  }
}

extension Target {
  /// It is set for the same changes as another, and for the same of their times.
  fileprivate func isSet(as other: Target) -> Bool {
    types == other.types && risks == other.risks && statistic == other.statistic
  }
}
