import SourceText

/// Looks over the bytes of a text before cmark sees them, and names what is over a limit.
func scanMarkdown(
  _ file: SourceFile, body: Range<Int>, limits: MarkdownLimits
) -> [ReadingProblem] {
  guard file.bytes.count <= limits.fileSize else {
    return [
      ReadingProblem(
        .overLimit(what: "bytes in a file", found: file.bytes.count, allowed: limits.fileSize),
        at: Place(startOf: file))
    ]
  }
  return []
}
