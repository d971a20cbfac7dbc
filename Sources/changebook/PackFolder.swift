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
  static func read(_ link: String) throws -> [PackFile] {
    // The folder that is named may be a link; those in it may not.
    let path = URL(filePath: link).resolvingSymlinksInPath().path
    guard let names = FileManager.default.enumerator(atPath: path) else {
      throw Failure("cannot read \(link)")
    }
    var files: [PackFile] = []
    while let name = names.nextObject() as? String {
      let kind = names.fileAttributes?[.type] as? FileAttributeType
      if kind == .typeDirectory {
        // Nothing of a pack is an empty folder.
        let held = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")
        if held?.isEmpty ?? true { files.append(PackFile(name + "/", [])) }
        continue
      }
      files.append(
        PackFile(name, kind == .typeRegular ? try InputFile.bytes("\(path)/\(name)") : []))
    }
    guard !files.isEmpty else { throw Failure("\(link) holds no pack") }
    return files
  }

  /// The answers of the gate that are kept in a site.
  struct Receipts {
    /// By path below their folder, in plain letters.
    var kept: [PackFile] = []
    /// Where they lie, from the root.
    var paths: [String] = []
    /// What else lies there, with the reason.
    var leftOut: [String] = []
  }

  /// Those of `content/receipts` and the folders in it. A link is not opened: it may lead to what is nobody's
  /// to see.
  static func receipts(below root: String) throws -> Receipts {
    var receipts = Receipts()
    let folder = "content/receipts"
    let names = FileManager.default.enumerator(atPath: "\(root)/\(folder)")
    var found: [(name: String, kind: FileAttributeType?)] = []
    while let name = names?.nextObject() as? String {
      let kind = names?.fileAttributes?[.type] as? FileAttributeType
      if kind != .typeDirectory { found.append((name, kind)) }
    }
    for (name, kind) in found.sorted(by: { $0.name.precedesInBytes($1.name) }) {
      let path = "\(folder)/\(name)"
      guard kind == .typeRegular || kind == .typeSymbolicLink, name.hasSuffix(".json") else {
        let isKept = kind == .typeRegular && (name.parts(at: "/").last ?? name).hasPrefix(".")
        if !isKept { receipts.leftOut.append("\(path): no file whose name ends in .json") }
        continue
      }
      switch readContentBytes(root: root, path: path, limit: largestReceipt) {
      case .bytes(let bytes):
        receipts.kept.append(PackFile(plain(name), bytes))
        receipts.paths.append(path)
      case .absent: receipts.leftOut.append("\(path): it is gone")
      case .tooLarge(let size): receipts.leftOut.append("\(path): it has \(size) bytes")
      case .refused(let reason): receipts.leftOut.append("\(path): a \(reason) is not opened")
      }
    }
    return receipts
  }

  private static let largestReceipt = 16 << 20

  /// A path in plain letters; of two that come to one the second gets a number.
  private static func plain(_ name: String) -> String {
    String(
      name.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "/": Character(scalar)
        default: "_"
        }
      })
  }
}
