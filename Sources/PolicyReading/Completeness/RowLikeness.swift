import Chronology

/// What the cells of a line look like that stands in no table that is read.
package struct RowLikeness {
  /// They read as a row of the table of freezes.
  let isFreeze: Bool
  /// They read as a row of the table of windows.
  let isWindow: Bool

  init(_ cells: [String]) {
    var (hasRange, hasDuration, hasAllowance, hasTime) = (false, false, false, false)
    for cell in cells where !WordForm.isBlank(cell) && cell.utf8.count <= 200 {
      if case .duration(let duration, _, _) = FreezeDurationText.read(cell) {
        switch duration {
        case .recurring(let recurrence):
          // Days of the week alone are in tables of all kinds.
          hasRange = hasRange || recurrence.hasDateRange
          hasDuration = hasDuration || recurrence.isYearly
        case .asDeclared, .afterIncident: hasDuration = true
        }
      }
      if let allowance = FreezeAllowanceText.read(cell),
        allowance.emergencyOnly || allowance.relatedFixesOnly
          || allowance.isNothing && WordForm.words(cell).contains("changes")
      {
        hasAllowance = true
      }
      if case .time(let time, _) = WindowTimeText.read(cell), time.isAlways || time.hasTimes {
        hasTime = true
      }
    }
    isFreeze = hasRange || hasAllowance && (hasDuration || cells.count > 2)
    isWindow = hasTime && cells.count > 1
  }

  /// The cells of a line with pipes: what stands between them, an escaped pipe being text. Nil for a
  /// line that is no row: without a pipe at its start it needs two.
  package static func cells(ofLine line: ArraySlice<UInt8>) -> [String]? {
    var texts: [String] = []
    var (start, isEscaped) = (line.startIndex, false)
    for (index, byte) in zip(line.indices, line) {
      if byte == UInt8(ascii: "|"), !isEscaped {
        texts.append(text(ofCell: line[start..<index]))
        start = index + 1
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    guard !texts.isEmpty else { return nil }
    texts.append(text(ofCell: line[start...]))
    let begins = texts.first?.isEmpty ?? false
    guard begins || texts.count > 2 else { return nil }
    if begins { texts.removeFirst() }
    if texts.last?.isEmpty ?? false { texts.removeLast() }
    return texts
  }

  /// Without white space and emphasis at either end.
  private static func text(ofCell bytes: ArraySlice<UInt8>) -> String {
    func isKept(_ byte: UInt8) -> Bool {
      byte != 0x20 && !(0x09...0x0D).contains(byte) && !"*_~`".utf8.contains(byte)
    }
    guard let first = bytes.firstIndex(where: isKept), let last = bytes.lastIndex(where: isKept)
    else { return "" }
    let text = String(decoding: bytes[first...last], as: UTF8.self)
    if bytes[first] < 0x80, bytes[last] < 0x80 { return text }
    return WordForm.trim(text) { "*_~`".unicodeScalars.contains($0) }
  }

  /// `|---|:--:|`
  package static func isDelimiter(_ cells: [String]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        !cell.isEmpty && cell.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
      }
  }
}

extension Recurrence {
  /// Several days by their date.
  fileprivate var hasDateRange: Bool {
    spans.contains {
      switch $0 {
      case .yearly(let first, _, let last, _): first != last
      case .once(let first, _, let last, _): first != last
      case .onDays: false
      }
    }
  }

  /// Days of every year by their date.
  fileprivate var isYearly: Bool {
    spans.contains { if case .yearly = $0 { true } else { false } }
  }

  /// A time of day that is no midnight.
  fileprivate var hasTimes: Bool {
    spans.contains {
      switch $0 {
      case .onDays(_, let start, let end, _), .yearly(_, let start, _, let end),
        .once(_, let start, _, let end):
        start != 0 || end != 1440
      }
    }
  }
}
