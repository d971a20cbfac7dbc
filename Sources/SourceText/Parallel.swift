import Synchronization

/// How many threads a stage may use.
package struct Jobs: Sendable {
  package let count: Int
  package init(_ count: Int) { self.count = max(1, count) }
  package static let one = Jobs(1)

  /// `transform` of every element, in the order of the elements whatever the number of threads.
  package func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > 1, elements.count > 1 else { return elements.map(transform) }
    let next = Atomic<Int>(0)
    let batch = max(1, min(64, elements.count / (count * 4)))
    return [Result](unsafeUninitializedCapacity: elements.count) { buffer, initialized in
      nonisolated(unsafe) let results = buffer
      withThreads(min(count, elements.count)) {
        while true {
          let start = next.add(batch, ordering: .relaxed).oldValue
          guard start < elements.count else { return }
          for index in start..<min(start + batch, elements.count) {
            results.initializeElement(at: index, to: transform(elements[index]))
          }
        }
      }
      initialized = elements.count
    }
  }

  /// Two values that do not need each other, made side by side.
  package func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard count > 1 else { return (first(), second()) }
    return withUnsafeTemporaryAllocation(of: First.self, capacity: 1) { firsts in
      withUnsafeTemporaryAllocation(of: Second.self, capacity: 1) { seconds in
        nonisolated(unsafe) let (ones, others) = (firsts, seconds)
        let next = Atomic<Int>(0)
        withThreads(2) {
          // One thread takes both turns where there is no other.
          while true {
            switch next.add(1, ordering: .relaxed).oldValue {
            case 0: ones.initializeElement(at: 0, to: first())
            case 1: others.initializeElement(at: 0, to: second())
            default: return
            }
          }
        }
        return (firsts.moveElement(from: 0), seconds.moveElement(from: 0))
      }
    }
  }
}
