/// Where something stands: a file and a range in it.
package struct Place: Sendable, Hashable {
  package let file: SourceFile
  package let range: SourceRange

  package init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    self.range = range
  }

  /// The whole first line that is not empty: for what is missing altogether.
  package init(startOf file: SourceFile) {
    let line = (1...file.lineStarts.count).first { !file.range(ofLine: $0).isEmpty }
    self.init(file, file.range(ofLine: line ?? 1))
  }

  package var start: Position { file.position(at: Int(range.lower)) }
  package var end: Position { file.position(at: Int(range.upper)) }
  /// The text as written.
  package var text: String { file.text(range) }

  package static func == (a: Place, b: Place) -> Bool {
    a.range == b.range && (a.file === b.file || a.file.path == b.file.path)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(file.path)
    hasher.combine(range)
  }
}

/// A value and the place that says it.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var place: Place

  package init(_ value: Value, _ place: Place) {
    self.value = value
    self.place = place
  }

  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), place)
  }
}

extension Located where Value == String {
  /// The same for texts, which most located values are: no metadata is looked up at each call.
  package init(_ value: String, _ place: Place) {
    self.value = value
    self.place = place
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
