import Glibc

/// Does some work on this thread and on as many more as the system gives, at most `count` in all, and
/// returns when all are done. Where it gives none this thread does it alone: the work has to share
/// itself out among those who come.
///
/// Dispatch, which waits for a thread until there is one, is not used for that reason.
package func withThreads(_ count: Int, _ work: @Sendable () -> Void) {
  withoutActuallyEscaping(work) { work in
    var threads: [Thread] = []
    for _ in 1..<max(1, count) {
      guard let thread = Thread(work) else { break }
      threads.append(thread)
    }
    work()
    for thread in threads { thread.join() }
  }
}

/// A thread of the system.
package struct Thread: Sendable {
  private let id: pthread_t

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// As large as that of the main thread usually is.
  private static let stack = 8 << 20

  /// Begins some work; nil where the system gives no thread. It has to be joined.
  package init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stack)
    let work = Unmanaged.passRetained(Work(body))
    var id = pthread_t()
    let status = pthread_create(
      &id, &attributes,
      { argument in
        if let argument {
          Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        }
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      work.release()
      return nil
    }
    self.id = id
  }

  /// Waits until the work is done.
  package func join() { pthread_join(id, nil) }
}
