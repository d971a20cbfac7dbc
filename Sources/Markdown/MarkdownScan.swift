import SourceText

/// Looks over the bytes of a text before cmark sees them, once, and names what is over a limit:
/// the first place of each kind.
///
/// It does not know the blocks exactly. Where it cannot tell it takes more lines for one block than
/// cmark does, never fewer: a block ends for certain at a blank line, before a list item or a
/// heading, and around fenced code (see `MarkdownFences`).
func scanMarkdown(
  _ file: SourceFile, body: Range<Int>, limits: MarkdownLimits
) -> (problems: [ReadingProblem], isSmall: Bool) {
  file.bytes.withUnsafeBufferPointer { bytes in
    var scan = MarkdownScan(file: file, bytes: bytes, body: body, limits: limits)
    scan.takeLines()
    return (scan.problems, scan.isSmall)
  }
}

/// The state of the scan; lines are taken one after the other.
struct MarkdownScan: ~Copyable {
  private(set) var problems: [ReadingProblem] = []
  private let file: SourceFile
  private let bytes: UnsafeBufferPointer<UInt8>
  private let body: Range<Int>
  private let limits: MarkdownLimits
  private var reported: Set<MarkdownLimits.Bound> = []

  private var fences = MarkdownFences()
  private var nesting = MarkdownNesting()
  private var block = Block()
  private var run = Run()
  private var fill = 0
  private var linesAbove = 0
  private var uses = 0
  private var longestDefinition = 0..<0

  /// Whether cmark asks for some 30 MB at most while it reads the text, also where it gives back
  /// none: what it asks for time and again goes with the size, and with the lines above tables.
  var isSmall: Bool { body.count <= 16 * 1024 && linesAbove <= 64 }

  /// Lines that may be one leaf block.
  private struct Block {
    var start: Int?
    var brackets = 0
    /// Columns before the marker of the list item that begins the block.
    var itemIndent: Int?
    /// Columns before that item's text.
    var itemContent = 0
  }

  /// Lines up to a blank one.
  private struct Run {
    /// Columns of the table row that the line before can be.
    var columnsAbove: Int?
    var lines = 0
    /// Pipes of the widest delimiter row so far.
    var pipes = 0
    var isTable = false
    /// Every line so far is a whole reference definition.
    var isDefinitions = true
    var hasDefinitions = false
    /// Where a reference definition may begin that takes several lines.
    var openDefinition: Int?
  }

  init(
    file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, body: Range<Int>, limits: MarkdownLimits
  ) {
    self.file = file
    self.bytes = bytes
    self.body = body
    self.limits = limits
  }

  mutating func takeLines() {
    guard bytes.count <= limits.fileSize else {
      return report(.fileSize, found: bytes.count, at: Place(startOf: file).range.indices)
    }
    var line = file.line(at: body.lowerBound) - 1
    // cmark passes over a byte order mark.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let first = body.lowerBound + (bytes[body].starts(with: mark) ? mark.count : 0)
    var last = first
    while line < file.lineStarts.count, file.lineStarts[line] < body.upperBound {
      let start = max(Int(file.lineStarts[line]), first)
      line += 1
      let next = line < file.lineStarts.count ? Int(file.lineStarts[line]) : bytes.count
      last = min(next, body.upperBound)
      var end = last
      while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
      take(start..<end)
    }
    endRun(at: last)
    let expansion = longestDefinition.count * uses
    if expansion > limits.expansion {
      report(.expansion, found: expansion, at: longestDefinition)
    }
  }

  private mutating func take(_ line: Range<Int>) {
    if line.count > limits.lineLength {
      report(
        .lineLength, found: line.count, at: line.lowerBound + limits.lineLength..<line.upperBound)
    }
    let prefix = MarkdownPrefix(bytes, line)
    switch fences.take(bytes, line, prefix) {
    case .edge: return endRun(at: line.lowerBound)
    case .inside: return
    case .outside: break
    }
    guard !prefix.isBlank else { return endRun(at: line.lowerBound) }
    let depth = nesting.take(prefix)
    if depth > limits.depth { report(.depth, found: depth, at: line.lowerBound..<prefix.content) }
    let marks = MarkdownLineMarks(bytes, prefix.content..<line.upperBound)
    uses += marks.closingBrackets
    if marks.pipes > limits.pipesInLine { report(.pipesInLine, found: marks.pipes, at: line) }
    beginBlock(line, prefix)
    takeTable(line, marks)
    takeDefinition(line, prefix)
    measure(line, marks)
    if prefix.isHeading {
      block = Block()
      run.columnsAbove = nil
    }
  }

