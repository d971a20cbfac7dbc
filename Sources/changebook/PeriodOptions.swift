import ArgumentParser
import Chronology

/// The options that name a period: one of them, or none.
struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("An ISO week.", valueName: "2026-W12"))
  var week: String?
  @Option(help: ArgumentHelp("A month.", valueName: "2026-03"))
  var month: String?
  @Option(help: ArgumentHelp("A quarter.", valueName: "2026-Q1"))
  var quarter: String?
  @Option(help: ArgumentHelp("A year.", valueName: "2026"))
  var year: String?

  private var asked: [(kind: Period.Kind, label: String)] {
    [(.week, week), (.month, month), (.quarter, quarter), (.year, year)].compactMap { kind, label in
      label.map { (kind, $0) }
    }
  }

  var isGiven: Bool { !asked.isEmpty }

  func validate() throws {
    guard asked.count <= 1 else {
      throw ValidationError("give one of --week, --month, --quarter and --year")
    }
    for (kind, label) in asked where Period(kind, labelled: label, in: .utc) == nil {
      throw ValidationError("--\(kind.rawValue) \(label): there is no such \(kind.rawValue)")
    }
  }

  /// The period that was named; nil where none was.
  func period(in zone: Zone) throws -> Period? {
    guard let (kind, label) = asked.first else { return nil }
    guard let period = Period(kind, labelled: label, in: zone) else {
      throw Failure("--\(kind.rawValue) \(label): there is no such \(kind.rawValue)")
    }
    return period
  }
}
