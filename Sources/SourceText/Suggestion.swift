/// The candidate that a misspelt word most likely meant: fewer than a third of its letters
/// differ (Damerau–Levenshtein in its restricted form), the first of equals. Case is ignored.
package func suggest(for word: String, among candidates: [String]) -> String? {
  let word = Array(word.lowercased().unicodeScalars.prefix(64))
  guard !word.isEmpty else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
    let allowed = max(1, max(word.count, other.count) / 3)
    guard abs(word.count - other.count) <= allowed else { continue }
    let distance = editDistance(word, other)
    if distance <= allowed, distance < (best?.distance ?? .max) { best = (candidate, distance) }
  }
  return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to another.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = last
  for i in 0..<a.count {
    row[0] = i + 1
    for j in 0..<b.count {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row[j + 1] = cost
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count]
}

/// The candidate that a word is a misspelling of: one letter is wrong, or two of a long word. Nil
/// for a word that is one of them.
package func misspelling(_ word: String, of candidates: [String]) -> String? {
  let lower = word.lowercased()
  guard !candidates.contains(lower) else { return nil }
  let scalars = Array(lower.unicodeScalars.prefix(64))
  guard scalars.count > 2 else { return nil }
  return candidates.first { candidate in
    let other = Array(candidate.unicodeScalars.prefix(64))
    let allowed = min(scalars.count, other.count) >= 8 ? 2 : 1
    guard other.count > 3, abs(scalars.count - other.count) <= allowed else { return false }
    return editDistance(scalars, other) <= allowed
  }
}

/// Whether one letter more, less or other, or two neighbours swapped, make one word the other.
func isWithinOneEdit(_ a: String, _ b: String) -> Bool {
  let (first, second) = (Array(a.unicodeScalars.prefix(64)), Array(b.unicodeScalars.prefix(64)))
  return abs(first.count - second.count) <= 1 && editDistance(first, second) <= 1
}
