import Glibc
import Synchronization

/// Looks again and again: for file systems whose changes the kernel does not hear of, such as those of
/// containers and networks.
package final class PollingWatch: ChangeWatch {
  private let places: WatchedPlaces
  private let isOver = Atomic(false)
  private let last: Mutex<UInt64>

  private static let pause: UInt32 = 250_000

  package init(_ places: WatchedPlaces) {
    self.places = places
    last = Mutex(Self.signature(of: places))
  }

  package func wait() -> Bool {
    while !isOver.load(ordering: .relaxed) {
      let now = Self.signature(of: places)
      let isOther = last.withLock { last in
        defer { last = now }
        return last != now
      }
      if isOther { return true }
      usleep(Self.pause)
    }
    return false
  }

  package func end() { isOver.store(true, ordering: .relaxed) }

  /// Of the names, sizes and times of everything that counts: a sum, so that the order in which a folder
  /// lists them does not matter.
  private static func signature(of places: WatchedPlaces) -> UInt64 {
    var sum: UInt64 = 0
    func add(_ entry: FolderWalk.Entry) {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
      for byte in entry.path.utf8 { mix(UInt64(byte)) }
      let status = entry.status
      for value in [
        Int64(status.st_size), Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec),
        Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec),
      ] { mix(UInt64(bitPattern: value)) }
      mix(UInt64(status.st_ino))
      mix(UInt64(status.st_mode))
      sum = sum &+ hash
    }
    for entry in FolderWalk.entries(of: places.root)
    where !entry.name.hasPrefix(".") && !entry.isFolder { add(entry) }
    for folder in places.folders { FolderWalk.visit(folder) { $1.forEach(add) } }
    for (folder, names) in places.gitFiles {
      for entry in FolderWalk.entries(of: folder) where names.contains(entry.name) { add(entry) }
    }
    return sum
  }
}
