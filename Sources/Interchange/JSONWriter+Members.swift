extension JSONWriter {
  package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
    beginObject()
    try members(&self)
    endObject()
  }

  package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
    beginArray()
    try elements(&self)
    endArray()
  }

  package mutating func array(_ texts: [String]) {
    beginArray()
    for text in texts { value(text) }
    endArray()
  }

  // MARK: Members of an object

  package mutating func object(
    _ key: String, _ members: (inout JSONWriter) throws -> Void
  ) rethrows {
    self.key(key)
    try object(members)
  }

  package mutating func array(
    _ key: String, _ elements: (inout JSONWriter) throws -> Void
  ) rethrows {
    self.key(key)
    try array(elements)
  }

  package mutating func array(_ key: String, _ texts: [String]) {
    self.key(key)
    array(texts)
  }

  package mutating func null(_ key: String) {
    self.key(key)
    null()
  }

  package mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    value(text)
  }

  package mutating func member(_ key: String, _ number: Int?) {
    self.key(key)
    value(number)
  }

  package mutating func member(_ key: String, _ number: Int64?) {
    self.key(key)
    value(number)
  }

  package mutating func member(_ key: String, _ number: Double?) {
    self.key(key)
    value(number)
  }

  package mutating func member(_ key: String, _ flag: Bool?) {
    self.key(key)
    value(flag)
  }
}
