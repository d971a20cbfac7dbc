import Markdown
import PolicyReading
import SourceText

/// What a record's body says in one line: `**Change Type:** Normal`, a row of a table of two columns,
/// or a short section of that name.
package struct StatedField: Sendable {
  package let role: SectionRole?
  /// Of a field that the policy asks for by a name of its own: that name, folded.
  package let ownName: String?
  let fact: FactName?
  /// As written beside the value.
  let label: String
  /// The value, without emphasis; empty where nothing stands there.
  var text: String
  /// Of the value, or of the label where there is none.
  package let place: Place
  /// Something of the value is struck out, so that it may not hold.
  package let isStruck: Bool
  package var state: RecordSection.State
  /// It is a section of its own, and so perhaps prose.
  var isSection = false
  /// It is a cell of a table of several, or an item beside one.
  var isCell = false

  package var isFilled: Bool { state == .filled }

  /// Of a row of boxes what is ticked, joined by commas, else the value; empty where nothing is.
  var choice: String {
    let boxes = readBoxes(in: text)
    return boxes.isEmpty
      ? text : boxes.filter(\.isTicked).map(\.label).joined(separator: ", ")
  }

  /// With what is read in place of its text.
  func read(_ words: RecordWords) -> StatedField {
    let text = words.value(text)
    if text == self.text { return self }
    var field = self
    field.text = text
    if text.isEmpty { field.state = .empty }
    return field
  }

  /// Whether it is the field that the policy asks for under a name of its own.
  package func isNamed(_ field: String) -> Bool {
    ownName.map { $0 == WordForm.fold(field) } ?? false
  }
}
