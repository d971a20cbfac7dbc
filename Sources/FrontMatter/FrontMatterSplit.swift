import SourceText

/// Where a file's front matter and its body lie.
package struct FrontMatterSplit: Sendable, Hashable {
  /// The YAML between the fences; nil where the file does not begin with one.
  package let yaml: SourceRange?
  /// What follows the closing fence, or the whole file.
  package let body: SourceRange
  /// The opening fence has no closing one.
  package let isUnclosed: Bool

  package init(yaml: SourceRange?, body: SourceRange, isUnclosed: Bool = false) {
    self.yaml = yaml
    self.body = body
    self.isUnclosed = isUnclosed
  }
}
