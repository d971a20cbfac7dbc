import Glibc
import Synchronization

/// What a build did to the output folder.
package struct PublishingSummary: Sendable, Hashable {
  /// Files that are new or differ from the old site's.
  package let written: Int
  /// Files that stayed as they were, with their modification time.
  package let unchanged: Int
  /// Files of the old site that are no more.
  package let removed: Int
  /// Files in the old site that no build wrote, by their paths.
  package let kept: [KeptFile]
  /// Why the old site could not be removed altogether; the new one is in place regardless.
  package let leftover: PublishingError?
}

extension StagedSite {
  /// Puts the site in the target's place.
  ///
  /// - Parameter isDurable: Waits until the disk has all of it, so that a power cut leaves the old
  ///   or the new site. A preview need not.
  package func finish(isDurable: Bool = true) throws(PublishingError) -> PublishingSummary {
    do throws(PublishingError) {
      if let failure = firstFailure { throw failure }
      let others = try keepFilesOfOthers()
      kept.withLock { $0 = others }
      try finishMark()
      if isDurable { try flushAll() }
      try takePlace()
    } catch {
      abandon()
      throw error
    }
    if isDurable { fsync(folder.parent.number) }
    var removed = 0
    var leftover: PublishingError?
    if oldSite.number != nil {
      // After the exchange the old site has the name of the folder beside.
      do throws(PublishingError) {
        let files = try removeSite(
          folder.stagingName, below: folder.parent, oldManifest, keepingOthersIn: staging)
        removed = files - unchanged.load(ordering: .relaxed) - replaced.load(ordering: .relaxed)
      } catch {
        leftover = error
      }
    }
    release()
    return PublishingSummary(
      written: written.load(ordering: .relaxed), unchanged: unchanged.load(ordering: .relaxed),
      removed: max(0, removed), kept: kept.withLock { $0 }, leftover: leftover)
  }

  private func takePlace() throws(PublishingError) {
    let parent = folder.parent.number
    let now = status(of: folder.name, below: parent)
    guard let old = oldSite.status else {
      guard now == nil else { throw PublishingError(.changedMeanwhile, folder.path) }
      guard renameat(parent, folder.stagingName, parent, folder.name) == 0 else {
        throw .last("publish to", folder.path)
      }
      isStaged.withLock { $0 = false }
      return
    }
    guard let now, Descriptor.isSame(now, old) else {
      throw PublishingError(.changedMeanwhile, folder.path)
    }
    if calls.exchange(parent, folder.stagingName, folder.name) != 0 {
      guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else {
        throw .last("publish to", folder.path)
      }
      try exchangeInTwoSteps()
    }
    isStaged.withLock { $0 = false }
  }

  /// For file systems that cannot exchange two names: the old site is moved aside, then the new one
  /// into its place. Between the two a reader finds no site; never a mixture. Where the second
  /// step fails the first is undone, and a build killed between them is mended by the next one.
  private func exchangeInTwoSteps() throws(PublishingError) {
    let parent = folder.parent.number
    guard renameat(parent, folder.name, parent, folder.asideName) == 0 else {
      throw .last("move aside", folder.path)
    }
    guard renameat(parent, folder.stagingName, parent, folder.name) == 0 else {
      let failure = PublishingError.last("publish to", folder.path)
      renameat(parent, folder.asideName, parent, folder.name)
      throw failure
    }
    renameat(parent, folder.asideName, parent, folder.stagingName)
  }
}
