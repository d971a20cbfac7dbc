import Glibc

/// The right to publish to one folder, held until the value ends or the process does.
struct BuildLock: ~Copyable, Sendable {
  private let file: Descriptor
  private let parent: Int32
  private let name: String

  /// Waits for other builds of the folder.
  init(_ folder: borrowing OutputFolder, waitingSeconds: Int) throws(PublishingError) {
    let name = folder.lockName
    let parent = folder.parent.number
    let pause: UInt32 = 50_000
    var attempts = max(0, waitingSeconds) * 20
    while true {
      guard
        let file = Descriptor.open(name, below: parent, flags: O_RDWR | O_CREAT | O_NONBLOCK)
      else { throw .last("open the lock", name) }
      if retried({ flock(file.number, LOCK_EX | LOCK_NB) }) == 0 {
        // The holder before may have removed the file between our opening and locking it.
        if let here = status(of: name, below: parent), let ours = file.status,
          Descriptor.isSame(here, ours)
        {
          self.file = file
          // Not the folder's own descriptor: the lock may outlive it by a moment.
          self.parent = fcntl(parent, F_DUPFD_CLOEXEC, 0)
          self.name = name
          return
        }
        continue
      }
      guard errno == EWOULDBLOCK else { throw .last("lock", name) }
      guard attempts > 0 else {
        throw PublishingError(.busy(seconds: waitingSeconds), folder.path)
      }
      attempts -= 1
      usleep(pause)
    }
  }

  deinit {
    guard parent >= 0 else { return }
    unlinkat(parent, name, 0)
    close(parent)
  }
}
