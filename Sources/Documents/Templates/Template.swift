/// A template that was checked against the fields of its model, in the form in which pages are made
/// from it: literals of the file, and places of values by their index instead of their name.
package struct Template: Sendable {
  indirect enum Step: Sendable {
    case literal([UInt8])
    case value(FieldReference)
    case section(FieldReference, isInverted: Bool, [Step])
  }

  /// One thing to do. It refers to no memory of its own, since a page takes thousands of them and each
  /// would be counted.
  enum Instruction: Sendable {
    /// Bytes of `literals`.
    case literal(Range<Int>)
    case value(FieldReference)
    /// What the section holds follows up to an index of the program.
    case section(FieldReference, isInverted: Bool, end: Int)
  }

  /// The sections' contents right behind each.
  private(set) var program: [Instruction] = []
  private(set) var literals: [UInt8] = []

  init(steps: [Step]) { append(steps) }

  /// Descends as deep as sections may nest.
  private mutating func append(_ steps: [Step]) {
    for step in steps {
      switch step {
      case .literal(let bytes):
        let start = literals.count
        literals += bytes
        program.append(.literal(start..<literals.count))
      case .value(let place): program.append(.value(place))
      case .section(let place, let isInverted, let inner):
        let index = program.count
        program.append(.value(place))
        append(inner)
        program[index] = .section(place, isInverted: isInverted, end: program.count)
      }
    }
  }
}

/// Where a name of a template was found.
struct FieldReference: Sendable, Hashable {
  /// How many of the models around it lie outside the one that has it.
  let level: Int
  /// Among the fields of that model.
  let index: Int
}
