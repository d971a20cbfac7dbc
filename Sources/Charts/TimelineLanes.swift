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
    for pair in Self.pairs(spans) {
      let planned = pair.planned.map { spans[$0] }
      let actual = pair.actual.map { spans[$0] }
      guard let first = planned ?? actual else { continue }
      let (start, end) = (pair.start, pair.end)
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

  /// What was planned and what took place under one name: indices of spans.
  private struct Pair {
    var planned: Int?
    var actual: Int?
    /// Minutes of the day.
    var start: Int
    var end: Int
  }

  /// By their start.
  private static func pairs(_ spans: [WeekTimeline.Span]) -> [Pair] {
    var pairs: [Pair] = []
    var openPlanned: [String: Int] = [:]
    var openActual: [String: Int] = [:]
    for (index, span) in spans.enumerated() where span.isBar {
      let isPlanned = span.kind == .planned
      let waiting =
        isPlanned
        ? openActual.removeValue(forKey: span.label)
        : openPlanned.removeValue(forKey: span.label)
      if let waiting {
        if isPlanned { pairs[waiting].planned = index } else { pairs[waiting].actual = index }
        pairs[waiting].start = min(pairs[waiting].start, span.minutes.lowerBound)
        pairs[waiting].end = max(pairs[waiting].end, span.minutes.upperBound)
        continue
      }
      if isPlanned {
        openPlanned[span.label] = pairs.count
      } else {
        openActual[span.label] = pairs.count
      }
      pairs.append(
        Pair(
          planned: isPlanned ? index : nil, actual: isPlanned ? nil : index,
          start: span.minutes.lowerBound, end: span.minutes.upperBound))
    }
    let order = pairs.indices.sorted { (pairs[$0].start, $0) < (pairs[$1].start, $1) }
    return order.map { pairs[$0] }
  }
}
