import Records

/// Numbers that no record has, between those that records have.
package struct IDGap: Sendable {
  /// The ids that are missing; the first and the last where there are many.
  package let first: String
  package let last: String
  package let count: Int
  /// The record behind the gap.
  package let next: Change

  /// The gaps of every sequence of which more than half is there: ids of another system are given to
  /// much that is no change.
  ///
  /// - Parameter taken: Ids that something else has, or that a record had.
  package static func all(in register: Register, taken: Set<String>) -> [IDGap] {
    var sequences: [String: [(number: Int, change: Change)]] = [:]
    var order: [String] = []
    for change in register.changes {
      guard let (prefix, number) = parts(of: change.id) else { continue }
      if sequences[prefix] == nil { order.append(prefix) }
      sequences[prefix, default: []].append((number, change))
    }
    return order.flatMap { prefix -> [IDGap] in
      let numbers = (sequences[prefix] ?? []).sorted { $0.number < $1.number }
      guard let first = numbers.first?.number, let last = numbers.last?.number,
        2 * Set(numbers.map(\.number)).count > last - first + 1
      else { return [] }
      return zip(numbers, numbers.dropFirst()).compactMap { before, after in
        let width = after.change.id.utf8.count - prefix.utf8.count
        let missing = (before.number + 1..<max(before.number + 1, after.number)).map { number in
          let digits = String(number)
          return prefix + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }.filter { !taken.contains($0) }
        guard let first = missing.first, let last = missing.last else { return nil }
        return IDGap(first: first, last: last, count: missing.count, next: after.change)
      }
    }
  }

  /// What stands before the last number, and that number.
  private static func parts(of id: String) -> (prefix: String, number: Int)? {
    guard RecordID.isValid(id) else { return nil }
    let digits = id.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    let prefix = String(id.dropLast(digits))
    // `CR-1.2` is a part of another one.
    guard digits > 0, digits <= 9, !prefix.hasSuffix("."), let number = Int(id.suffix(digits))
    else {
      return nil
    }
    return (prefix, number)
  }
}
