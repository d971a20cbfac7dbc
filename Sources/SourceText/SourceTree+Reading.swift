/// Reads every Markdown file under `content/`, and the JSON files of `content/published`.
///
/// 1. The folders are listed one after the other, on a stack of their own, to a depth of
///    `deepestFolder`. Hidden names are passed over; links and devices are refused.
/// 2. The files are read side by side, in batches of one folder. One that is gone by then is
///    passed over; one that is too large or not UTF-8 becomes a problem.
/// 3. Files and problems are put in the order of their paths' bytes.
///
/// Throws `InputError` where the system does not let us read something, also where there is no
/// `content/` or where it is a link.
package func readSourceTree(root: String, jobs: Jobs) throws -> SourceTree {
  let root = try openRoot(root)
  var listing = Listing()
  try listing.walk(root, from: ["content"])
  return try read(listing, below: root, jobs: jobs)
}

/// Reads every Markdown file under some of the folders of `content/` in the same way, for example
/// of `content/policy`, and looks at no other. A folder that is not there is empty; one that is a
/// link or a file is a problem.
package func readSourceTree(root: String, folders: [String], jobs: Jobs) throws -> SourceTree {
  let root = try openRoot(root)
  var listing = Listing()
  for folder in folders {
    try listing.walk(root, from: folder.split(separator: "/").map(String.init))
  }
  return try read(listing, below: root, jobs: jobs)
}

private func read(
  _ listing: Listing, below root: borrowing Folder, jobs: Jobs
) throws -> SourceTree {
  let outcomes = jobs.map(listing.batches) { batch in
    Result { () throws(InputError) in try batch.read(below: root) }
  }
  var files: [SourceFile] = []
  files.reserveCapacity(listing.batches.reduce(0) { $0 + $1.names.count })
  var problems = listing.problems
  for outcome in outcomes {
    for reading in try outcome.get() {
      if let file = reading.file { files.append(file) }
      problems += reading.problems
    }
  }
  return SourceTree(files: files, problems: problems.sorted(by: ReadingProblem.inOrder))
}

/// Where the figures of closed periods are kept.
private let publishedFolder = ["content", "published"]

/// Folders below `content/` that are read.
let deepestFolder = 32

/// Files of one folder that one thread reads.
private struct Batch {
  /// From the root.
  let folder: [String]
  let names: [String]

  static let largest = 64

  func read(below root: borrowing Folder) throws(InputError) -> [SourceReading] {
    let prefix = folder.joined(separator: "/")
    let open: Folder
    do {
      open = try root.folder(folder)
    } catch {
      if error.meansAbsent { return [] }
      if error.meansReplaced { return [.refused(prefix, .refusedFile(what: "symbolic link"))] }
      throw InputError(path: prefix, error)
    }
    var readings: [SourceReading] = []
    readings.reserveCapacity(names.count)
    for name in names {
      let path = "\(prefix)/\(name)"
      do {
        readings.append(try open.reading(of: name, path: path))
      } catch {
        if error.meansAbsent { continue }
        guard error.meansReplaced else { throw InputError(path: path, error) }
        readings.append(.refused(path, .refusedFile(what: "symbolic link")))
      }
    }
    return readings
  }
}

/// What is to be read, and what was refused on the way.
private struct Listing {
  var batches: [Batch] = []
  var problems: [ReadingProblem] = []

  /// Adds what lies below a folder. `content` itself has to be there.
  mutating func walk(
    _ root: borrowing Folder, from first: [String]
  ) throws(InputError) {
    var pending = [first]
    while let components = pending.popLast() {
      let path = components.joined(separator: "/")
      let entries: [Folder.Entry]
      do {
        entries = try root.folder(components).entries()
      } catch {
        // Gone or replaced since it was listed; `content` itself was never listed.
        if components.count > 1, error.meansAbsent { continue }
        if components.count > 1, error.meansReplaced {
          problems.append(.refusal(of: path, .refusedFile(what: "symbolic link")))
          continue
        }
        if error.meansReplaced {
          throw InputError(path: path, reason: "a symbolic link or a file, not a folder")
        }
        throw InputError(path: path, error)
      }
      var names: [String] = []
      for entry in entries {
        if let problem = take(entry, in: components, &names, &pending) {
          problems.append(.refusal(of: "\(path)/\(entry.name)", problem))
        }
      }
      for start in stride(from: 0, to: names.count, by: Batch.largest) {
        let end = min(start + Batch.largest, names.count)
        batches.append(Batch(folder: components, names: Array(names[start..<end])))
      }
    }
  }

  /// Why an entry is refused; nil where it is taken or of no concern.
  private func take(
    _ entry: Folder.Entry, in components: [String], _ names: inout [String],
    _ pending: inout [[String]]
  ) -> ReadingProblem.Kind? {
    let isTaken =
      entry.name.utf8.count > 3 && entry.name.hasSuffix(".md")
      || components == publishedFolder && entry.name.hasSuffix(".json")
    switch entry.kind {
    case .link: return .refusedFile(what: "symbolic link")
    case .special: return .refusedFile(what: "device, pipe or socket")
    case .file where !isTaken: return nil
    case .folder where isTaken: return .refusedFile(what: "folder with the name of a file")
    case .file, .folder:
      guard entry.isPlain else { return .refusedFile(what: "name that is not plain text") }
      if entry.kind == .file {
        names.append(entry.name)
      } else if components.count > deepestFolder {
        return .overLimit(
          what: "folder depth", found: components.count, allowed: deepestFolder)
      } else {
        pending.append(components + [entry.name])
      }
      return nil
    }
  }
}

extension ReadingProblem {
  /// By path, then place.
  fileprivate static func inOrder(_ a: ReadingProblem, _ b: ReadingProblem) -> Bool {
    if a.place.file.path != b.place.file.path {
      return a.place.file.path.precedesInBytes(b.place.file.path)
    }
    return (a.place.range.lower, a.place.range.upper) < (b.place.range.lower, b.place.range.upper)
  }
}
