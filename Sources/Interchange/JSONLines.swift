/// Writes JSON Lines: one compact document a line.
package struct JSONLines {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func line(_ members: (inout JSONWriter) throws -> Void) rethrows {
    var writer = JSONWriter(.compact)
    try writer.object(members)
    bytes += writer.finish()
  }
}
