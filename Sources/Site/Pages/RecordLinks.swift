/// Links from one page to many records of one kind: what they have in common is worked out once.
struct RecordLinks {
  private let prefix: String
  private let origin: Route
  private let isIncident: Bool

  init(toIncidents isIncident: Bool, from origin: Route) {
    self.isIncident = isIncident
    self.origin = origin
    let example = Self.record("x", isIncident).href(from: origin)
    prefix = String(example.dropLast(Self.ending.count))
  }

  private static let ending = "x.html"

  private static func record(_ id: String, _ isIncident: Bool) -> Route {
    isIncident ? .incident(id) : .change(id)
  }

  /// The same as `href(from:)` of the record's route.
  func href(_ id: String) -> String {
    guard (1...100).contains(id.utf8.count), id.utf8.allSatisfy(Self.isPlain) else {
      return Self.record(id, isIncident).href(from: origin)
    }
    return prefix + id + ".html"
  }

  /// A byte that stands for itself in slugs and in addresses.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
