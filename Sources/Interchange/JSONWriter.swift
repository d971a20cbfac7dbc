import SourceText

/// Writes one JSON document (RFC 8259) as bytes, in the order of the calls.
///
/// **Invariant:** the keys of an object ascend by their bytes. Readers of our documents may rely on
/// it, so a writer that breaks it is a fault of ours and stops.
///
/// The text may stand inside a script element: `</` and `<!` do not occur in it.
package struct JSONWriter: ~Copyable {
  package enum Layout: Sendable {
    /// No blanks at all.
    case compact
    /// One member a line, two spaces a level.
    case pretty
  }

  private var buffer = ByteBuffer()
  private let layout: Layout
  /// What is being written.
  private var scope = Scope(kind: .document, keyStart: 0)
  /// The scopes around it, the document first.
  private var outer: [Scope] = []
  /// The last key of each object that is open, one after the other: a scope that held its key as a
  /// text would count a reference with each member.
  private var keys = ByteBuffer(capacity: 256)

  /// The document, or an object or array whose end has not been written.
  private struct Scope {
    enum Kind { case document, object, array }

    let kind: Kind
    /// Where its last key stands in `keys`.
    let keyStart: Int
    var isEmpty = true
    /// A key waits for its value.
    var hasKey = false
  }

  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// Makes room for so many bytes.
  package mutating func reserve(_ count: Int) { buffer.reserve(count) }

  /// The document with a line feed at its end.
  /// - Precondition: one value was written and everything is closed.
  package consuming func finish() -> [UInt8] {
    precondition(
      scope.kind == .document && !scope.isEmpty, "a JSON document is one complete value")
    buffer.append(0x0A)
    return buffer.bytes
  }

  // MARK: Structure

  package mutating func beginObject() { begin(.object, 0x7B) }
  package mutating func endObject() { end(.object, 0x7D) }
  package mutating func beginArray() { begin(.array, 0x5B) }
  package mutating func endArray() { end(.array, 0x5D) }

  package mutating func key(_ key: String) {
    key.withBytes { write(key: $0) }
  }

  private mutating func write(key: UnsafeBufferPointer<UInt8>) {
    precondition(scope.kind == .object && !scope.hasKey, "a key needs an object")
    precondition(scope.isEmpty || isLastKey(before: key), "the keys of a JSON object ascend")
    separate()
    scope.hasKey = true
    keys.cut(to: scope.keyStart)
    keys.append(key)
    buffer.append(json: key)
    buffer.append(0x3A)
    if layout == .pretty { buffer.append(0x20) }
  }

  /// Whether the object's last key stands before another in the order of their bytes.
  private func isLastKey(before key: UnsafeBufferPointer<UInt8>) -> Bool {
    keys.withBytes(from: scope.keyStart) { last in
      for index in 0..<min(last.count, key.count) where last[index] != key[index] {
        return last[index] < key[index]
      }
      return last.count < key.count
    }
  }

  private mutating func begin(_ kind: Scope.Kind, _ bracket: UInt8) {
    startValue()
    outer.append(scope)
    scope = Scope(kind: kind, keyStart: keys.count)
    buffer.append(bracket)
  }

  private mutating func end(_ kind: Scope.Kind, _ bracket: UInt8) {
    precondition(scope.kind == kind && !scope.hasKey, "JSON scopes are nested")
    let wasEmpty = scope.isEmpty
    keys.cut(to: scope.keyStart)
    scope = outer.removeLast()
    if !wasEmpty { breakLine() }
    buffer.append(bracket)
  }

  // MARK: Values

  package mutating func null() { literal("null") }

  /// Nil is written as null, here and below.
  package mutating func value(_ text: String?) {
    guard let text else { return null() }
    startValue()
    buffer.append(json: text)
  }

  /// A text as bytes of UTF-8.
  package mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
    startValue()
    buffer.append(json: text)
  }

  package mutating func value(_ number: Int?) { value(number.map(Int64.init)) }

  package mutating func value(_ number: Int64?) {
    guard let number else { return null() }
    startValue()
    buffer.append(decimal: number)
  }

  package mutating func value(_ flag: Bool?) {
    if let flag { literal(flag ? "true" : "false") } else { null() }
  }

  /// The shortest decimal that reads back as the same number. What is not finite is null.
  package mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    startValue()
    buffer.append(decimal: number)
  }

  private mutating func literal(_ text: StaticString) {
    startValue()
    buffer.append(text)
  }

  // MARK: Blanks

  private mutating func startValue() {
    switch scope.kind {
    case .document:
      precondition(scope.isEmpty, "a JSON document is one value")
      scope.isEmpty = false
    case .object:
      precondition(scope.hasKey, "a value in a JSON object needs a key")
      scope.hasKey = false
    case .array: separate()
    }
  }

  private mutating func separate() {
    if !scope.isEmpty { buffer.append(0x2C) }
    scope.isEmpty = false
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .pretty else { return }
    buffer.append(0x0A)
    for _ in outer {
      buffer.append(0x20)
      buffer.append(0x20)
    }
  }
}
