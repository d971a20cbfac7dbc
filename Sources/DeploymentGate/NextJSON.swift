import Chronology
import Findings
import Interchange
import Records
import SourceText

/// The schema of the next slots.
package let nextSchema = "changebook.next/1"

/// The next slots of a change as `changebook.next/1`. Instants are RFC 3339 in UTC, an end that never
/// comes is null.
package func renderNextJSON(_ next: NextSlots) -> [UInt8] {
  var writer = JSONWriter(.pretty)
  writer.object { writer in
    writer.array("because", next.obstacles.map(\.text))
    writer.member("change", next.change.id)
    writer.array("earlier") { writer in
      for one in next.earlier {
        writer.object { writer in
          writer.member("end", end(of: one.interval))
          writer.array("reasons", one.reasons)
          writer.member("start", one.interval.start.rfc3339)
          writer.member("window", one.window)
        }
      }
    }
    writer.member("for", next.seconds)
    writer.member("from", next.from.rfc3339)
    writer.array("needs", next.needs.map(\.text))
    writer.member("schema", nextSchema)
    writer.array("slots") { writer in
      for slot in next.slots {
        writer.object { writer in
          writer.member("end", end(of: slot.interval))
          writer.member("start", slot.interval.start.rfc3339)
          writer.member("window", slot.window)
        }
      }
    }
    writer.member("state", next.isUnknown ? "unknown" : next.slots.isEmpty ? "none" : "found")
  }
  return writer.finish()
}

private func end(of interval: Interval) -> String? {
  interval.end == .distantFuture ? nil : interval.end.rfc3339
}
