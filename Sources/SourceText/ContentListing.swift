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
/// neither Markdown nor a publication nor a log of deployments is of no concern, nor is what has a hidden name, as long as it
/// declares nothing.
struct ContentListing {
  private(set) var batches: [ListedFiles] = []
  /// Texts under hidden names or with other endings, of which no more than the beginning is looked at.
  private(set) var glances: [ListedFiles] = []
  private(set) var problems: [ReadingProblem] = []

  /// Where the figures of closed periods are kept.
  static let published = ["content", "published"]
  /// Where calendars of public holidays are kept.
  static let holidays = ["content", "holidays"]
  /// Where logs of deployments are kept, and what their names end with.
  static let deployments = ["content", "deployments"]
  static let logEndings = [".jsonl", ".ndjson", ".json", ".csv"]
  static let changes = DecidingFolder.changes.rawValue

  /// Whether a folder holds what programs wrote, beside whatever pages people put there.
  static func holdData(_ folder: [String]) -> Bool {
    folder.starts(with: published) || folder.starts(with: deployments)
  }

  static func isData(_ name: String) -> Bool { logEndings.contains(where: name.hasSuffix) }

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
        if Self.isHidden(components) { continue }
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
    let isHiddenWay = Self.isHidden(components)
    let entries = try folder.entries(withHidden: true)
    let all = isTop ? Set(entries.map(\.name)) : []
    var names: [String] = []
    var others: [String] = []
    let siblings = deciding == nil ? [] : entries.filter { $0.kind == .file }.map(\.name)
    for entry in entries {
      var place: String { "\(path)/\(entry.name)" }
      let misplaced = isTop ? misplaced(entry, among: all, in: folder) : nil
      if let misplaced { problems.append(.refusal(of: place, misplaced)) }
      if let kind = unread(entry, in: deciding, at: components, beside: siblings, of: folder) {
        problems.append(.refusal(of: place, kind))
      } else if entry.isHidden || isHiddenWay {
        if deciding == nil { glance(entry, in: components, &others, &pending) }
      } else if left.isEmpty || !left.contains(place) {
        if let problem = take(entry, in: components, &names, &pending) {
          problems.append(.refusal(of: place, problem))
        } else if entry.kind == .file, deciding == nil, misplaced == nil,
          !isTaken(entry, in: components)
        {
          glance(entry, in: components, &others, &pending)
        }
      }
    }
    batches += Self.batches(of: names, in: components)
    glances += Self.batches(of: others, in: components)
  }

  private static func isHidden(_ way: [String]) -> Bool {
    way.contains { $0.utf8.first == UInt8(ascii: ".") }
  }

  private static func batches(of names: [String], in folder: [String]) -> [ListedFiles] {
    stride(from: 0, to: names.count, by: ListedFiles.largest).map { start in
      let end = min(start + ListedFiles.largest, names.count)
      return ListedFiles(folder: folder, names: Array(names[start..<end]))
    }
  }

  /// Notes a text that is not read, and what lies below a hidden folder.
  private func glance(
    _ entry: Folder.Entry, in components: [String], _ names: inout [String],
    _ pending: inout [[String]]
  ) {
    guard entry.isPlain, !FilesOfOthers.contains(entry.name) else { return }
    switch entry.kind {
    case .file where DecidingFolder.intendedName(of: entry.name) != nil: names.append(entry.name)
    case .folder where components.count <= deepestFolder: pending.append(components + [entry.name])
    default: break
    }
  }

  /// Why an entry that is no record is refused where it may have been meant as one: in a folder that
  /// decides, and in one of a list of names.
  private func unread(
    _ entry: Folder.Entry, in deciding: DecidingFolder?, at components: [String],
    beside siblings: [String], of folder: borrowing Folder
  ) -> ReadingProblem.Kind? {
    if let deciding {
      if entry.isHidden {
        return isOfConcern(entry, in: folder) ? unread(entry, in: deciding) : nil
      }
      guard entry.kind == .file, !isTaken(entry, in: components),
        !AttachedFile(entry.name).isTaken(in: deciding, beside: siblings)
      else { return nil }
      return unread(entry, in: deciding)
    }
    if components.starts(with: Self.holidays), entry.kind == .file,
      !FilesOfOthers.contains(entry.name)
    {
      if entry.isHidden {
        return isOfConcern(entry, in: folder)
          ? .refusedFile(what: "file of holidays under a hidden name") : nil
      }
      return Self.misnamed(entry.name, in: components)
    }
    if components.starts(with: Self.deployments), entry.kind == .file,
      !FilesOfOthers.contains(entry.name)
    {
      if entry.isHidden {
        return isOfConcern(entry, in: folder)
          ? .refusedFile(what: "file of deployments under a hidden name") : nil
      }
      return Self.misnamed(entry.name, in: components)
    }
    guard components.count > 1, let list = NameList(rawValue: components[1]),
      entry.kind == .file || entry.isHidden, entry.isHidden || !isTaken(entry, in: components),
      DecidingFolder.intendedName(of: entry.name) != nil, isOfConcern(entry, in: folder)
    else { return nil }
    return .strayList(list)
  }

  /// Why a file of holidays or of deployments is not read for its name; nil for every other file.
  static func misnamed(_ name: String, in components: [String]) -> ReadingProblem.Kind? {
    if isTaken(name, in: components) || FilesOfOthers.contains(name) { return nil }
    if components.starts(with: holidays) {
      return .refusedFile(what: "file of holidays whose name ends neither in .ics nor in .md")
    }
    guard components.starts(with: deployments) else { return nil }
    return .refusedFile(
      what: "file of deployments whose name does not end in .jsonl, .ndjson, .json, .csv or .md")
  }

  private func isTaken(_ entry: Folder.Entry, in components: [String]) -> Bool {
    Self.isTaken(entry.name, in: components)
  }

  /// Whether a file of that name in a folder, by the names on the way from the root, is read.
  static func isTaken(_ name: String, in components: [String]) -> Bool {
    name.utf8.count > 3 && name.hasSuffix(".md")
      || components == published && name.hasSuffix(".json")
      || components.starts(with: holidays) && name.hasSuffix(".ics")
      || components.starts(with: deployments) && logEndings.contains(where: name.hasSuffix)
  }

  /// Why an entry is refused; nil where it is taken or of no concern.
  private func take(
    _ entry: Folder.Entry, in components: [String], _ names: inout [String],
    _ pending: inout [[String]]
  ) -> ReadingProblem.Kind? {
    let isTaken = isTaken(entry, in: components)
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

  /// Whether something with a hidden name may hold what somebody wrote.
  private func isOfConcern(_ entry: Folder.Entry, in folder: borrowing Folder) -> Bool {
    !FilesOfOthers.contains(entry.name) && !folder.holdsNothing(entry)
  }

  private func unread(_ entry: Folder.Entry, in deciding: DecidingFolder) -> ReadingProblem.Kind {
    let isText = entry.isPlain && entry.kind == .file
    return .unreadFile(
      deciding, intended: isText ? DecidingFolder.intendedName(of: entry.name) : nil)
  }

  /// A folder with logs whose name is nearly that of theirs; pages may speak of deployments.
  private func isMissedLogs(_ entry: Folder.Entry, in folder: borrowing Folder) -> Bool {
    guard entry.kind == .folder, entry.name != Self.deployments[1],
      isNearlyNamed(entry.name, Self.deployments[1]), let held = try? folder.folder([entry.name]),
      let names = try? held.entries()
    else { return false }
    return names.contains { name in
      name.kind == .file && Self.logEndings.contains { name.name.lowercased().hasSuffix($0) }
    }
  }

  /// What of the content folder itself was most likely meant for a folder that decides, or as a list
  /// of names.
  private func misplaced(
    _ entry: Folder.Entry, among names: Set<String>, in folder: borrowing Folder
  ) -> ReadingProblem.Kind? {
    if entry.kind == .file, StraySettings.isNearName(entry.name) { return .straySettings }
    if DecidingFolder(rawValue: entry.name) != nil || NameList(rawValue: entry.name) != nil {
      return entry.kind == .file ? .refusedFile(what: "file in the place of a folder") : nil
    }
    if let list = NameList.missed(by: entry, among: names) {
      return entry.kind == .folder && folder.holdsNothing(entry) ? nil : .strayList(list)
    }
    if MissedHolidays.are(entry, among: names, in: folder) { return .strayHolidays }
    if let meant = MissedDeclarations.folder(meantBy: entry, among: names, in: folder) {
      return .strayRecord(meant)
    }
    if isMissedLogs(entry, in: folder) {
      return .refusedFile(what: "folder of logs that is not named content/deployments")
    }
    let name = entry.name.hasSuffix(".md") ? String(entry.name.dropLast(3)) : entry.name
    guard entry.kind == .folder,
      let meant = DecidingFolder(rawValue: name) ?? DecidingFolder(meantBy: name),
      !folder.holdsNothing(entry)
    else { return nil }
    return .strayFolder(meant)
  }
}

/// Folders below `content/` that are read.
let deepestFolder = 32
