/// A description of a JSON value, written as JSON Schema 2020-12.
package indirect enum JSONSchema: Sendable {
  case text
  case integer
  case number
  case boolean
  case null
  /// RFC 3339 in UTC.
  case instant
  /// A text that matches an ECMAScript pattern.
  case pattern(String)
  case constant(String)
  case choice([String])
  case list(JSONSchema)
  case object([Member])
  /// An object with any names, all of whose values are alike.
  case map(JSONSchema)
  case optional(JSONSchema)
  case anyOf([JSONSchema])
  case described(String, JSONSchema)

  /// One name of an object. Objects have no other names.
  package struct Member: Sendable {
    let name: String
    let isRequired: Bool
    let schema: JSONSchema

    package init(name: String, isRequired: Bool, schema: JSONSchema) {
      self.name = name
      self.isRequired = isRequired
      self.schema = schema
    }

    package static func required(_ name: String, _ schema: JSONSchema) -> Member {
      Member(name: name, isRequired: true, schema: schema)
    }

    package static func optional(_ name: String, _ schema: JSONSchema) -> Member {
      Member(name: name, isRequired: false, schema: schema)
    }
  }
}

// MARK: - Writing

extension JSONSchema {
  /// The whole document.
  package func document(title: String) -> [UInt8] {
    var writer = JSONWriter(.pretty)
    var keywords = keywords
    keywords["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
    keywords["title"] = .text(title)
    Keyword.group(keywords).write(to: &writer)
    return writer.finish()
  }

  private enum Keyword {
    case text(String)
    case no
    case texts([String])
    case group([String: Keyword])
    case groups([[String: Keyword]])

    func write(to writer: inout JSONWriter) {
      switch self {
      case .text(let text): writer.value(text)
      case .no: writer.value(false)
      case .texts(let texts): writer.array(texts)
      case .group(let group):
        writer.object { writer in
          let keys = group.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
          for key in keys {
            writer.key(key)
            group[key]?.write(to: &writer)
          }
        }
      case .groups(let groups):
        writer.array { writer in
          for group in groups { Keyword.group(group).write(to: &writer) }
        }
      }
    }
  }

  private var keywords: [String: Keyword] {
    switch self {
    case .text: return ["type": .text("string")]
    case .integer: return ["type": .text("integer")]
    case .number: return ["type": .text("number")]
    case .boolean: return ["type": .text("boolean")]
    case .instant:
      return [
        "type": .text("string"), "format": .text("date-time"),
        "pattern": .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"),
      ]
    case .pattern(let pattern): return ["type": .text("string"), "pattern": .text(pattern)]
    case .constant(let text): return ["const": .text(text)]
    case .choice(let texts): return ["enum": .texts(texts)]
    case .list(let element): return ["type": .text("array"), "items": .group(element.keywords)]
    case .map(let value):
      return ["type": .text("object"), "additionalProperties": .group(value.keywords)]
    case .object(let members):
      let properties = members.map { ($0.name, Keyword.group($0.schema.keywords)) }
      let required = members.filter(\.isRequired).map(\.name).sorted()
      return [
        "type": .text("object"), "additionalProperties": .no, "required": .texts(required),
        "properties": .group(Dictionary(properties, uniquingKeysWith: { first, _ in first })),
      ]
    case .optional(let schema): return JSONSchema.anyOf([schema, .null]).keywords
    case .anyOf(let schemas): return ["anyOf": .groups(schemas.map(\.keywords))]
    case .null: return ["type": .text("null")]
    case .described(let description, let schema):
      return schema.keywords.merging(["description": .text(description)]) { own, _ in own }
    }
  }
}
