import Markdown

/// Where targets lead from one page, or in the world.
package protocol LinkMap {
  /// Nil where nothing is known to lead there: the text is shown alone.
  func href(_ target: LinkTarget) -> String?

  /// Writes a part of somebody's document with its links and pictures led from here.
  func write(_ prose: Prose, to writer: inout HTMLWriter)
}
