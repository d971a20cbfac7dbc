import Glibc
import Synchronization

/// Hears of changes from the kernel (inotify).
///
/// New folders are watched before a change is told: whoever reads the site then hears of whatever comes into them
/// later.
package final class InotifyWatch: ChangeWatch {
  private let places: WatchedPlaces
  private let queue: Int32
  /// A pipe that ends the waiting.
  private let ends: [Int32]
  private let watched = Mutex<[Int32: Watched]>([:])

  /// What is watched, and which of its names count.
  private enum Watched { case everything, visible, names(Set<String>) }

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW)
  /// Milliseconds of quiet after which a change is told, and the longest that is waited for it: editors and git
  /// write many files at once.
  private static let quiet: Int32 = 15
  private static let longest = 20

  /// Nil where the kernel has no room for more watches.
  package init?(_ places: WatchedPlaces) {
    let queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard queue >= 0 else { return nil }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      close(queue)
      return nil
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.places = places
    self.queue = queue
    self.ends = ends
    guard watchAll() else { return nil }
  }

  deinit {
    close(queue)
    for end in ends { close(end) }
  }

  package func end() {
    var byte: UInt8 = 0
    _ = write(ends[1], &byte, 1)
  }

  package func wait() -> Bool {
    var isChanged = false
    var rounds = 0
    while true {
      var waiting = [
        pollfd(fd: queue, events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, 2, isChanged ? Self.quiet : -1)
      if count < 0, errno == EINTR { continue }
      if waiting[1].revents != 0 { return false }
      if count == 0 || rounds > Self.longest { return isChanged }
      let (counts, isOfFolders) = read()
      // What may be a new folder is watched before it is read.
      if isOfFolders { _ = watchAll() }
      isChanged = isChanged || counts
      if isChanged { rounds += 1 }
    }
  }

  /// Watches every folder that is there: the kernel knows those that are watched already.
  private func watchAll() -> Bool {
    var isWhole = watch(places.root, .visible)
    for folder in places.folders {
      FolderWalk.visit(folder) { path, _ in
        if !watch(path, .everything) { isWhole = false }
      }
    }
    for (folder, names) in places.gitFiles where !watch(folder, .names(names)) { isWhole = false }
    return isWhole
  }

  /// True where it is watched, or is not there.
  private func watch(_ folder: String, _ what: Watched) -> Bool {
    let number = inotify_add_watch(queue, folder, Self.mask)
    guard number >= 0 else { return errno != ENOSPC && errno != ENOMEM }
    watched.withLock { $0[number] = what }
    return true
  }

  /// Takes what the kernel has to tell: whether it counts, and whether folders came or went.
  private func read() -> (counts: Bool, isOfFolders: Bool) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var (counts, isOfFolders) = (false, false)
    while true {
      let size = Glibc.read(queue, &buffer, buffer.count)
      guard size > 0 else { return (counts, isOfFolders) }
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= size {
        let event = buffer.withUnsafeBytes {
          $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        }
        let start = offset + MemoryLayout<inotify_event>.size
        let end = min(size, start + Int(event.len))
        let name = String(decoding: buffer[start..<end].prefix { $0 != 0 }, as: UTF8.self)
        offset = end
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
          (counts, isOfFolders) = (true, true)
          continue
        }
        if event.mask & UInt32(IN_IGNORED) != 0 {
          watched.withLock { _ = $0.removeValue(forKey: event.wd) }
          continue
        }
        let isFolder = event.mask & UInt32(IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF) != 0
        isOfFolders = isOfFolders || isFolder
        switch watched.withLock({ $0[event.wd] }) {
        case .everything: counts = true
        case .visible: counts = counts || !name.hasPrefix(".")
        case .names(let names): counts = counts || names.contains(name)
        case nil: break
        }
      }
    }
  }
}
