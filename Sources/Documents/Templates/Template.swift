/// A template that was checked against the fields of its model, in the form in which pages are made
/// from it: literals of the file, and places of values by their index instead of their name.
package struct Template: Sendable {
  let steps: [Step]

  enum Step: Sendable {
    case literal([UInt8])
    case value(FieldReference)
    indirect case section(FieldReference, isInverted: Bool, [Step])
  }
}

/// Where a name of a template was found.
struct FieldReference: Sendable, Hashable {
  /// How many of the models around it lie outside the one that has it.
  let level: Int
  /// Among the fields of that model.
  let index: Int
}
