import Records
import SourceText

/// One text of a record, read; used by one thread.
final class RecordVersion {
  /// Nil where its text is not here.
  let change: Change?
  private(set) lazy var fields = change?.recordFields ?? []

  init(_ change: Change?) { self.change = change }

  static func compare(
    _ before: RecordVersion?, _ after: RecordVersion?
  ) -> RecordEdit.FieldReading {
    guard let before, let after else {
      // The first and the last word on a record are told as such.
      guard let only = (before ?? after)?.change else { return .unknown }
      return only.hasUnreadableFacts ? .unreadable : .read([])
    }
    guard let old = before.change, let new = after.change else { return .unknown }
    if old.hasUnreadableFacts || new.hasUnreadableFacts { return .unreadable }
    return .read(before.fields.changes(to: after.fields))
  }

  /// Whether two texts are one but for the ends of their lines.
  func saysTheSame(as other: RecordVersion) -> Bool {
    guard let change, let other = other.change else { return true }
    return change.file.bytes.lazy.filter { $0 != 0x0D }
      .elementsEqual(other.file.bytes.lazy.filter { $0 != 0x0D })
  }
}
