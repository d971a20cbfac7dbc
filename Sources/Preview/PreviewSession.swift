import SourceText
import Synchronization

/// A preview that runs: it builds, serves what was built, and builds again whenever something changed.
package final class PreviewSession: Sendable {
  private let state = PreviewState()
  private let server: LoopbackServer
  private let watch: any ChangeWatch
  private let build: @Sendable () -> PreviewOutcome
  private let thread = Mutex<Thread?>(nil)

  /// Serves nothing yet, and has the port already: whoever cannot have it hears so before a build.
  ///
  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - build: Makes the site in memory; called by one thread at a time.
  package init(
    port: UInt16, watch: any ChangeWatch, build: @escaping @Sendable () -> PreviewOutcome
  ) throws(PreviewFault) {
    let state = state
    server = try LoopbackServer(port: port) { port in
      let answers = PreviewAnswers(state: state, origin: SameOrigin(port: port))
      return { answers.answer(to: $0) }
    }
    self.watch = watch
    self.build = build
  }

  package var port: UInt16 { server.port }

  /// Where it is read.
  package var address: String { "http://127.0.0.1:\(server.port)/" }

  /// Builds for the first time, and begins to serve and to watch.
  ///
  /// - Parameter told: Gets what became of each build, the first one's included.
  package func start(
    told: @escaping @Sendable (PreviewOutcome) -> Void
  ) throws(PreviewFault) {
    attempt(told)
    try server.start()
    let worker = Thread { [self] in
      while watch.wait() { attempt(told) }
    }
    guard let worker else {
      server.stop()
      throw PreviewFault(description: "the system gives no thread to watch with")
    }
    thread.withLock { $0 = worker }
  }

  /// Ends all of it, and returns when it has.
  package func stop() {
    watch.end()
    state.end()
    server.stop()
    let worker = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    worker?.join()
  }

  private func attempt(_ told: (PreviewOutcome) -> Void) {
    let outcome = build()
    state.publish(outcome)
    told(outcome)
  }
}
