import PolicyReading

extension FigureSeries {
  /// The index of the last period that is over; of the running one where none is.
  package var current: Int { lastClosed ?? points.count - 1 }

  /// The row of the policy in the last period that is over.
  package var target: Target? { points[current].figure.target }
}
