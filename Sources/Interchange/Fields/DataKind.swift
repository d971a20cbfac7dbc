import Chronology

/// A kind of value that data documents hold: its description in a JSON Schema, how it is written as JSON,
/// and how it stands in a field of a table.
package struct DataKind<Value>: Sendable {
  package let schema: JSONSchema
  package let json: @Sendable (Value, inout JSONWriter) -> Void
  /// Nil where a table has no field for it.
  let cell: (@Sendable (Value, inout CSVWriter) -> Void)?

  package init(
    _ schema: JSONSchema, json: @escaping @Sendable (Value, inout JSONWriter) -> Void,
    cell: (@Sendable (Value, inout CSVWriter) -> Void)? = nil
  ) {
    self.schema = schema
    self.json = json
    self.cell = cell
  }

  /// The same with words on what it is.
  func described(_ words: String?) -> JSONSchema {
    words.map { .described($0, schema) } ?? schema
  }
}

// MARK: - Plain values

extension DataKind where Value == String {
  package static let text = texts(.text)

  /// A text that matches an ECMAScript pattern.
  package static func pattern(_ pattern: String) -> Self { texts(.pattern(pattern)) }

  /// One of some texts.
  package static func choice(_ choices: [String]) -> Self { texts(.choice(choices)) }

  /// An instant that is written already, RFC 3339 in UTC.
  package static let writtenInstant = texts(.instant)

  private static func texts(_ schema: JSONSchema) -> Self {
    Self(schema, json: { $1.value($0) }, cell: { $1.text($0) })
  }
}

extension DataKind
where Value: RawRepresentable & CaseIterable & SendableMetatype, Value.RawValue == String {
  /// One of the cases of a type, by its raw value.
  package static var oneOf: Self {
    Self(
      .choice(Value.allCases.map(\.rawValue)), json: { $1.value($0.rawValue) },
      cell: { $1.text($0.rawValue) })
  }
}

extension DataKind where Value == Int {
  package static let integer = Self(
    .integer, json: { $1.value($0) }, cell: { $1.number($0) })
}

extension DataKind where Value == Int64 {
  package static let integer = Self(
    .integer, json: { $1.value($0) }, cell: { $1.number($0) })
}

extension DataKind where Value == Double {
  package static let number = Self(
    .number, json: { $1.value($0) }, cell: { $1.number($0) })
}

extension DataKind where Value == Bool {
  package static let boolean = Self(
    .boolean, json: { $1.value($0) }, cell: { $1.text($0 ? "true" : "false") })
}

extension DataKind where Value == Instant {
  /// RFC 3339 in UTC.
  package static let instant = Self(
    .instant,
    json: { instant, writer in instant.withRFC3339 { writer.value(utf8: $0) } },
    cell: { $1.instant($0) })
}

// MARK: - Values made of others

extension DataKind {
  /// Null in JSON and empty in a table where there is nothing.
  package static func optional<Wrapped>(
    _ kind: DataKind<Wrapped>
  ) -> Self where Value == Wrapped? {
    var cell: (@Sendable (Value, inout CSVWriter) -> Void)?
    if let own = kind.cell {
      cell = { value, writer in
        if let value { own(value, &writer) } else { writer.text(nil) }
      }
    }
    return Self(
      .optional(kind.schema),
      json: { value, writer in
        if let value { kind.json(value, &writer) } else { writer.null() }
      }, cell: cell)
  }

  package static func list<Element>(
    _ kind: DataKind<Element>
  ) -> Self where Value == [Element] {
    Self(
      .list(kind.schema),
      json: { elements, writer in
        writer.array { for element in elements { kind.json(element, &$0) } }
      })
  }

  /// An object of some fields.
  package static func object(_ fields: DataFields<Value>) -> Self {
    Self(fields.schema, json: { value, writer in writer.object { fields.write(value, to: &$0) } })
  }

  /// An object whose keys are data, in the order given; they have to ascend.
  package static func map<Element>(
    _ kind: DataKind<Element>
  ) -> Self where Value == [(key: String, value: Element)] {
    Self(
      .map(kind.schema),
      json: { members, writer in
        writer.object { writer in
          for member in members {
            writer.key(member.key)
            kind.json(member.value, &writer)
          }
        }
      })
  }
}

extension DataKind where Value == [String] {
  package static let texts = texts()

  /// In a table all of them in one field, with a separator between two.
  package static func texts(
    _ kind: DataKind<String> = .text, separator: StaticString = " "
  ) -> Self {
    Self(
      .list(kind.schema), json: { $1.array($0) },
      cell: { texts, writer in
        writer.beginTexts()
        for text in texts { writer.add(text, after: separator) }
        writer.endTexts()
      })
  }
}

extension DataKind where Value == String? {
  package static let optionalText = optional(.text)
}

extension DataKind where Value == Void {
  /// Always null.
  package static let nothing = Self(.null, json: { $1.null() })
}
