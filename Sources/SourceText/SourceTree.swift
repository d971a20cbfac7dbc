/// Every file of the content folder that could be read, in the order of their paths' bytes.
package struct SourceTree: Sendable {
  /// Markdown files under `content/` and published figures, sorted by path.
  package let files: [SourceFile]
  /// Files and folders that were refused: links, devices, too large, not text.
  package let problems: [ReadingProblem]

  package init(files: [SourceFile], problems: [ReadingProblem] = []) {
    self.files = files.sorted { $0.path.precedesInBytes($1.path) }
    self.problems = problems
  }
}
