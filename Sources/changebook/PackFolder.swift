import AuditPack
import Foundation
import SourceText

/// The folder of a pack.
enum PackFolder {
  /// Makes it where it is not there; one that holds something is left alone.
  static func makeEmpty(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let held = try FileManager.default.contentsOfDirectory(atPath: path)
      guard held.isEmpty else { throw Failure("\(path) is not empty; name a new folder") }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("cannot make \(path): \(error.localizedDescription)")
    }
  }

  /// Every file of it by its path; what is no regular file stands there without content.
  static func read(_ path: String) throws -> [PackFile] {
    guard let names = FileManager.default.enumerator(atPath: path) else {
      throw Failure("cannot read \(path)")
    }
    var files: [PackFile] = []
    while let name = names.nextObject() as? String {
      let kind = names.fileAttributes?[.type] as? FileAttributeType
      if kind == .typeDirectory { continue }
      files.append(
        PackFile(name, kind == .typeRegular ? try InputFile.bytes("\(path)/\(name)") : []))
    }
    guard !files.isEmpty else { throw Failure("\(path) holds no pack") }
    return files
  }

  /// The answers of the gate that are kept in `content/receipts`, by name.
  static func receipts(below root: String) throws -> [PackFile] {
    let folder = "\(root)/content/receipts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.filter { name in
      name.hasSuffix(".json")
        && name.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
        } && !name.hasPrefix(".")
    }.sorted().map { PackFile($0, try InputFile.bytes("\(folder)/\($0)")) }
  }
}
