extension HTMLEmitter {
  /// `[^label]` as a number that leads to the note.
  mutating func writeReference(to note: Int) {
    let (number, reference, isNew) = written.refer(to: note)
    if isNew { pendingNotes.append(note) }
    let name = String(number)
    writer.open("sup", ["class": "note-ref", "id": referenceID(number, reference)])
    if openLinks > 0 {
      writer.text(name)
    } else {
      writer.element(
        "a",
        [
          "href": "#" + noteID(number), "aria-label": "Note \(name)",
        ], name)
    }
    writer.close("sup")
  }

  // A tilde stands in no heading's name and in no name that a text gives.

  private func noteID(_ number: Int) -> String { "\(options.idPrefix)note~\(number)" }

  private func referenceID(_ number: Int, _ reference: Int) -> String {
    "\(options.idPrefix)ref~\(number)" + (reference == 1 ? "" : "~\(reference)")
  }

  /// The notes that the nodes of a call lead to, and those that stand among them, below the text.
  mutating func writeNotes(among nodes: Range<Int>) {
    guard !document.footnotes.isEmpty else { return }
    var waiting = document.footnotes.indices.filter {
      nodes.contains(document.footnotes[$0].nodes.lowerBound)
    }[...]
    var isOpen = false
    while true {
      let note: Int
      if !pendingNotes.isEmpty {
        note = pendingNotes.removeFirst()
      } else if let next = waiting.popFirst() {
        guard written.number(unreferred: next) != nil else { continue }
        note = next
      } else {
        break
      }
      guard let number = written.state(of: note)?.number else { continue }
      if !isOpen {
        writer.open("div", ["class": "notes", "role": "group", "aria-label": "Notes"])
        writer.newline()
        writer.open("ol", "start", number == 1 ? nil : String(number))
        writer.newline()
        isOpen = true
      }
      writeNote(note, number)
    }
    guard isOpen else { return }
    writer.close("ol")
    writer.close("div")
    writer.newline()
  }

  private mutating func writeNote(_ note: Int, _ number: Int) {
    let footnote = document.footnotes[note]
    writer.open("li", "id", noteID(number))
    emit(footnote.nodes, mark: footnote.mark)
    for reference in stride(from: 1, through: written.state(of: note)?.references ?? 0, by: 1) {
      writer.text(" ")
      writer.element(
        "a",
        [
          "href": "#" + referenceID(number, reference), "class": "note-back",
          "aria-label": "Back to note \(number)"
            + (reference == 1 ? "" : ", place \(reference)"),
        ], "\u{21A9}")
    }
    writer.close("li")
    writer.newline()
  }
}
