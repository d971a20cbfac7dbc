import Glibc
import SourceText
import Synchronization

// A file system may give a folder its new name before the files in it have their bytes. So every
// file that was written is flushed, then every folder, and only then the site takes the target's
// place. Nothing else is waited for: `syncfs` would wait for whatever others write meanwhile.

extension StagedSite {
  /// Does the work, which writes from any number of threads, while others flush what is there so
  /// far: `finish` then has little left to wait for. Where the system gives no more threads `finish`
  /// does all of it.
  func settling(while work: () -> Void) {
    let isDone = Flag()
    let threads = (0..<Self.flushingThreads).compactMap { _ in
      Thread { [self] in
        while true {
          let wasDone = isDone.isSet
          if flushSome() { continue }
          if wasDone { return }
          usleep(Self.pause)
        }
      }
    }
    work()
    isDone.set()
    for thread in threads { thread.join() }
  }

  /// Flushes all that is left, and the folders. Throws what failed, now or in `settling`: the system
  /// tells it once.
  func flushAll() throws(PublishingError) {
    withThreads(Self.lastThreads) { while flushSome() {} }
    for folder in foldersOfFiles() { flush(folder, flags: O_RDONLY | O_DIRECTORY) }
    flush(".", flags: O_RDONLY | O_DIRECTORY)
    if let failure = firstFailure { throw failure }
  }

  /// They wait for the disk nearly all of the time, and a disk takes what comes together at once: ten
  /// thousand files took 2.6 s with eight threads, 1.7 s with thirty-two. Beside those that render there
  /// are fewer, and most files are flushed before the last one is rendered.
  private static let flushingThreads = 8
  private static let lastThreads = 32
  private static let pause: UInt32 = 5000

  /// False where nothing is left to flush.
  private func flushSome() -> Bool {
    let batch = unflushed.withLock { paths in
      let batch = paths.suffix(16)
      paths.removeLast(batch.count)
      return batch
    }
    for path in batch { flush(path, flags: O_RDONLY) }
    return !batch.isEmpty
  }

  private func flush(_ path: String, flags: Int32) {
    if let file = Descriptor.open(path, below: staging.number, flags: flags),
      retried({ calls.flush(file.number) }) == 0
    {
      return
    }
    let error = PublishingError.last("write down", path == "." ? folder.path : path)
    failure.withLock { $0 = $0 ?? error }
  }

  /// Every folder that a file of the site lies in, and those above.
  private func foldersOfFiles() -> Set<String> {
    var folders: Set<String> = []
    for path in paths.withLock({ $0 }) + kept.withLock({ $0.map(\.place) }) {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard folders.insert(String(rest)).inserted else { break }
      }
    }
    return folders
  }
}

/// Set once, seen by all threads.
private final class Flag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .acquiring) }
  func set() { value.store(true, ordering: .releasing) }
}
