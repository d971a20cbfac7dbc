import Glibc
import Interchange

/// What is served now, and who waits to hear that it is something else.
final class PreviewState: @unchecked Sendable {
  /// Nothing below is touched without it.
  private var lock = pthread_mutex_t()
  private var changed = pthread_cond_t()
  private var current = Snapshot()
  private var isOver = false

  /// What is served at one moment.
  struct Snapshot: Sendable {
    /// Counts every attempt to build, from 1.
    var generation = 0
    /// The generation of the build that is served; 0 where there is none yet.
    var buildNumber = 0
    var build: PreviewBuild?
    /// Why the last attempt made no site; nil where it did.
    var failure: String?
  }

  init() {
    pthread_mutex_init(&lock, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // A clock that nobody sets.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(&changed, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(&changed)
    pthread_mutex_destroy(&lock)
  }

  var snapshot: Snapshot { locked { current } }

  /// The last good build stays where an attempt failed.
  func publish(_ outcome: PreviewOutcome) {
    locked {
      current.generation += 1
      switch outcome {
      case .built(let build):
        current.build = build
        current.buildNumber = current.generation
        current.failure = nil
      case .failed(let words): current.failure = words
      }
      pthread_cond_broadcast(&changed)
    }
  }

  /// Lets everybody go who waits.
  func end() {
    locked {
      isOver = true
      pthread_cond_broadcast(&changed)
    }
  }

  /// What is served once it is another generation than a reader has seen, or after some seconds.
  func next(after generation: Int, seconds: Int) -> Snapshot {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    end.tv_sec += seconds
    return locked {
      while current.generation == generation, !isOver {
        if pthread_cond_timedwait(&changed, &lock, &end) != 0 { break }
      }
      return current
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    return body()
  }
}

extension PreviewState.Snapshot {
  /// For the script in the pages.
  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("build", buildNumber)
      json.member("counts", build?.counts)
      json.member("failure", failure)
      json.array("findings", build?.worst ?? [])
      json.member("generation", generation)
      json.member("more", build?.more ?? 0)
    }
    return json.finish()
  }
}
