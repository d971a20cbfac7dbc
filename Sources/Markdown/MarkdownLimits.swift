/// How much Markdown is read.
///
/// The bounds are far above what people write and far below what makes cmark slow: several of its
/// steps take the square of something, and each bound holds one such thing. Within them any file
/// takes less than a second and 256 MB.
package struct MarkdownLimits: Sendable {
  /// Bytes of the file, front matter included.
  package var fileSize: Int
  /// Bytes of a line, without its ending. Bare links and attributes are searched along a line.
  package var lineLength = 8 * 1024
  /// Bytes of a paragraph, a table's row or another block without blocks inside. Fenced code
  /// and lists of reference definitions may be as long as the file.
  package var leafSize = 16 * 1024
  /// Lists and quotes inside one another. Every line is matched against all that are open.
  package var depth = 32
  package var pipesInLine = 64
  /// Pipes of a table's delimiter row × lines below it, summed over the file: GFM fills short
  /// rows with empty cells.
  package var pipesTimesLines = 100_000
  /// Lines above a line of dashes, colons and pipes, up to a blank one, summed over the file: at
  /// each such line cmark looks for a table's header through all of them.
  package var linesAboveDelimiterRows = 20_000
  /// `[` in a block: every link looks through the brackets that are open before it.
  package var brackets = 4096
  /// Bytes of the longest reference definition × uses: each use holds a copy.
  package var expansion = 64 * 1024 * 1024
  /// Bytes of one destination.
  package var destination = 2 * 1024
  /// Bytes of all destinations, titles and info strings.
  package var strings = 4 * 1024 * 1024

  /// A change, an incident or a freeze.
  package static let record = MarkdownLimits(fileSize: 64 * 1024)
  package static let policy = MarkdownLimits(fileSize: 256 * 1024)
  package static let page = MarkdownLimits(fileSize: 256 * 1024)
}

extension MarkdownLimits {
  /// One bound, for `ReadingProblem.Kind.overLimit`. The raw value says what is counted.
  enum Bound: String, CaseIterable {
    case fileSize = "bytes in a file"
    case lineLength = "bytes in a line"
    case leafSize = "bytes in a block"
    case depth = "lists and quotes inside one another"
    case pipesInLine = "pipes in a line"
    case pipesTimesLines = "pipes × lines in tables"
    case linesAboveDelimiterRows = "lines above tables"
    case brackets = "brackets in a block"
    case expansion = "bytes of a reference × uses"
    case destination = "bytes in a link"
    case strings = "bytes in all links"
  }

  func allowed(_ bound: Bound) -> Int {
    switch bound {
    case .fileSize: fileSize
    case .lineLength: lineLength
    case .leafSize: leafSize
    case .depth: depth
    case .pipesInLine: pipesInLine
    case .pipesTimesLines: pipesTimesLines
    case .linesAboveDelimiterRows: linesAboveDelimiterRows
    case .brackets: brackets
    case .expansion: expansion
    case .destination: destination
    case .strings: strings
    }
  }
}
