/// One file as it was read, and what is wrong with its text.
package struct SourceReading: Sendable {
  /// Nil where there is no such file, and where it was refused; in the latter case a problem
  /// says why.
  package let file: SourceFile?
  package let problems: [ReadingProblem]

  package init(file: SourceFile?, problems: [ReadingProblem] = []) {
    self.file = file
    self.problems = problems
  }

  /// Larger files are not read.
  package static let largestFile = 1 << 20
  /// The same of data that programs wrote: published figures of ten thousand changes a year are 3 MB,
  /// a log of a hundred thousand deployments 15 MB.
  package static let largestData = 16 << 20

  static func limit(of name: String) -> Int {
    ContentListing.logEndings.contains(where: name.hasSuffix) ? largestData : largestFile
  }
}

/// Reads one file below the root, for example `changebook.yml`. Links are refused, also on the way
/// to it. Throws `InputError` where the system does not let us.
package func readSourceFile(root: String, path: String) throws -> SourceReading {
  let components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  let isInside = components.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  guard isInside, !path.utf8.contains(0), let name = components.last else {
    return .refused(path, .refusedFile(what: "path outside the root"))
  }
  do {
    let folder = try openRoot(root).folder(components.dropLast())
    return try folder.reading(of: name, path: path)
  } catch let fault as SystemFault {
    if fault.meansAbsent { return SourceReading(file: nil) }
    if fault.meansReplaced { return .refused(path, .refusedFile(what: "symbolic link")) }
    throw InputError(path: path, fault)
  }
}

func openRoot(_ root: String) throws(InputError) -> Folder {
  do {
    return try Folder.root(root)
  } catch {
    throw InputError(path: "", error)
  }
}

extension SourceReading {
  /// A file that is not opened; the problem stands at its start.
  static func refused(_ path: String, _ kind: ReadingProblem.Kind) -> SourceReading {
    SourceReading(file: nil, problems: [.refusal(of: path, kind)])
  }
}

extension ReadingProblem {
  static func refusal(of path: String, _ kind: Kind) -> ReadingProblem {
    ReadingProblem(kind, at: Place(startOf: SourceFile(path: path, bytes: [])))
  }
}

extension Folder {
  /// The file of that name in this folder; `path` is how it is known.
  borrowing func reading(of name: String, path: String) throws(SystemFault) -> SourceReading {
    let limit = SourceReading.limit(of: name)
    switch try content(of: name, limit: limit) {
    case .special:
      return .refused(path, .refusedFile(what: "folder, device, pipe or socket"))
    case .tooLarge(let size):
      return .refused(
        path,
        .overLimit(what: "file in bytes", found: size, allowed: limit))
    case .bytes(let bytes):
      let reading = SourceFile.reading(path: path, bytes: bytes)
      return SourceReading(
        file: reading.isText ? reading.file : nil,
        problems: reading.problems + [ConflictMarkers.problem(in: reading.file)].compactMap(\.self))
    }
  }
}
