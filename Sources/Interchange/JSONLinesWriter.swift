/// Writes JSON Lines: one object a line, each ending with a line feed; nothing where there is no
/// row.
package struct JSONLinesWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// One object. Its keys ascend, as those of every object do.
  package mutating func row(_ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(.compact)
    writer.object(members)
    bytes += writer.finish()
  }
}
