import Chronology
import Configuration
import Records
import SourceText

/// What git knows of a register's changes.
package struct RegisterHistory: Sendable {
  /// Why nothing is known; nil where it is.
  package let absence: HistoryAbsence?
  /// The texts of earlier versions are not here: the clone is a partial one.
  package let lacksTexts: Bool
  private let use: HistoryUse
  private let zone: Zone
  private let records: [String: RecordHistory]
  /// Records that are gone, by path.
  package let lost: [LostRecord]
  /// Every id that a text of a commit has given a record, as far as the texts are here.
  package let heldIDs: Set<String>

  /// Of a register that nobody asked git about, or about which git says nothing.
  package init(_ absence: HistoryAbsence = .off) {
    self.init(
      absence: absence, lacksTexts: false, use: .off, zone: .utc, records: [:], lost: [],
      heldIDs: [])
  }

  init(
    absence: HistoryAbsence? = nil, lacksTexts: Bool, use: HistoryUse, zone: Zone,
    records: [String: RecordHistory], lost: [LostRecord], heldIDs: Set<String>
  ) {
    self.absence = absence
    self.lacksTexts = lacksTexts
    self.use = use
    self.zone = zone
    self.records = records
    self.lost = lost
    self.heldIDs = heldIDs
  }

  package func of(_ change: Change) -> RecordHistory? { records[change.file.path] }

  /// Rules go by it.
  package var isJudged: Bool {
    switch use {
    case .judged, .since: absence == nil
    case .shown, .off: false
    }
  }

  /// Whether rules go by what a commit did: not before the day from which the settings count, and
  /// not where a commit moved many records into git at once.
  package func isEvidence(_ edit: RecordEdit) -> Bool {
    isJudged && !(edit.kind == .added && edit.bringsInMany) && isEvidence(edit.commit)
  }

  package func isEvidence(_ commit: Commit?) -> Bool {
    guard case .since(let day) = use else { return isJudged }
    guard let commit else { return true }
    return commit.committed.map { $0 >= zone.start(of: day) } ?? true
  }
}
