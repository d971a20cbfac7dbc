import Foundation

/// A JSON document as a test looks into it.
indirect enum JSONValue: Decodable, Equatable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(name: String) -> JSONValue {
    get { if case .object(let members) = self { members[name] ?? .null } else { .null } }
    set {
      guard case .object(var members) = self else { return }
      members[name] = newValue
      self = .object(members)
    }
  }

  subscript(index: Int) -> JSONValue {
    get {
      if case .list(let list) = self, list.indices.contains(index) { list[index] } else { .null }
    }
    set {
      guard case .list(var list) = self, list.indices.contains(index) else { return }
      list[index] = newValue
      self = .list(list)
    }
  }

  var texts: [String] {
    guard case .list(let list) = self else { return [] }
    return list.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// The members but one.
  func without(_ name: String) -> JSONValue {
    guard case .object(var members) = self else { return self }
    members[name] = nil
    return .object(members)
  }
}

/// The keywords of JSON Schema 2020-12 that our documents use; any other is a fault.
enum SchemaChecker {
  /// Where and why a value breaks a schema.
  static func faults(_ value: JSONValue, _ schema: JSONValue, at path: String = "") -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): no schema"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument in
      faults(value, keyword, argument, of: schema, at: path)
    }
  }

  private static func faults(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, of schema: JSONValue,
    at path: String
  ) -> [String] {
    switch (keyword, argument) {
    case ("$schema", _), ("title", _), ("description", _), ("format", .text("date-time")): return []
    case ("type", .text(let type)): return has(value, type) ? [] : ["\(path): not \(type)"]
    case ("const", let constant): return value == constant ? [] : ["\(path): not the constant"]
    case ("enum", .list(let choices)): return choices.contains(value) ? [] : ["\(path): no choice"]
    case ("pattern", .text(let pattern)):
      guard case .text(let text) = value else { return [] }
      let matches = (try? Regex(pattern)).map { text.contains($0) } ?? false
      return matches ? [] : ["\(path): \(text) does not match"]
    case ("anyOf", .list(let schemas)):
      let attempts = schemas.map { faults(value, $0, at: path) }
      return attempts.contains { $0.isEmpty } ? [] : attempts.flatMap { $0 }
    case ("items", _):
      guard case .list(let list) = value else { return [] }
      return list.enumerated().flatMap { faults($1, argument, at: "\(path)/\($0)") }
    case ("properties", .object(let properties)):
      guard case .object(let members) = value else { return [] }
      return members.sorted { $0.key < $1.key }.flatMap { name, member in
        properties[name].map { faults(member, $0, at: "\(path)/\(name)") } ?? []
      }
    case ("required", .list):
      guard case .object(let members) = value else { return [] }
      return argument.texts.filter { members[$0] == nil }.map { "\(path)/\($0): missing" }
    case ("additionalProperties", _):
      guard case .object(let members) = value else { return [] }
      var known: Set<String> = []
      if case .object(let properties) = schema["properties"] { known = Set(properties.keys) }
      let others = members.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
      if argument == .truth(false) { return others.map { "\(path)/\($0.key): not known" } }
      return others.flatMap { faults($0.value, argument, at: "\(path)/\($0.key)") }
    default: return ["\(path): the keyword \(keyword) is not understood"]
    }
  }

  private static func has(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.truth, "boolean"), (.number, "number"), (.text, "string"),
      (.list, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
