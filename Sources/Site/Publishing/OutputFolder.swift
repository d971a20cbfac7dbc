import Glibc

/// The folder that a site is published to: its name and the folder around it.
struct OutputFolder: ~Copyable, Sendable {
  /// A file in every site, by which a build knows that it may replace the folder, and which files of
  /// it: see `SiteManifest`.
  static let mark = ".changebook"
  /// The mark of a finished site until it takes the place of the first one.
  static let newMark = ".changebook.new"
  /// Files of others, where the new site has a file of its own in their place.
  static let kept = ".changebook-kept"
  static let markText = """
    Written by changebook. The next build replaces the files below, and keeps all others.

    """

  /// As it was given, for messages.
  let path: String
  /// The last part of the path.
  let name: String
  let parent: Descriptor

  /// Opens the folder around the target, and makes it where it is missing.
  init(_ path: String) throws(PublishingError) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    while parts.last == "." { parts.removeLast() }
    guard let name = parts.popLast(), name != "..", !path.utf8.contains(0) else {
      throw PublishingError(.noName, path)
    }
    var around = path.hasPrefix("/") ? "/" : "."
    for part in parts {
      around += "/\(part)"
      guard mkdir(around, 0o777) == 0 || errno == EEXIST else {
        throw .last("make the folder", around)
      }
    }
    // The way to the folder may lead through links; only the folder itself may not be one.
    let number = retried { open(around, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard number >= 0 else { throw .last("open the folder", around) }
    self.path = path
    self.name = String(name)
    parent = Descriptor(number)
  }

  /// The site that stands there; nil where there is nothing yet.
  func openSite() throws(PublishingError) -> Descriptor? {
    guard let found = status(of: name, below: parent.number) else {
      guard errno == ENOENT else { throw .last("look at", path) }
      return nil
    }
    guard found.kind != S_IFLNK else { throw PublishingError(.isLink, path) }
    guard found.kind == S_IFDIR else { throw PublishingError(.isNoFolder, path) }
    guard found.st_dev == parent.status?.st_dev else {
      throw PublishingError(.isMountPoint, path)
    }
    guard
      let site = Descriptor.open(name, below: parent.number, flags: O_RDONLY | O_DIRECTORY)
    else { throw .last("open the folder", path) }
    guard status(of: ".git", below: site.number) == nil else {
      throw PublishingError(.holdsRepository, path)
    }
    guard Self.isOurs(site) else { throw PublishingError(.notOurs, path) }
    return site
  }

  /// Whether a folder bears the mark, or holds nothing that anybody would miss.
  static func isOurs(_ folder: borrowing Descriptor) -> Bool {
    if status(of: mark, below: folder.number)?.kind == S_IFREG { return true }
    return entries(of: folder)?.allSatisfy { $0.name == ".gitkeep" && !$0.isFolder } ?? false
  }

  var stagingName: String { ".\(name).staging-\(getpid())" }
  var asideName: String { ".\(name).old-\(getpid())" }
  var lockName: String { ".\(name).lock" }

  /// Clears away what killed builds left beside the target. The lock must be held: whatever stands
  /// there then belongs to nobody. Files of others in it that the site lacks are put into the site.
  ///
  /// A build killed between the two renames of `exchangeInTwoSteps` left the old site aside and
  /// none in its place; it is put back. What cannot be removed stays, and the next build tries again.
  func sweep() {
    guard let beside = entries(of: parent) else { return }
    let names = beside.filter(\.isFolder).map(\.name).sorted()
    let aside = names.filter { Self.isTemporary($0, prefix: ".\(name).old-") }
    if let site = aside.first, status(of: name, below: parent.number) == nil, errno == ENOENT {
      renameat(parent.number, site, parent.number, name)
    }
    for stale in aside + names.filter({ Self.isTemporary($0, prefix: ".\(name).staging-") }) {
      guard
        let folder = Descriptor.open(stale, below: parent.number, flags: O_RDONLY | O_DIRECTORY),
        Self.isOurs(folder)
      else { continue }
      // One that was never finished holds nothing but second names and copies of what the site has.
      let manifest = SiteManifest(of: folder)
      if !manifest.isComplete {
        _ = try? removeTree(stale, below: parent)
      } else if let site = Descriptor.open(
        name, below: parent.number, flags: O_RDONLY | O_DIRECTORY)
      {
        _ = try? removeSite(stale, below: parent, manifest, keepingOthersIn: site)
      }
    }
  }

  /// The prefix and a process number.
  private static func isTemporary(_ name: String, prefix: String) -> Bool {
    name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count
      && name.utf8.dropFirst(prefix.utf8.count).allSatisfy { (0x30...0x39).contains($0) }
  }
}
