import Chronology
import PolicyReading
import Records
import TestSupport

@testable import Figures

/// Two years of changes by chance, the second of which goes on as the first, gets worse or better for
/// good, or ends in a month in which nearly everything fails. With all that records have: types, late
/// approvals, rollbacks, incidents, absent outcomes and times, records with errors.
struct SimulatedYears {
  enum Course: String, CaseIterable { case stable, shifted, disastrous }

  let course: Course
  /// About so many changes a month.
  let volume: Int
  private(set) var changes: [SampleChange] = []
  private(set) var unreadable: Set<String> = []
  /// The month that the paragraph is about.
  let label: String
  let asOf: String

  static let months = 24

  /// The sixty that are read and recomputed.
  static let all: [SimulatedYears] = (0..<60).map { number in
    SimulatedYears(
      Course.allCases[number % 3], volume: [2, 8, 20, 40, 90][number / 3 % 5],
      seed: UInt64(1000 + number))
  }

  init(_ course: Course, volume: Int, seed: UInt64) {
    self.course = course
    self.volume = volume
    var random = SplitMix(seed: seed)
    // The last month, or one of those before it; one in eight is still running.
    let last = Self.months - 1 - random.below(4)
    let isRunning = random.below(8) == 0
    label = SampleSeries.month(last).label
    asOf = isRunning ? "\(label)-20T12:00Z" : "2027-01-15T12:00Z"
    let turn = course == .disastrous ? last : 12 + random.below(8)
    let usual = [0.02, 0.05, 0.12][random.below(3)]
    let later =
      course == .disastrous ? 0.85 : course == .shifted ? [0.0, 0.3, 0.5][random.below(3)] : usual
    for month in 0..<Self.months {
      let isLater = course != .stable && (course == .disastrous ? month == turn : month >= turn)
      let number = max(0, volume - volume / 4 + random.below(volume / 2 + 1))
      for index in 0..<number {
        append(month, index, failing: isLater ? later : usual, &random)
      }
    }
  }

  private mutating func append(
    _ month: Int, _ index: Int, failing: Double, _ random: inout SplitMix
  ) {
    let label = SampleSeries.month(month).label
    let id = "C-\(100_000 + month * 1000 + index)"
    let types = ["Normal", "Normal", "Normal", "Standard", "Emergency", "Runtime Upgrade"]
    var change = SampleChange(id, types[random.below(20) < 17 ? random.below(4) : random.below(6)])
    func time(_ day: Int, _ minutes: Int) -> String {
      "\(label)-\(twoDigits(day))T\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))Z"
    }
    let day = 2 + random.below(26)
    let start = 6 * 60 + random.below(600)
    change.requested = time(1, random.below(300))
    change.started = time(day, start)
    change.deployed = time(day, start + 1 + random.below(120))
    change.approved = [time(day, max(0, start - random.below(300)))]
    change.planned = (time(day, start), time(day, start + 180))
    let roll = Double(random.below(1000)) / 1000
    change.outcome =
      roll < failing
      ? [.failed, .rolledBack, .aborted, .successfulWithIssues][random.below(4)] : .successful
    if change.outcome == .rolledBack { change.rolledBack = time(day, start + 125) }
    switch random.below(60) {
    case 0: (change.outcome, change.rolledBack) = (nil, nil)
    case 1:
      // Its time is nowhere written down.
      (change.started, change.deployed, change.planned) = (nil, nil, nil)
      (change.approved, change.rolledBack, change.outcome) = ([], nil, .failed)
    case 2:
      (change.started, change.deployed, change.outcome) = (nil, nil, .cancelled)
      change.rolledBack = nil
    case 3: change.approved = [time(day, start + 30)]
    case 4: unreadable.insert(id)
    case 5: change.caused = ["I-\(id)"]
    case 6:
      (change.deployed, change.outcome, change.rolledBack) = (nil, nil, nil)
      change.planned = ("2027-02-01T06:00Z", "2027-02-01T08:00Z")
    default: break
    }
    changes.append(change)
  }

  func paragraph() throws -> String {
    let register = try sampleRegister(changes)
    let index = FiguresIndex(register, unreadable: unreadable, asOf: at(asOf))
    guard let period = Period(.month, labelled: label, in: .utc) else {
      throw SampleError.noPeriod
    }
    return verdictParagraph(of: index.measure(period), in: index.measureAll(.month))
  }
}
