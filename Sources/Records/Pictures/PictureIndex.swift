import Markdown
import PolicyReading
import SourceText

/// A picture of the content folder that a text shows.
package struct Picture: Sendable, Hashable {
  /// Of its file, below the root.
  package let path: String
  package let kind: PictureKind
  /// As its file says, where it says so.
  package let size: PictureSize?
}

/// The pictures that texts show, looked at and found to be pictures.
package struct PictureIndex: Sendable {
  /// Below which the paths are.
  private let root: String
  private let found: [String: Result<Picture, PictureFault>]
  /// In the order of their paths.
  package let pictures: [Picture]

  /// Bytes of a picture.
  package static let largest = 4 << 20

  init(root: String, found: [String: Result<Picture, PictureFault>]) {
    self.root = root
    self.found = found
    pictures = found.values.compactMap { try? $0.get() }
      .sorted { $0.path.precedesInBytes($1.path) }
  }

  package func picture(at path: String) -> Picture? { try? found[path]?.get() }

  /// Why what stands at a path is not shown; nil for a picture that is.
  package func fault(at path: String) -> PictureFault? {
    if case .failure(let fault) = found[path] { fault } else { nil }
  }

  /// The bytes of a picture; nil where it is no longer what it was.
  package func content(of picture: Picture) -> [UInt8]? {
    guard case .success(let bytes) = readPicture(picture.path, below: root),
      PictureKind(bytes) == picture.kind
    else { return nil }
    return bytes
  }
}

/// Looks at every picture that a text of the register shows.
package func readPictures(of register: Register, root: String) -> PictureIndex {
  var found: [String: Result<Picture, PictureFault>] = [:]
  for document in register.documents where !document.strings.isEmpty {
    for node in document.nodes {
      guard case .image(let destination, _) = node.kind, destination >= 0,
        case .file(let path, _) = ContentReference(
          document.strings[Int(destination)], from: document.file.path),
        found[path] == nil
      else { continue }
      found[path] = readPicture(path, below: root).flatMap { bytes in
        guard let kind = PictureKind(bytes) else { return .failure(.noPicture) }
        if kind == .svg, let reason = ActiveDrawing.reason(bytes) {
          return .failure(.active(reason))
        }
        return .success(Picture(path: path, kind: kind, size: PictureHeader.size(bytes, kind)))
      }
    }
  }
  return PictureIndex(root: root, found: found)
}

/// Only what lies in the content folder is published, and nothing that is hidden there.
private func readPicture(_ path: String, below root: String) -> Result<[UInt8], PictureFault> {
  let parts = path.parts(at: "/")
  guard parts.first == "content", parts.count > 1, !parts.contains(where: { $0.hasPrefix(".") })
  else { return .failure(.outside) }
  switch readContentBytes(root: root, path: path, limit: PictureIndex.largest) {
  case .bytes(let bytes): return .success(bytes)
  case .absent: return .failure(.absent)
  case .tooLarge(let size): return .failure(.tooLarge(size))
  case .refused(let what): return .failure(.refused(what))
  }
}

extension Register {
  /// Every text, in the order in which their files are shown.
  fileprivate var documents: [MarkdownDocument] {
    policies.policies.map(\.document) + changes.map(\.document) + incidents.map(\.document)
      + freezes.map(\.document) + pages.map(\.document)
  }
}
