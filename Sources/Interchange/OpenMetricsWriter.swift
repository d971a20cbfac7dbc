/// Writes figures as text for programs that collect them: OpenMetrics 1.0, which Prometheus and its like read.
///
/// Families stand one after the other, each with all its samples; names and labels are the program's own,
/// values of labels may be anything.
package struct OpenMetricsWriter {
  package enum Kind: String, Sendable { case gauge, info, stateset }

  package typealias Labels = [(name: String, value: String)]

  private var text = ""
  private var family = ""

  package init() {}

  /// Begins a family.
  ///
  /// - Parameters:
  ///   - unit: The last part of its name, such as `seconds`; nil where it has none.
  ///   - help: What it is, a sentence.
  package mutating func begin(_ name: String, _ kind: Kind, unit: String? = nil, help: String) {
    family = unit.map { "\(name)_\($0)" } ?? name
    text += "# TYPE \(family) \(kind.rawValue)\n"
    if let unit { text += "# UNIT \(family) \(unit)\n" }
    text += "# HELP \(family) \(Self.escaped(help))\n"
  }

  package mutating func sample(_ labels: Labels = [], _ value: Int) {
    sample(labels, written: "\(value)")
  }

  /// What is no number is left out.
  package mutating func sample(_ labels: Labels = [], _ value: Double?) {
    guard let value, value.isFinite else { return }
    sample(labels, written: "\(value)")
  }

  /// Of a family of kind `info`, whose only sample says 1.
  package mutating func info(_ labels: Labels) {
    text += "\(family)_info\(Self.written(labels)) 1\n"
  }

  /// One of several states: each has a sample, that of the one that holds says 1.
  package mutating func states(_ labels: Labels, _ states: [String], current: String) {
    for state in states {
      sample(labels + [(family, state)], written: state == current ? "1" : "0")
    }
  }

  /// The whole text.
  package consuming func finish() -> [UInt8] { Array((text + "# EOF\n").utf8) }

  private mutating func sample(_ labels: Labels, written value: String) {
    text += "\(family)\(Self.written(labels)) \(value)\n"
  }

  private static func written(_ labels: Labels) -> String {
    guard !labels.isEmpty else { return "" }
    return "{" + labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
