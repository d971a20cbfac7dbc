import CLibYAML
import SourceText

/// Reads a range of a file as one YAML document whose scalars stay text.
///
/// 1. The size is checked before anything is parsed.
/// 2. libyaml's events are taken one by one; `YAMLTreeBuilder` makes the tree of them.
/// 3. Anchors, aliases, tags and a second document are refused where they stand, and reading goes
///    on behind them, so that every problem is found at once. Only a syntax error and absurd nesting end it.
///
/// The root is nil where nothing is written, and where size or syntax forbid a reading; in the
/// latter case there is a problem. A refused alias, and what lies too deep, reads as null.
///
/// - Parameter takingShortcuts: False reads the same at more cost: by libyaml alone.
package func readYAML(
  _ file: SourceFile, range: SourceRange, takingShortcuts: Bool = true
) -> (root: YAMLNode?, problems: [ReadingProblem]) {
  let limits = YAMLLimits.frontMatter
  let size = range.indices.count
  guard size <= limits.bytes else {
    let line = file.line(at: Int(range.lower) + limits.bytes)
    let problem = ReadingProblem(
      .overLimit(what: "YAML in bytes", found: size, allowed: limits.bytes),
      at: Place(file, file.range(ofLine: line)))
    return (nil, [problem])
  }
  if takingShortcuts, let mapping = PlainMapping.read(file, range: range) { return (mapping, []) }
  var builder = YAMLTreeBuilder(file: file, range: range, limits: limits)
  file.bytes.withUnsafeBufferPointer { bytes in
    let events = YAMLEvents(UnsafeBufferPointer(rebasing: bytes[range.indices]))
    defer { events.close() }
    while events.advance(), builder.take(events.current) {}
    if let failure = events.failure { builder.fail(failure) }
  }
  return builder.finish()
}
