import Chronology
import Interchange
import Records
import SourceText

extension NextSlots {
  /// The next slots of a change, `changebook.next/1`. Instants are RFC 3339 in UTC, an end that never comes
  /// is null.
  package static let document = DataDocument<NextSlots>(
    "next", version: 1, title: "Next slots of a change of a changebook site"
  ) {
    DataField("because", .texts, "Why there is no answer, or no slot.") { $0.obstacles.map(\.text) }
    DataField("change", .text, "Its id.") { $0.change.id }
    DataField(
      "earlier", .list(.object(Obstructed.fields)),
      "Windows before the first slot that it may use, in order."
    ) { $0.earlier }
    DataField("for", .integer, "Seconds that it is to last; 0 for an instant.") { $0.seconds }
    DataField("from", .instant, "From when on slots are looked for.") { $0.from }
    DataField("needs", .texts, "What has to happen first.") { $0.needs.map(\.text) }
    DataField("slots", .list(.object(Slot.fields)), "In order.") { $0.slots }
    DataField("state", .choice(["found", "none", "unknown"])) {
      $0.isUnknown ? "unknown" : $0.slots.isEmpty ? "none" : "found"
    }
  }
}

extension NextSlots.Slot {
  fileprivate static let fields = DataFields<NextSlots.Slot> {
    DataField("end", .optional(.instant)) { $0.interval.knownEnd }
    DataField("start", .instant) { $0.interval.start }
    DataField("window", .optionalText, "Null where it needs none.") { $0.window }
  }
}

extension NextSlots.Obstructed {
  fileprivate static let fields = DataFields<NextSlots.Obstructed> {
    DataField("end", .optional(.instant)) { $0.interval.knownEnd }
    DataField("reasons", .texts, "What stands in its way; never empty.") { $0.reasons }
    DataField("start", .instant) { $0.interval.start }
    DataField("window", .optionalText) { $0.window }
  }
}
