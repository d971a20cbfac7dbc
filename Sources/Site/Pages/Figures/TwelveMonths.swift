import Chronology
import Figures

/// The last twelve months, apart by type, risk and system: worked out once for all pages, when the
/// first of them asks.
final class TwelveMonths: Sendable {
  /// `November 2025 to October 2026`; nil where nothing was measured.
  let words: String?
  let interval: Interval?
  private let type: Deferred<Breakdown?>
  private let risk: Deferred<Breakdown?>
  private let system: Deferred<Breakdown?>
  /// Rows of the breakdown by system, by the form of their names.
  private let systemRows: Deferred<[String: Int]>

  /// - Parameter months: The earliest first.
  init(_ index: FiguresIndex, months: [PeriodFigures]) {
    let last = (months.last { !$0.isProvisional } ?? months.last)?.period
    let interval = last.map { index.interval(of: 12, upTo: $0) }
    self.interval = interval
    words = last.flatMap { last in
      interval.map { interval in
        let first = Period(.month, holding: interval.start, in: index.zone)
        return "\(DisplayTime.period(first)) to \(DisplayTime.period(last))"
      }
    }
    func broken(by dimension: Dimension) -> Deferred<Breakdown?> {
      Deferred { interval.map { index.breakdown(by: dimension, over: $0) } }
    }
    type = broken(by: .type)
    risk = broken(by: .risk)
    let system = broken(by: .system)
    self.system = system
    systemRows = Deferred {
      let rows = system.value?.rows ?? []
      return Dictionary(
        rows.enumerated().compactMap { index, row in
          row.name.map { (SystemIndex.form($0), index) }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  func by(_ dimension: Dimension) -> Breakdown? {
    switch dimension {
    case .type: type.value
    case .risk: risk.value
    case .system: system.value
    case .category: nil
    }
  }

  /// All figures of one system; empty where the twelve months have no record of it.
  func figures(ofSystem name: String) -> [Figure] {
    guard let row = systemRows.value[SystemIndex.form(name)], let rows = system.value?.rows else {
      return []
    }
    return rows[row].figures
  }
}
