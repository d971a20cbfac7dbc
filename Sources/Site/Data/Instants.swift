import Chronology
import Interchange

extension JSONWriter {
  /// An instant as RFC 3339 in UTC; nil is written as null.
  mutating func member(_ key: String, _ instant: Instant?) {
    self.key(key)
    if let instant { instant.withRFC3339 { value(utf8: $0) } } else { null() }
  }
}

extension CSVWriter {
  /// An instant as RFC 3339 in UTC; nil leaves the field empty.
  mutating func instant(_ instant: Instant?) {
    if let instant { instant.withRFC3339 { text(utf8: $0) } } else { text(nil) }
  }
}