  /// A list item or a heading ends the block before it wherever it stands.
  private mutating func beginBlock(_ line: Range<Int>, _ prefix: borrowing MarkdownPrefix) {
    let isNew: Bool
    switch prefix.item {
    case .bullet, .first: isNew = true
    // Not in running text, where a number is text; after an item that ends here, or after nothing.
    case .later:
      let isFirst = block.start == nil && !run.hasDefinitions
      isNew = isFirst || block.itemIndent.map { prefix.indent <= $0 } ?? false
    case .none: isNew = prefix.isHeading
    }
    guard isNew else {
      // Left of an item's text a line may go on with it or begin a paragraph outside.
      if prefix.indent < block.itemContent { block.itemIndent = nil }
      return
    }
    endDefinition(at: line.lowerBound)
    block = Block()
    block.itemIndent = prefix.item == .none ? nil : prefix.indent
    block.itemContent = prefix.itemContent
    run.isTable = false
    run.columnsAbove = nil
  }

  private mutating func takeTable(_ line: Range<Int>, _ marks: MarkdownLineMarks) {
    fill += run.pipes
    if fill > limits.pipesTimesLines { report(.pipesTimesLines, found: fill, at: line) }
    if marks.isDelimiterRow {
      linesAbove += run.lines
      if linesAbove > limits.linesAboveDelimiterRows {
        report(.linesAboveDelimiterRows, found: linesAbove, at: line)
      }
      run.pipes = max(run.pipes, marks.pipes)
      if run.columnsAbove == marks.columns { run.isTable = true }
    }
    run.columnsAbove = marks.columns
    run.lines += 1
  }

  private mutating func takeDefinition(_ line: Range<Int>, _ prefix: borrowing MarkdownPrefix) {
    let content = prefix.content..<line.upperBound
    switch MarkdownDefinition(bytes, content) {
    case .whole where run.isDefinitions:
      keepDefinition(content)
      run.hasDefinitions = true
      return
    case .none:
      // A title may stand on the line below its definition.
      guard run.isDefinitions, run.hasDefinitions,
        content.first.map({ "\"'(".utf8.contains(bytes[$0]) }) == true
      else { break }
      run.openDefinition = run.openDefinition ?? line.lowerBound
    case .whole, .possible: run.openDefinition = run.openDefinition ?? line.lowerBound
    }
    run.isDefinitions = false
  }

  private mutating func measure(_ line: Range<Int>, _ marks: MarkdownLineMarks) {
    guard !run.isDefinitions else { return }
    let start = block.start ?? line.lowerBound
    block.start = start
    // In a table each row is a block; brackets are still counted together, should it be none.
    let size = run.isTable ? line.count : line.upperBound - start
    block.brackets += marks.openingBrackets
    if size > limits.leafSize {
      report(.leafSize, found: size, at: start..<line.upperBound)
    }
    if block.brackets > limits.brackets {
      report(.brackets, found: block.brackets, at: start..<line.upperBound)
    }
  }

  private mutating func endRun(at offset: Int) {
    endDefinition(at: offset)
    run = Run()
    block = Block()
  }

  private mutating func endDefinition(at offset: Int) {
    guard let start = run.openDefinition else { return }
    keepDefinition(start..<offset)
    run.openDefinition = nil
  }

  private mutating func keepDefinition(_ range: Range<Int>) {
    if range.count > longestDefinition.count { longestDefinition = range }
  }

  private mutating func report(_ bound: MarkdownLimits.Bound, found: Int, at range: Range<Int>) {
    guard reported.insert(bound).inserted else { return }
    problems.append(
      overLimit(
        bound, found: found, limits: limits, file: file, range: range))
  }
}

/// The problem of a bound, at the first line of a range and at most 80 bytes of it.
func overLimit(
  _ bound: MarkdownLimits.Bound, found: Int, limits: MarkdownLimits, file: SourceFile,
  range: Range<Int>
) -> ReadingProblem {
  var lower = range.lowerBound
  while lower > 0, lower < file.bytes.count, file.bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
  var upper = lower
  while upper < range.upperBound, file.bytes[upper] != 0x0A, file.bytes[upper] != 0x0D,
    upper - lower < 80 || file.bytes[upper] & 0xC0 == 0x80
  {
    upper += 1
  }
  return ReadingProblem(
    .overLimit(what: bound.rawValue, found: found, allowed: limits.allowed(bound)),
    at: Place(file, SourceRange(lower, upper)))
}
