/// The changes of one day in lines, so that neither bars nor names lie on each other.
struct TimelineLanes {
  struct Bar {
    let planned: WeekTimeline.Span?
    let actual: WeekTimeline.Span?
    /// Cut to the room there is.
    let text: String
    let textX: Double
    let lane: Int

    var span: WeekTimeline.Span? { planned ?? actual }
  }

  let bars: [Bar]
  let laneCount: Int
  /// Changes for which there was no line left.
  let hidden: Int

  static let mostLanes = 8
  private static let widestText = 190.0

  /// - Parameter x: From a minute of the day to the drawing; `right` is the drawing's edge.
  init(_ spans: [WeekTimeline.Span], left: Double, right: Double, x: (Int) -> Double) {
    var ends: [Double] = []
    var bars: [Bar] = []
    var hidden = 0
    for (planned, actual) in Self.pairs(spans) {
      let both = [planned, actual].compactMap(\.self)
      guard let first = both.first else { continue }
      let start = both.map(\.minutes.lowerBound).min() ?? 0
      let end = both.map(\.minutes.upperBound).max() ?? start
      let barEnd = max(x(end), x(start) + 3)
      let text = TextFit.cut(Self.words(first), to: Self.widestText, size: 11)
      let textWidth = TextFit.width(text, size: 11)
      // Behind the bar, else before it, else over it.
      var (from, to, textX) = (x(start), barEnd + 4 + textWidth, barEnd + 4)
      if to > right {
        textX = max(left, x(start) - 4 - textWidth)
        (from, to) = (min(textX, x(start)), max(barEnd, textX + textWidth))
      }
      let free = ends.firstIndex { $0 <= from }
      guard let lane = free ?? (ends.count < Self.mostLanes ? ends.count : nil) else {
        hidden += 1
        continue
      }
      if lane == ends.count { ends.append(0) }
      ends[lane] = to + 6
      bars.append(Bar(planned: planned, actual: actual, text: text, textX: textX, lane: lane))
    }
    self.bars = bars
    self.hidden = hidden
    laneCount = ends.count
  }

  static func words(_ span: WeekTimeline.Span) -> String {
    span.isConflict ? "▲ \(span.label)" : span.label
  }

  /// What was planned and what took place under one name, by their start.
  private static func pairs(
    _ spans: [WeekTimeline.Span]
  ) -> [(WeekTimeline.Span?, WeekTimeline.Span?)] {
    var pairs: [(planned: WeekTimeline.Span?, actual: WeekTimeline.Span?)] = []
    var openPlanned: [String: Int] = [:]
    var openActual: [String: Int] = [:]
    for span in spans where span.isBar {
      let isPlanned = span.kind == .planned
      if let other = (isPlanned ? openActual : openPlanned)[span.label] {
        if isPlanned { pairs[other].planned = span } else { pairs[other].actual = span }
        if isPlanned { openActual[span.label] = nil } else { openPlanned[span.label] = nil }
      } else {
        if isPlanned {
          openPlanned[span.label] = pairs.count
        } else {
          openActual[span.label] = pairs.count
        }
        pairs.append(isPlanned ? (span, nil) : (nil, span))
      }
    }
    func start(_ pair: (planned: WeekTimeline.Span?, actual: WeekTimeline.Span?)) -> Int {
      min(pair.planned?.minutes.lowerBound ?? 1440, pair.actual?.minutes.lowerBound ?? 1440)
    }
    return pairs.enumerated().sorted {
      (start($0.element), $0.offset) < (start($1.element), $1.offset)
    }.map { ($0.element.planned, $0.element.actual) }
  }
}
