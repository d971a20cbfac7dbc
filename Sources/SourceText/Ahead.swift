import Synchronization

/// A value that a thread of its own makes while others go on; where the system gives none, whoever asks
/// for the value makes it. When this is gone, so is the thread.
package final class Ahead<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let make: @Sendable () -> Value
  private let made: Made
  private let thread: Mutex<Thread?>

  package init(_ jobs: Jobs, _ make: @escaping @Sendable () -> Value) {
    let made = Made()
    self.make = make
    self.made = made
    thread = Mutex(
      jobs.count > 1
        ? Thread {
          let value = make()
          made.value.withLock { $0 = value }
        } : nil)
  }

  deinit { join() }

  package var value: Value {
    join()
    return made.value.withLock { made in
      if let value = made { return value }
      let value = make()
      made = value
      return value
    }
  }

  private func join() {
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }
}
