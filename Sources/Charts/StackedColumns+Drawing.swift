import Markdown

extension StackedColumns {
  private static let width = 880.0
  private static let height = 300.0
  private static let top = 24.0
  private static let bottom = 250.0

  package func draw() -> HTML {
    let axis = ValueAxis(over: [0] + columns.indices.map { Double(total($0)) }, measure: .count)
    let tickWidth = axis.ticks.map { TextFit.width(axis.label($0)) }.max() ?? 0
    let left = min(140, max(40, tickWidth + 14))
    let labels = labels(axis)
    let labelWidth = LabelColumn.width(of: labels, atMost: 190) + 17
    let right = Self.width - labelWidth - 16
    var writer = HTMLWriter()
    writer.reserve(2048 + columns.count * (parts.count + 1) * 160)
    writer.openDrawing(
      width: Self.width, height: Self.height, summary: summary, isLinked: partHref != nil)
    writer.open("defs")
    for (index, part) in parts.enumerated() { part.fill.define(pattern(index), in: &writer) }
    writer.close("defs")
    for tick in axis.ticks {
      let y = axis.position(tick, from: Self.bottom, to: Self.top)
      writer.line("s-grid", from: (left, y), to: (right, y))
      writer.label(
        TextFit.cut(axis.label(tick), to: left - 12), at: (left - 8, y + 4), .end)
    }
    let slot = (right - left) / Double(max(1, columns.count))
    for column in columns.indices {
      write(column, x: left + Double(column) * slot, slot: slot, axis: axis, to: &writer)
    }
    writer.line("s-axis", from: (left, Self.bottom), to: (right, Self.bottom))
    writeTicks(left: left, slot: slot, to: &writer)
    LabelColumn(labels, top: Self.top, bottom: Self.bottom)
      .write(at: right + 10, width: labelWidth + 2, to: &writer)
    writer.close("svg")
    return writer.finish()
  }

  private func pattern(_ part: Int) -> String { "\(id)-\(part + 1)" }

  private func write(
    _ column: Int, x: Double, slot: Double, axis: ValueAxis, to writer: inout HTMLWriter
  ) {
    let gap = min(6, slot * 0.15)
    var sum = 0
    for part in parts.indices {
      let count = count(column, part)
      guard count > 0 else { continue }
      let foot = axis.position(Double(sum), from: Self.bottom, to: Self.top)
      sum = sum.addingClamped(count)
      let head = axis.position(Double(sum), from: Self.bottom, to: Self.top)
      writer.linked(partHref?(column, part)) { writer in
        writer.rectangle(
          "s-part", x: (x + gap)...max(x + gap + 0.5, x + slot - gap),
          y: min(head, foot)...foot, fill: pattern(part),
          title: "\(columns[column].name), \(parts[part].name): \(count)")
      }
    }
    let words = "\(sum)"
    guard sum > 0, TextFit.width(words) <= slot else { return }
    let y = axis.position(Double(sum), from: Self.bottom, to: Self.top)
    writer.label(words, at: (x + slot / 2, y - 6), .middle)
  }

  private func writeTicks(left: Double, slot: Double, to writer: inout HTMLWriter) {
    let widest = columns.map { TextFit.width($0.tick) }.max() ?? 0
    let step = max(1, Int(((widest + 8) / slot).rounded(.up)))
    var group: String?
    var groupEnd = -Double.infinity
    for (index, column) in columns.enumerated() where index.isMultiple(of: step) {
      let x = left + (Double(index) + 0.5) * slot
      writer.label(
        TextFit.cut(
          column.tick, to: min(120, slot * Double(step), 2 * x, 2 * (Self.width - x))),
        at: (x, Self.bottom + 20), .middle)
      guard column.group != group else { continue }
      group = column.group
      let half = TextFit.width(column.group) / 2
      guard x - half > groupEnd, half < 60 else { continue }
      groupEnd = x + half + 6
      writer.label(column.group, at: (x, Self.bottom + 38), .middle)
    }
  }

  /// The name of each part at its place in the last column, where it has one or would have it.
  private func labels(_ axis: ValueAxis) -> [LabelColumn.Label] {
    guard let last = columns.indices.last else { return [] }
    var below = 0.0
    let labels = parts.indices.map { part in
      let size = Double(count(last, part))
      let middle = axis.position(below + size / 2, from: Self.bottom, to: Self.top)
      below += size
      return LabelColumn.Label(text: parts[part].name, y: middle, fill: pattern(part))
    }
    return labels.reversed()
  }
}
