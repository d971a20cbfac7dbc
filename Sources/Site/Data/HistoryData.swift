import Chronology
import History
import Interchange
import Records
import SourceText

/// `changebook.history/1`: what git knows of each change, of which `JSONSchema.history` is the
/// description. Addresses are left out: a site may be read by more people than a repository.
func renderHistoryJSON(
  _ history: RegisterHistory, of register: Register, asOf: Instant
) -> [UInt8] {
  var writer = JSONWriter(.compact)
  writer.object { writer in
    writer.member("absence", history.absence?.sentence)
    writer.member("asOf", asOf)
    writer.array("changes") { writer in
      for change in register.changes {
        guard let record = history.of(change) else { continue }
        writer.object { writer in
          writer.array("edits") { writer in
            for edit in record.edits { writer.object { edit.write(to: &$0, register.people) } }
          }
          writer.member("file", change.file.path)
          writer.member("id", change.id)
        }
      }
    }
    writer.array("removed") { writer in
      for lost in history.lost {
        writer.object { writer in
          writer.member("commit", lost.commit?.id)
          writer.member("file", lost.path)
          writer.member("id", lost.id)
        }
      }
    }
    writer.member("schema", "changebook.history/1")
  }
  return writer.finish()
}

extension RecordEdit {
  fileprivate func write(to writer: inout JSONWriter, _ people: PeopleDirectory) {
    writer.member(
      "author", commit.map { people.title(email: $0.author.email) ?? $0.author.title })
    writer.member("authored", commit?.authored)
    writer.array("changes") { writer in
      for change in changes {
        writer.object { writer in
          writer.array("added", change.added)
          writer.member("field", change.name)
          writer.array("removed", change.removed)
        }
      }
    }
    writer.member("commit", commit?.id)
    writer.member("committed", commit?.committed)
    writer.member("doubt", clock?.words)
    writer.member("known", fields.areRead)
    writer.member("movedFrom", origin)
    writer.member("subject", commit?.subject)
  }

  private var origin: String? { if case .moved(let from) = kind { from } else { nil } }
}

extension JSONSchema {
  /// `changebook.history/1`.
  package static let history = JSONSchema.object([
    .always(
      "absence",
      .described("Why nothing is known of the history; null where it is.", optionalText)),
    .always("asOf", .instant),
    .always(
      "changes", .described("By id, then file; those that a commit holds.", .list(recordHistory))),
    .always(
      "removed",
      .described(
        "Records that are gone.",
        .list(
          .object([
            .always("commit", .described("Null where no commit has removed it yet.", optionalText)),
            .always("file", .text), .always("id", .text),
          ])))),
    .always("schema", .constant("changebook.history/1")),
  ])

  private static let recordHistory = JSONSchema.object([
    .always("edits", .described("The oldest first.", .list(edit))),
    .always("file", .text), .always("id", .text),
  ])

  private static let edit = JSONSchema.object([
    .always(
      "author", .described("As the list of people has them; null before a commit.", optionalText)),
    .always("authored", .optional(.instant)),
    .always(
      "changes",
      .list(
        .object([
          .always("added", .list(.text)), .always("field", .text),
          .always("removed", .list(.text)),
        ]))),
    .always("commit", .described("Null for what is not committed yet.", optionalText)),
    .always("committed", .optional(.instant)),
    .always("doubt", .described("Why its times prove nothing.", optionalText)),
    .always("known", .described("Both versions could be read.", .truth)),
    .always("movedFrom", optionalText),
    .always("subject", .described("Why, in the words of the commit.", optionalText)),
  ])
}
