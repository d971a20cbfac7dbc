/// How much Markdown is read. The bounds are far above what people write and far below what makes
/// cmark slow: within them any file takes less than a second.
package struct MarkdownLimits: Sendable {
  /// Of the file, front matter included, in bytes.
  package var fileSize: Int
  /// In bytes, without its ending.
  package var lineLength = 8 * 1024

  /// A change, an incident or a freeze.
  package static let record = MarkdownLimits(fileSize: 64 * 1024)
  package static let policy = MarkdownLimits(fileSize: 256 * 1024)
  package static let page = MarkdownLimits(fileSize: 256 * 1024)
}
