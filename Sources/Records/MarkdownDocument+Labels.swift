import Markdown
import PolicyReading
import SourceText

extension MarkdownDocument {
  /// What stands after a label, compared folded, in the paragraphs of a section; nil where nothing
  /// does.
  func labelledValue(_ label: String, in section: RecordSection) -> SourceRange? {
    for index in section.content where nodes[index].kind == .paragraph {
      for line in sourceLines(of: index) {
        if let labelled = LabelledLine(line, in: file),
          WordForm.fold(labelled.label) == label
        {
          return labelled.value.isEmpty ? nil : labelled.value
        }
      }
    }
    return nil
  }

  /// The same with the lines that follow, up to the next label or the end of the paragraph.
  func wholeValue(_ label: String, in nodes: Range<Int>) -> SourceRange? {
    for index in nodes where self.nodes[index].kind == .paragraph {
      var found: SourceRange?
      for line in sourceLines(of: index) {
        let labelled = LabelledLine(line, in: file)
        if let value = found {
          if labelled != nil { break }
          found = SourceRange(Int(value.lower), Int(line.upper))
        } else if let labelled, WordForm.fold(labelled.label) == label {
          found = labelled.value
        }
      }
      if let found { return found.isEmpty ? nil : found }
    }
    return nil
  }
}
