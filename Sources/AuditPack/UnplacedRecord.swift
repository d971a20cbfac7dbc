import Findings
import Interchange
import Records
import Rules
import SourceText

/// A record of which something cannot be read, or a file that may be one and is not opened.
struct UnplacedRecord: Sendable {
  /// Its id; of a file that is not opened the one of its name, else its path.
  let id: String
  let file: String
  /// In the words of the first finding.
  let reason: String
  /// It has an instant, so that it is in the population of its period.
  let isPlaced: Bool

  static let fields = DataFields<UnplacedRecord> {
    DataField("id", .text) { $0.id }
    DataField("file", .text) { $0.file }
    DataField("in_population", .boolean) { $0.isPlaced }
    DataField("reason", .text) { $0.reason }
  }

  init(_ change: Change) {
    id = change.id
    file = change.file.path
    isPlaced = change.anchor != nil
    let found = Rules.findings(for: change.problems)
    reason =
      found.first { $0.nature == .unreadable }?.message
      ?? (isPlaced ? "another record has its id" : "it has no instant")
  }

  private init(_ record: UnopenedRecord) {
    id = record.name
    file = record.path
    isPlaced = false
    reason = Rules.findings(for: [record.problem]).first?.message ?? "it cannot be read"
  }

  /// Those without a time, by id: they may be of any period.
  static func all(in register: Register) -> [UnplacedRecord] {
    register.changes.filter { $0.anchor == nil }.map(UnplacedRecord.init)
      + register.unopened.map(UnplacedRecord.init)
  }
}

extension [UnplacedRecord] {
  func has(_ file: String) -> Bool { contains { $0.file == file } }
}

extension PackContent {
  /// Everything that the numbers do not hold: records of the population that cannot be read, then those of
  /// which nobody knows the time.
  var unreadRecords: [UnplacedRecord] {
    population.filter { unread.contains($0.id) }.map(UnplacedRecord.init) + unplaced
  }
}
