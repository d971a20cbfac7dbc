/// A half-open range of byte offsets in one file.
package struct SourceRange: Sendable, Hashable {
  /// Offset of the first byte.
  package var lower: Int32
  /// Offset after the last byte; never less than `lower`.
  package var upper: Int32

  package init(_ lower: Int, _ upper: Int) {
    precondition(lower >= 0 && lower <= upper, "a source range runs forward")
    self.lower = Int32(lower)
    self.upper = Int32(upper)
  }

  package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// The same range as indices of `SourceFile.bytes`.
  package var indices: Range<Int> { Int(lower)..<Int(upper) }

  package var isEmpty: Bool { lower == upper }
}

/// A line and a column as people count them.
package struct Position: Sendable, Hashable, Comparable {
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in Unicode scalars.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
