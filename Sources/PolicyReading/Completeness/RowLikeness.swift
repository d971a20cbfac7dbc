/// What the cells of a line look like that stands in no table that is read.
package struct RowLikeness {
  /// They read as a row of the table of freezes.
  let isFreeze: Bool
  /// They read as a row of the table of windows.
  let isWindow: Bool

  init(_ cells: [String]) {
    var (hasRange, hasDuration, hasAllowance, hasTime) = (false, false, false, false)
    for cell in cells where !WordForm.isBlank(cell) && cell.utf8.count <= 200 {
      switch FreezeDurationText.read(cell) {
      case .duration(.yearly(let first, let last)):
        hasRange = hasRange || first != last
        hasDuration = true
      case .duration(.dated(let first, let last)): hasRange = hasRange || first != last
      case .duration: hasDuration = true
      case .refused: break
      }
      if let allowance = FreezeAllowanceText.read(cell),
        allowance.emergencyOnly || allowance.relatedFixesOnly
          || allowance.nothing && WordForm.words(cell).contains("changes")
      {
        hasAllowance = true
      }
      if case .time = WindowTimeText.read(cell) { hasTime = true }
    }
    isFreeze = hasRange || hasAllowance && (hasDuration || cells.count > 2)
    isWindow = hasTime && cells.count > 1
  }

  /// The cells of a line with pipes: what stands between them, an escaped pipe being text. Nil for a
  /// line that is no row: without a pipe at its start it needs two.
  package static func cells(ofLine line: Substring.UTF8View) -> [String]? {
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in line {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append([])
      } else {
        cells[cells.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    guard cells.count > 1 else { return nil }
    var texts = cells.map {
      WordForm.trim(String(decoding: $0, as: UTF8.self)) { "*_~`".unicodeScalars.contains($0) }
    }
    let begins = texts.first?.isEmpty ?? false
    guard begins || cells.count > 2 else { return nil }
    if begins { texts.removeFirst() }
    if texts.last?.isEmpty ?? false { texts.removeLast() }
    return texts
  }

  /// `|---|:--:|`
  package static func isDelimiter(_ cells: [String]) -> Bool {
    !cells.isEmpty
      && cells.allSatisfy { cell in
        !cell.isEmpty && cell.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
      }
  }
}
