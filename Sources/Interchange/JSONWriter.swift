/// Writes one JSON document (RFC 8259) as bytes, in the order of the calls.
///
/// **Invariant:** the keys of an object ascend by their bytes. Readers of our documents may rely on
/// it, so a writer that breaks it is a fault of ours and stops.
///
/// The text may stand inside a script element: `</` and `<!` do not occur in it.
package struct JSONWriter {
  package enum Layout: Sendable {
    /// No blanks at all.
    case compact
    /// One member a line, two spaces a level.
    case pretty
  }

  private var bytes: [UInt8] = []
  private let layout: Layout
  private var open: [Scope] = []
  private var isComplete = false

  /// An object or array whose end has not been written.
  private struct Scope {
    let isObject: Bool
    var isEmpty = true
    var lastKey: String?
    /// A key waits for its value.
    var hasKey = false
  }

  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// The document with a line feed at its end.
  /// - Precondition: one value was written and everything is closed.
  package consuming func finish() -> [UInt8] {
    precondition(isComplete && open.isEmpty, "a JSON document is one complete value")
    bytes.append(0x0A)
    return bytes
  }

  // MARK: Structure

  package mutating func beginObject() { begin(isObject: true) }
  package mutating func endObject() { end(isObject: true) }
  package mutating func beginArray() { begin(isObject: false) }
  package mutating func endArray() { end(isObject: false) }

  package mutating func key(_ key: String) {
    precondition(open.last?.isObject == true && open.last?.hasKey == false, "a key needs an object")
    let top = open.count - 1
    precondition(
      open[top].lastKey.map { precedes($0, key) } ?? true,
      "the keys of a JSON object ascend")
    separate()
    open[top].lastKey = key
    open[top].hasKey = true
    bytes.appendJSON(key)
    bytes.append(0x3A)
    if layout == .pretty { bytes.append(0x20) }
  }

  private mutating func begin(isObject: Bool) {
    startValue()
    open.append(Scope(isObject: isObject))
    bytes.append(isObject ? 0x7B : 0x5B)
  }

  private mutating func end(isObject: Bool) {
    let scope = open.popLast()
    precondition(scope?.isObject == isObject && scope?.hasKey == false, "JSON scopes are nested")
    if scope?.isEmpty == false { breakLine() }
    bytes.append(isObject ? 0x7D : 0x5D)
    isComplete = open.isEmpty
  }

  // MARK: Values

  package mutating func null() { literal("null") }

  /// Nil is written as null, here and below.
  package mutating func value(_ text: String?) {
    guard let text else { return null() }
    startValue()
    bytes.appendJSON(text)
    isComplete = open.isEmpty
  }

  package mutating func value(_ number: Int?) {
    if let number { literal(number.description) } else { null() }
  }

  package mutating func value(_ number: Int64?) {
    if let number { literal(number.description) } else { null() }
  }

  package mutating func value(_ flag: Bool?) {
    if let flag { literal(flag ? "true" : "false") } else { null() }
  }

  /// The shortest decimal that reads back as the same number. What is not finite is null.
  package mutating func value(_ number: Double?) {
    if let number, number.isFinite { literal(shortestDecimal(number)) } else { null() }
  }

  private mutating func literal(_ text: String) {
    startValue()
    bytes += text.utf8
    isComplete = open.isEmpty
  }

  // MARK: Blanks

  private mutating func startValue() {
    precondition(!isComplete, "a JSON document is one value")
    guard let top = open.indices.last else { return }
    if open[top].isObject {
      precondition(open[top].hasKey, "a value in a JSON object needs a key")
      open[top].hasKey = false
    } else {
      separate()
    }
  }

  private mutating func separate() {
    let top = open.count - 1
    if !open[top].isEmpty { bytes.append(0x2C) }
    open[top].isEmpty = false
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .pretty else { return }
    bytes.append(0x0A)
    for _ in 0..<open.count { bytes += [0x20, 0x20] }
  }
}

/// Whole numbers are written without a fraction.
func shortestDecimal(_ number: Double) -> String {
  let text = number.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// Whether a text stands before another in the order of their bytes.
private func precedes(_ a: String, _ b: String) -> Bool {
  var (a, b) = (a, b)
  return a.withUTF8 { a in
    b.withUTF8 { b in
      for index in 0..<min(a.count, b.count) where a[index] != b[index] {
        return a[index] < b[index]
      }
      return a.count < b.count
    }
  }
}
