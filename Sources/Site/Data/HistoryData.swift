import Chronology
import History
import Interchange
import Records
import SourceText

/// What git knows of each change. Addresses are left out: a site may be read by more people than a
/// repository.
struct HistoryData: Sendable {
  let history: RegisterHistory
  let register: Register
  let asOf: Instant

  /// `changebook.history/2`.
  static let document = DataDocument<HistoryData>(
    "history", version: 2, title: "History of a changebook site"
  ) {
    DataField(
      "absence", .optionalText, "Why nothing is known of the history; null where it is."
    ) { $0.history.absence?.sentence }
    DataField("as_of", .instant) { $0.asOf }
    DataField(
      "changes", .list(.object(Entry.fields)), "By id, then file; those that a commit holds."
    ) { data in
      data.register.changes.compactMap { change in
        data.history.of(change).map {
          Entry(change: change, record: $0, people: data.register.people)
        }
      }
    }
    DataField("removed", .list(.object(LostRecord.fields)), "Records that are gone.") {
      $0.history.lost
    }
  }

  /// A change with what is known of it.
  fileprivate struct Entry: Sendable {
    let change: Change
    let record: RecordHistory
    let people: PeopleDirectory

    static let fields = DataFields<Entry> {
      DataField("edits", .list(.object(Edit.fields)), "The oldest first.") { entry in
        entry.record.edits.map { Edit(edit: $0, people: entry.people) }
      }
      DataField("file", .text) { $0.change.file.path }
      DataField("id", .text) { $0.change.id }
    }
  }

  fileprivate struct Edit: Sendable {
    let edit: RecordEdit
    let people: PeopleDirectory

    static let fields = DataFields<Edit> {
      DataField(
        "author", .optionalText, "As the list of people has them; null before a commit."
      ) { row in
        row.edit.commit.map { row.people.title(email: $0.author.email) ?? $0.author.title }
      }
      DataField("authored", .optional(.instant)) { $0.edit.commit?.authored }
      DataField("changes", .list(.object(FieldChange.fields))) { $0.edit.changes }
      DataField("commit", .optionalText, "Null for what is not committed yet.") {
        $0.edit.commit?.id
      }
      DataField("committed", .optional(.instant)) { $0.edit.commit?.committed }
      DataField("doubt", .optionalText, "Why its times prove nothing.") { $0.edit.clock?.words }
      DataField("known", .boolean, "Both versions could be read.") { $0.edit.fields.areRead }
      DataField("moved_from", .optionalText) { $0.edit.origin }
      DataField("subject", .optionalText, "Why, in the words of the commit.") {
        $0.edit.commit?.subject
      }
    }
  }
}

extension FieldChange {
  fileprivate static let fields = DataFields<FieldChange> {
    DataField("added", .texts) { $0.added }
    DataField("field", .text) { $0.name }
    DataField("removed", .texts) { $0.removed }
  }
}

extension LostRecord {
  fileprivate static let fields = DataFields<LostRecord> {
    DataField("commit", .optionalText, "Null where no commit has removed it yet.") {
      $0.commit?.id
    }
    DataField("file", .text) { $0.path }
    DataField("id", .text) { $0.id }
    DataField(
      "replacement", .optionalText, "The id of what was written over it, or has its id now."
    ) { $0.replacement }
  }
}

extension RecordEdit {
  fileprivate var origin: String? { if case .moved(let from) = kind { from } else { nil } }
}
