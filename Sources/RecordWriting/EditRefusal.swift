import SourceText

/// Why a file is left as it is: what cannot be edited safely, and where it stands.
package struct EditRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  package let place: Place
  /// A sentence without a full stop.
  package let reason: String

  package init(_ reason: String, at place: Place) {
    self.place = place
    self.reason = reason
  }

  package var description: String {
    let start = place.start
    return "\(place.file.path):\(start.line):\(start.column): \(reason)"
  }
}
