/// Files of one folder that one thread reads.
struct ListedFiles: Sendable {
  /// From the root.
  let folder: [String]
  let names: [String]

  static let largest = 64
}

/// What is to be read, and what was refused on the way.
///
/// In a folder that decides, everything is taken or refused: see `DecidingFolder`. Elsewhere what is
/// neither Markdown nor a publication is of no concern, nor is what has a hidden name.
struct ContentListing {
  private(set) var batches: [ListedFiles] = []
  private(set) var problems: [ReadingProblem] = []

  /// Where the figures of closed periods are kept.
  static let published = ["content", "published"]

  /// Adds what lies below a folder, but for some folders in it. `content` itself has to be there.
  mutating func walk(
    _ root: borrowing Folder, from first: [String], besides left: Set<String> = []
  ) throws(InputError) {
    var pending = [first]
    while let components = pending.popLast() {
      let path = components.joined(separator: "/")
      do {
        let folder = try root.folder(components)
        try list(folder, at: components, besides: left, &pending)
      } catch {
        if components.count == 1 {
          guard error.meansReplaced else { throw InputError(path: path, error) }
          throw InputError(path: path, reason: "a symbolic link or a file, not a folder")
        }
        if error.meansExhausted { throw InputError(path: path, error) }
        // A folder that was asked for need not be there; one that was listed was.
        if error.meansAbsent, components == first { continue }
        problems.append(.refusal(of: path, error))
      }
    }
  }

  private mutating func list(
    _ folder: borrowing Folder, at components: [String], besides left: Set<String>,
    _ pending: inout [[String]]
  ) throws(SystemFault) {
    let path = components.joined(separator: "/")
    let deciding = DecidingFolder(on: components)
    let isTop = components.count == 1
    var names: [String] = []
    let entries = try folder.entries(withHidden: deciding != nil || isTop)
    let siblings = deciding == nil ? [] : entries.filter { $0.kind == .file }.map(\.name)
    for entry in entries {
      let place = "\(path)/\(entry.name)"
      if isTop, let problem = misplaced(entry, in: folder) {
        problems.append(.refusal(of: place, problem))
      }
      if entry.isHidden {
        if let deciding, isOfConcern(entry, in: folder) {
          problems.append(.refusal(of: place, unread(entry, in: deciding)))
        }
      } else if !left.contains(place),
        let problem = take(entry, in: components, deciding, beside: siblings, &names, &pending)
      {
        problems.append(.refusal(of: place, problem))
      }
    }
    for start in stride(from: 0, to: names.count, by: ListedFiles.largest) {
      let end = min(start + ListedFiles.largest, names.count)
      batches.append(ListedFiles(folder: components, names: Array(names[start..<end])))
    }
  }

  /// Why an entry is refused; nil where it is taken or of no concern.
  private func take(
    _ entry: Folder.Entry, in components: [String], _ deciding: DecidingFolder?,
    beside siblings: [String], _ names: inout [String], _ pending: inout [[String]]
  ) -> ReadingProblem.Kind? {
    let isTaken =
      entry.name.utf8.count > 3 && entry.name.hasSuffix(".md")
      || components == Self.published && entry.name.hasSuffix(".json")
    switch entry.kind {
    case .link: return .refusedFile(what: "symbolic link")
    case .special: return .refusedFile(what: "device, pipe or socket")
    case .file where !isTaken:
      guard let deciding,
        !AttachedFile(entry.name).isTaken(in: deciding, beside: siblings)
      else { return nil }
      return unread(entry, in: deciding)
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

  /// Whether something with a hidden name may hold what somebody wrote.
  private func isOfConcern(_ entry: Folder.Entry, in folder: borrowing Folder) -> Bool {
    !filesOfOthers.contains(entry.name) && !folder.holdsNothing(entry)
  }

  private func unread(_ entry: Folder.Entry, in deciding: DecidingFolder) -> ReadingProblem.Kind {
    let isText = entry.isPlain && entry.kind == .file
    return .unreadFile(
      deciding, intended: isText ? DecidingFolder.intendedName(of: entry.name) : nil)
  }

  /// What of the content folder itself was most likely meant for a folder that decides.
  private func misplaced(
    _ entry: Folder.Entry, in folder: borrowing Folder
  ) -> ReadingProblem.Kind? {
    if entry.kind == .file, StraySettings.isNearName(entry.name) { return .straySettings }
    if DecidingFolder(rawValue: entry.name) != nil {
      return entry.kind == .file ? .refusedFile(what: "file in the place of a folder") : nil
    }
    guard entry.kind == .folder, let meant = DecidingFolder(meantBy: entry.name),
      !folder.holdsNothing(entry)
    else { return nil }
    return .strayFolder(meant)
  }
}

/// Folders below `content/` that are read.
let deepestFolder = 32
