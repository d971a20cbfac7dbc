import Records
import SourceText

extension Change {
  /// The id that the record or its file's name gives; nil where neither does.
  var idOnRecord: String? { RecordID.isValid(id) ? id : nil }

  /// Whether a later text is another record than this one, and not the same that somebody edited.
  ///
  /// A record that gets another id and nothing else is the same, as is one that keeps its id and its title or
  /// the instant of its request. Of a text that cannot be read nothing is concluded.
  func isReplaced(by later: Change) -> Bool {
    if hasUnreadableFacts || later.hasUnreadableFacts { return false }
    if idOnRecord != later.idOnRecord {
      return recordFields.changes(to: later.recordFields).contains { $0.name != "Id" }
    }
    guard let title = title?.value, let newTitle = later.title?.value, let asked = requested?.value,
      let newAsked = later.requested?.value
    else { return false }
    return title != newTitle && asked != newAsked
  }
}
