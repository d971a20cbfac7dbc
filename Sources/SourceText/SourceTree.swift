/// Every file of the content folder that could be read, in the order of their paths' bytes.
package struct SourceTree: Sendable {
  /// Markdown files under `content/` and published figures, sorted by path.
  package let files: [SourceFile]
  /// Files and folders that were refused: links, devices, too large, not text.
  package let problems: [ReadingProblem]

  /// Beginnings of files that are not read otherwise and are labelled as a policy is.
  package let labelled: [SourceFile]
  /// Of the records of changes what their beginnings say of their ids, where only those were looked at.
  package let declared: [DeclaredID]

  package init(
    files: [SourceFile], problems: [ReadingProblem] = [], labelled: [SourceFile] = [],
    declared: [DeclaredID] = []
  ) {
    self.files = files.sorted { $0.path.precedesInBytes($1.path) }
    self.labelled = labelled
    self.declared = declared
    self.problems = problems
  }
}
