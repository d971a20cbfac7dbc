/// A key of front matter that nobody reads, kept so that it can be shown.
package struct UnreadKey: Sendable {
  /// With the keys that lead to it: `review.minutes`.
  package let key: String
  /// As a person reads it: a text, the texts of a list, or the YAML that was written.
  package let value: String
  /// Of the key.
  package let place: Place

  package init(key: String, value: String, place: Place) {
    self.key = key
    self.value = value
    self.place = place
  }
}
