import Markdown

/// A drawing, together with what says the same to those who cannot see it.
package protocol Chart: Sendable {
  /// What it shows, in a few sentences made from the data.
  var summary: String { get }
  /// The data, a row each.
  var table: ChartTable { get }
  /// Nothing would be seen.
  var isEmpty: Bool { get }
  /// Time runs to the right in it, up to now: where there is no room, its right end is what is looked for.
  var endsNow: Bool { get }
  /// An `svg` element that begins with `summary` as its text alternative.
  func draw() -> HTML
}

extension Chart {
  package var endsNow: Bool { false }
}
