import PolicyReading
import Records
import SourceText

/// A system's name in the forms in which it is compared: quickly with itself, and with names that may
/// be a slip of the pen away.
struct SystemForm: Sendable, Hashable {
  let folded: String
  /// Without the blanks between its words.
  private let letters: [Unicode.Scalar]
  /// Which letters there are, one bit for each of 64 classes.
  private let mask: UInt64
  /// Its words in the alphabet's order and in the singular.
  private let words: [String]
  /// Words for most systems or all of them, and for none in particular.
  private let isGeneral: Bool

  init(_ name: String) {
    folded = WordForm.fold(name)
    words = folded.parts(at: " ").map(Self.singular).sorted()
    letters = folded.unicodeScalars.filter { $0 != " " }
    mask = letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    isGeneral = SystemName.isGeneral(folded)
  }

  /// Whether two names may mean one system, where no list says that they do not: at most two of their
  /// letters differ and at most a third, the words of one are some of the other's or the same in another
  /// order, or one is a word for most systems. Names that differ in digits alone are two, and a name is not near itself.
  func isNear(_ other: SystemForm) -> Bool {
    if folded == other.folded { return false }
    if isGeneral || other.isGeneral || holds(other) || other.holds(self) { return true }
    let longest = max(letters.count, other.letters.count)
    let allowed = min(2, longest / 3)
    // A letter more or less changes one bit of the mask, another letter two.
    guard allowed > 0, abs(letters.count - other.letters.count) <= allowed,
      (mask ^ other.mask).nonzeroBitCount <= 2 * allowed
    else { return false }
    if Self.withoutDigits(letters).elementsEqual(Self.withoutDigits(other.letters)),
      letters != other.letters
    {
      return false
    }
    return Self.differ(letters, other.letters, atMost: allowed)
  }

  /// Whether every word of the other's is one of its own: `rpc gateway` holds `gateways` and
  /// `gateway rpc`.
  private func holds(_ other: SystemForm) -> Bool {
    // It has at least the other's letters, but for the plural's.
    guard !other.words.isEmpty, words.count >= other.words.count,
      other.mask & ~mask & ~Self.plural == 0
    else { return false }
    var own = words[...]
    for word in other.words {
      guard let index = own.firstIndex(of: word) else { return false }
      own = own[(index + 1)...]
    }
    return true
  }

  private static let plural: UInt64 = 1 << UInt64(UInt8(ascii: "s") & 63)

  /// `gateways` is `gateway`; of a short word, and of one such as `access`, the letter is its own.
  private static func singular(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.last == UInt8(ascii: "s"), !word.hasSuffix("ss") else {
      return word
    }
    return String(word.dropLast())
  }

  private static func withoutDigits(
    _ letters: [Unicode.Scalar]
  ) -> some Sequence<Unicode.Scalar> {
    letters.lazy.filter { letter in
      letter.isASCII ? !("0"..."9" ~= letter) : letter.properties.numericType == nil
    }
  }

  /// Whether so many insertions, deletions, replacements and swaps of neighbours lead from one to the
  /// other.
  private static func differ(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost allowed: Int
  ) -> Bool {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      if row.allSatisfy({ $0 > allowed }) { return false }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= allowed
  }
}
