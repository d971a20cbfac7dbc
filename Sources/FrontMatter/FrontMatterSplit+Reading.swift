import SourceText

/// Finds the front matter of a file: YAML between a first line `---` and the next line that is
/// `---` or `...`. Blanks after a fence are taken. A fence that nothing closes is no front matter;
/// it is flagged, because the author most likely meant one.
package func splitFrontMatter(_ file: SourceFile) -> FrontMatterSplit {
  file.bytes.withUnsafeBufferPointer { bytes in
    guard isFence(bytes, lineOf: 0, dots: false) else {
      return FrontMatterSplit(yaml: nil, body: file.wholeRange)
    }
    let starts = file.lineStarts
    for line in 1..<max(1, starts.count) where isFence(bytes, lineOf: Int(starts[line]), dots: true)
    {
      let after = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
      return FrontMatterSplit(
        yaml: SourceRange(Int(starts[1]), Int(starts[line])), body: SourceRange(after, bytes.count))
    }
    return FrontMatterSplit(yaml: nil, body: file.wholeRange, isUnclosed: true)
  }
}

/// Whether the line that begins at `start` holds `---`, or `...` where that is allowed, and blanks.
private func isFence(_ bytes: UnsafeBufferPointer<UInt8>, lineOf start: Int, dots: Bool) -> Bool {
  guard start + 3 <= bytes.count else { return false }
  let mark = bytes[start]
  guard mark == 0x2D || (dots && mark == 0x2E), bytes[start + 1] == mark, bytes[start + 2] == mark
  else { return false }
  var index = start + 3
  while index < bytes.count {
    switch bytes[index] {
    case 0x20, 0x09: index += 1
    case 0x0A, 0x0D: return true
    default: return false
    }
  }
  return true
}
