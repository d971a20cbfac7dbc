import Chronology
import Documents

/// A link to the page before or after.
struct NeighbourLink: TemplateModel {
  enum Side: String { case previous = "prev", next }

  let side: Side
  let name: String
  let target: LinkTarget

  static let fields = TemplateFields<Self>(
    .flag("isNext", "It is the page after.") { $0.side == .next },
    .text("name", "The name of the page.") { $0.name },
    .target("href", "Its address.") { $0.target })
}

extension NeighbourLink {
  /// The periods before and after one, the earliest first.
  static func around(
    _ index: Int, of periods: [Period], target: (Period) -> LinkTarget
  ) -> [NeighbourLink] {
    [(Side.previous, index - 1), (.next, index + 1)].filter { periods.indices.contains($0.1) }
      .map { side, index in
        NeighbourLink(
          side: side, name: DisplayTime.period(periods[index]).capitalisedFirst,
          target: target(periods[index]))
      }
  }
}
