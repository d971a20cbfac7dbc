import Glibc
import Synchronization

/// A site that is written beside its target and takes the target's place in one step.
///
/// 1. The lock beside the target is taken, and what killed builds left is cleared away.
/// 2. Files are written into a hidden folder beside the target, from any number of threads. A file
///    whose bytes the old site holds under the same path becomes a second name of the old file, and
///    so keeps its modification time.
/// 3. `finish` gives the files of others in the old site a place in the new one, has everything
///    written down, exchanges the two folders, and removes the old one.
///
/// Whatever fails before the exchange leaves the old site as it was; the folder beside is removed
/// with this value, or by the next build where the process was killed.
package final class StagedSite: Sendable {
  let folder: OutputFolder
  private let lock: Mutex<BuildLock?>
  let staging: Descriptor
  let oldSite: OldSite
  let calls: SystemCalls
  /// What the old site's mark lists.
  let oldManifest: SiteManifest
  let failure = Mutex<PublishingError?>(nil)
  let isStaged = Mutex(true)

  /// The files of the site, in no order.
  let paths = Mutex<[String]>([])
  /// Those that were written and that the disk may not have yet.
  let unflushed = Mutex<[String]>([])
  let kept = Mutex<[KeptFile]>([])

  let written = Atomic<Int>(0)
  let unchanged = Atomic<Int>(0)
  let replaced = Atomic<Int>(0)

  /// Takes the lock, for which it waits, and makes the folder beside the target.
  package convenience init(
    target: String, waitingSeconds: Int = 30
  ) throws(PublishingError) {
    try self.init(target: target, waitingSeconds: waitingSeconds, calls: SystemCalls())
  }

  init(
    target: String, waitingSeconds: Int, calls: SystemCalls
  ) throws(PublishingError) {
    let folder = try OutputFolder(target)
    let lock = try BuildLock(folder, waitingSeconds: waitingSeconds)
    folder.sweep()
    let oldSite: OldSite
    let oldManifest: SiteManifest
    if let site = try folder.openSite() {
      oldManifest = SiteManifest(of: site)
      oldSite = OldSite(site)
    } else {
      oldManifest = SiteManifest()
      oldSite = OldSite(nil)
    }
    let name = folder.stagingName
    let mode = oldSite.status.map { $0.st_mode & 0o777 } ?? 0o777
    guard mkdirat(folder.parent.number, name, mode | 0o700) == 0 else {
      throw .last("make the folder", name)
    }
    guard
      let staging = Descriptor.open(
        name, below: folder.parent.number, flags: O_RDONLY | O_DIRECTORY)
    else { throw .last("open the folder", name) }
    self.folder = folder
    self.lock = Mutex(consume lock)
    self.oldSite = oldSite
    self.staging = staging
    self.calls = calls
    self.oldManifest = oldManifest
    _ = try place(OutputFolder.mark, Array(OutputFolder.markText.utf8))
  }

  deinit { abandon() }

  /// Gives up: the folder beside the target is removed, and the old site stays.
  package func abandon() {
    isStaged.withLock { isStaged in
      if isStaged { _ = try? removeTree(folder.stagingName, below: folder.parent) }
      isStaged = false
    }
    release()
  }

  /// Lets the next build begin.
  func release() { lock.withLock { $0 = nil } }

  package func write(_ file: OutputFile) throws(PublishingError) {
    try write(file.path, file.content)
  }

  /// Writes one file. After a failure `finish` fails too, so that a caller may go on.
  ///
  /// - Precondition: The site is neither finished nor abandoned.
  package func write(_ path: String, _ content: [UInt8]) throws(PublishingError) {
    precondition(isStaged.withLock { $0 }, "a published site is not written to")
    do throws(PublishingError) {
      guard OutputFile.isSafe(path: path) else { throw PublishingError(.unsafePath, path) }
      let outcome = try place(path, content)
      paths.withLock { $0.append(path) }
      switch outcome {
      case .unchanged: unchanged.add(1, ordering: .relaxed)
      case .replaced:
        replaced.add(1, ordering: .relaxed)
        written.add(1, ordering: .relaxed)
      case .new: written.add(1, ordering: .relaxed)
      }
    } catch {
      failure.withLock { $0 = $0 ?? error }
      throw error
    }
  }

  /// The first failure of a write.
  var firstFailure: PublishingError? { failure.withLock { $0 } }
}

/// The site that stands in the target's place, if any.
struct OldSite: ~Copyable, Sendable {
  private let descriptor: Descriptor?
  let number: Int32?
  let status: stat?

  init(_ site: consuming Descriptor?) {
    if let site {
      (number, status) = (site.number, site.status)
      descriptor = consume site
    } else {
      (number, status) = (nil, nil)
      descriptor = nil
    }
  }
}
