import Interchange
import Records
import Synchronization

/// The events of all changes, written by the first feed that asks for one of them.
final class WrittenChanges: Sendable {
  private struct Content: Sendable {
    let bytes: [UInt8]
    /// Where each change stands, in the order of the register; empty for one that is no event.
    let spans: [Range<Int>]
  }

  private let events: ChangeEvents
  private let content = Mutex<Content?>(nil)

  init(_ events: ChangeEvents) { self.events = events }

  var all: [UInt8] { written.bytes }

  /// By the change's index in the register.
  subscript(index: Int) -> ArraySlice<UInt8> {
    let content = written
    return content.bytes[content.spans[index]]
  }

  private var written: Content {
    content.withLock { content in
      if let content { return content }
      let made = write()
      content = made
      return made
    }
  }

  private func write() -> Content {
    var writer = ICalendarWriter()
    var spans: [Range<Int>] = []
    spans.reserveCapacity(events.register.changes.count)
    for change in events.register.changes {
      let start = writer.count
      // Of two records with one id the first stands for it, as everywhere.
      if events.register.change(change.id) === change {
        events.write(change, to: &writer)
      }
      spans.append(start..<writer.count)
    }
    return Content(bytes: writer.bytes, spans: spans)
  }
}
