import Foundation
import Glibc

/// A folder of a test's own, removed with the value.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("changebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var site: String { path + "/site" }

  func put(_ text: String, at relative: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(relative)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func makeFolder(_ relative: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + relative, withIntermediateDirectories: true)
  }

  func text(_ relative: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + relative).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Every file below the folder, in order, links unfollowed.
  var files: [String] {
    (FileManager.default.subpaths(atPath: path) ?? []).filter {
      status($0).map { $0.st_mode & S_IFMT != S_IFDIR } ?? false
    }.sorted()
  }

  func exists(_ relative: String) -> Bool { status(relative) != nil }

  func status(_ relative: String) -> stat? {
    var status = stat()
    return lstat(path + "/" + relative, &status) == 0 ? status : nil
  }

  /// Sets a modification time that no new file could have.
  func age(_ relative: String) {
    let time = timespec(tv_sec: 1_000_000_000, tv_nsec: 5)
    utimensat(AT_FDCWD, path + "/" + relative, [time, time], 0)
  }

  func isAged(_ relative: String) -> Bool {
    guard let time = status(relative)?.st_mtim else { return false }
    return time.tv_sec == 1_000_000_000 && time.tv_nsec == 5
  }
}
