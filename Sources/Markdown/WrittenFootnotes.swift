/// The notes that a page shows so far: each once, though a page may show its text part by part. A page
/// is made by one thread, with one of these.
package final class WrittenFootnotes {
  /// By the index of the note in its document: its number on the page, from 1, and how many places
  /// led to it.
  private var known: [Int: (number: Int, references: Int)] = [:]
  private var count = 0

  package init() {}

  /// The number of a note, and which place this is that leads to it; new notes get the next number.
  func refer(to note: Int) -> (number: Int, reference: Int, isNew: Bool) {
    let isNew = known[note] == nil
    if isNew { count += 1 }
    let number = known[note]?.number ?? count
    let reference = (known[note]?.references ?? 0) + 1
    known[note] = (number, reference)
    return (number, reference, isNew)
  }

  /// The number of a note that nothing led to yet; nil where it has one.
  func number(unreferred note: Int) -> Int? {
    guard known[note] == nil else { return nil }
    count += 1
    known[note] = (count, 0)
    return count
  }

  /// The number of a note, and how many places lead to it.
  func state(of note: Int) -> (number: Int, references: Int)? { known[note] }
}
