import Chronology
import Findings
import PolicyReading
import SourceText

/// The next version of a policy: the text of the last one with its number, its first day and its history.
package struct PolicyVersionDraft: Sendable {
  package let version: String
  package let effective: CivilDay
  /// What is new in it; nil to leave that to its author.
  package let changes: String?

  package init(version: String, effective: CivilDay, changes: String?) {
    self.version = version
    self.effective = effective
    self.changes = changes
  }

  /// Refused where the last version says no number or no first day of its own, or says one of them in a way
  /// that cannot be edited.
  package func text(after policy: Policy) throws(EditRefusal) -> [UInt8] {
    let file = policy.file
    guard let number = policy.metadata.version, let first = policy.metadata.effective else {
      throw EditRefusal(
        "the policy does not say its version and its effective date under its title",
        at: Place(startOf: file))
    }
    guard first.value < effective else {
      throw EditRefusal(
        "the last version holds from \(first.value) on, no earlier", at: first.place)
    }
    var edits = [
      ByteEdit(range: number.place.range.indices, text: version),
      ByteEdit(range: first.place.range.indices, text: "\(effective)"),
    ]
    if let row = policy.versions.last { edits.append(try historyRow(after: row, in: file)) }
    var bytes = file.bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes = edit.applied(to: bytes)
    }
    return bytes
  }

  /// A row more of the table of versions, with the cells of the last one where they say nothing of it.
  private func historyRow(
    after row: PolicyVersion, in file: SourceFile
  ) throws(EditRefusal) -> ByteEdit {
    let place = row.reference.place
    let line = file.line(at: place.range.indices.lowerBound)
    let written = file.text(file.range(ofLine: line))
    var cells = written.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    var isNumbered = false
    for index in cells.indices {
      let cell = WordForm.trim(cells[index])
      let plain = WordForm.trim(cell) { "*_`".unicodeScalars.contains($0) }
      var text: String?
      if plain == row.version, !isNumbered {
        text = version
        isNumbered = true
      } else if let date = row.date, DateText.read(plain) == date {
        text = "\(effective)"
      } else if !plain.isEmpty, plain == row.changes {
        text = changes.map { MarkdownText.escape($0) } ?? "To be written"
      }
      if let text, !cell.isEmpty { cells[index] = cells[index].replacing(cell, with: text) }
    }
    guard isNumbered else {
      throw EditRefusal("this row of the policy's history cannot be continued", at: place)
    }
    let end =
      line < file.lineStarts.count ? Int(file.lineStarts[line]) : file.bytes.count
    let ending = Front.lineEnd(of: file)
    let isLast = line == file.lineStarts.count
    let text = cells.joined(separator: "|")
    return ByteEdit(range: end..<end, text: isLast ? ending + text : text + ending)
  }
}
