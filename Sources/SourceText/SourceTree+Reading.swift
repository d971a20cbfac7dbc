/// Reads every Markdown file under `content/`, the JSON files of `content/published` and the logs of
/// `content/deployments`.
///
/// 1. The folders are listed one after the other, on a stack of their own, to a depth of
///    `deepestFolder`. Links and devices are refused, and in the folders that decide all that is not
///    read.
/// 2. The files are read side by side, in batches of one folder. One that is gone by then, that the
///    system does not let us read, that is too large or not UTF-8 becomes a problem.
/// 3. Files and problems are put in the order of their paths' bytes.
///
/// Throws `InputError` where the system does not let us list `content/` itself, where there is none
/// and where it is a link.
package func readSourceTree(root: String, jobs: Jobs) throws -> SourceTree {
  let root = try openRoot(root)
  var listing = ContentListing()
  try listing.walk(root, from: ["content"])
  let tree = try read(listing, below: root, jobs: jobs)
    .adding(UnfetchedSubmodule.problems(in: ["content"], below: root))
  let strays = straysInRoot(root)
  return SourceTree(
    files: tree.files, problems: tree.problems, labelled: strays.labelled
  ).adding(strays.problems + StraySettings.problems(below: root))
}

/// Reads every Markdown file under some of the folders of `content/` in the same way, for example
/// of `content/policy`. A folder that is not there is empty; one that is a link or a file is a
/// problem.
///
/// Of all others, but for data of publications and deployments, it says only what was most likely meant for a folder that
/// decides or as a list of names, and is not read; of changes only where there are few.
///
/// - Parameter begun: Is told what the first folder holds before the others are read.
package func readSourceTree(
  root: String, folders: [String], jobs: Jobs, begun: (SourceTree) -> Void = { _ in }
) throws -> SourceTree {
  let root = try openRoot(root)
  let first = try read(folders.prefix(1), below: root, jobs: jobs)
  begun(first)
  let others = try read(folders.dropFirst(), below: root, jobs: jobs)
  let unfetched = UnfetchedSubmodule.problems(in: folders, below: root)
  let strays = strays(below: root, besides: Set(folders + [DecidingFolder.changes.path]))
  return SourceTree(
    files: first.files + others.files, problems: first.problems + others.problems + unfetched,
    labelled: strays.labelled, declared: strays.declared
  ).adding(strays.problems + StraySettings.problems(below: root))
}

private func read(
  _ folders: ArraySlice<String>, below root: borrowing Folder, jobs: Jobs
) throws -> SourceTree {
  var listing = ContentListing()
  for folder in folders { try listing.walk(root, from: folder.parts(at: "/")) }
  return try read(listing, below: root, jobs: jobs)
}

private func read(
  _ listing: ContentListing, below root: borrowing Folder, jobs: Jobs
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
  problems += jobs.map(listing.glances) { $0.strays(below: root).problems }.flatMap(\.self)
  return SourceTree(files: files, problems: problems.sorted(by: ReadingProblem.precedes))
}

extension ListedFiles {
  fileprivate func read(below root: borrowing Folder) throws(InputError) -> [SourceReading] {
    let prefix = folder.joined(separator: "/")
    let deciding = DecidingFolder(on: folder)
    let mayStray = deciding.map { $0 == .policy || $0 == .changes } ?? true
    let open: Folder
    do {
      open = try root.folder(folder)
    } catch {
      if error.meansExhausted { throw InputError(path: prefix, error) }
      return [SourceReading(file: nil, problems: [.refusal(of: prefix, error)])]
    }
    var readings: [SourceReading] = []
    readings.reserveCapacity(names.count)
    for name in names {
      let path = "\(prefix)/\(name)"
      do {
        var reading = try open.reading(of: name, path: path)
        if mayStray, let file = reading.file, let stray = StrayRecord(in: file)?.problem {
          reading = SourceReading(file: file, problems: reading.problems + [stray])
        }
        readings.append(reading)
      } catch {
        if error.meansExhausted { throw InputError(path: path, error) }
        readings.append(SourceReading(file: nil, problems: [.refusal(of: path, error)]))
      }
    }
    return readings
  }

  /// The files that declare what only a folder that decides may, and those that are labelled as a
  /// policy is. What cannot be read is of no concern here.
  fileprivate func strays(below root: borrowing Folder) -> Strays {
    var strays = Strays()
    guard let open = try? root.folder(folder) else { return strays }
    let holdsData = ContentListing.holdData(folder)
    for name in names where !(holdsData && ContentListing.isData(name)) {
      guard let bytes = try? open.start(of: name, count: largestFrontMatter) else { continue }
      let path = (folder + [name]).joined(separator: "/")
      let file = SourceFile.reading(path: path, bytes: bytes).file
      if file.isLabelledAsPolicy { strays.labelled.append(file) }
      if DecidingFolder(on: folder) == .changes { strays.declared.append(DeclaredID(in: file)) }
      guard
        bytes.starts(with: "---".utf8) || bytes.starts(with: byteOrderMark)
          || StrayRecord.isYAML(name), let problem = StrayRecord(in: file)?.problem
      else { continue }
      strays.problems.append(problem)
    }
    return strays
  }
}

/// What lies outside the folders that decide and may decide.
private struct Strays {
  var problems: [ReadingProblem] = []
  var labelled: [SourceFile] = []
  var declared: [DeclaredID] = []

  static func + (a: Strays, b: Strays) -> Strays {
    Strays(
      problems: a.problems + b.problems, labelled: a.labelled + b.labelled,
      declared: a.declared + b.declared)
  }
}

/// See `DecidingFolder`; the folders on the left are passed over.
private func strays(
  below root: borrowing Folder, besides left: Set<String>
) -> Strays {
  var listing = ContentListing()
  guard (try? listing.walk(root, from: ["content"], besides: left)) != nil else { return Strays() }
  let beside = listing.problems.filter { problem in
    switch problem.kind {
    case .strayFolder, .strayRecord, .strayList, .strayHolidays, .straySettings: true
    // A link may lead to whatever decides.
    case .refusedFile(what: "symbolic link"): true
    // A file in the place of a folder of theirs.
    case .refusedFile:
      DecidingFolder(rawValue: String(problem.place.file.path.dropFirst("content/".count))) != nil
    default: false
    }
  }
  let found = (listing.batches + listing.glances).map { $0.strays(below: root) }
  return found.reduce(Strays(problems: beside), +) + straysAmongChanges(below: root)
    + straysInRoot(root)
}

/// What is declared among the records of changes, where there are so few files that they can all be
/// looked at: an answer may not take longer because there are many.
private func straysAmongChanges(below root: borrowing Folder) -> Strays {
  var pending = [[ContentListing.changes]]
  var found: [ListedFiles] = []
  var count = 0
  while let way = pending.popLast() {
    let components = ["content"] + way
    guard components.count <= deepestFolder, let folder = try? root.folder(components) else {
      continue
    }
    var names: [String] = []
    try? folder.forEachEntry(atMost: mostRecordsLookedAt) { name, kind in
      count += 1
      guard name.first != UInt8(ascii: ".") else { return }
      let text = String(decoding: name, as: UTF8.self)
      switch kind() {
      case .folder?: pending.append(way + [text])
      case .file? where text.hasSuffix(".md"): names.append(text)
      default: break
      }
    }
    if count >= mostRecordsLookedAt { return Strays() }
    found.append(ListedFiles(folder: components, names: names.sorted { $0.precedesInBytes($1) }))
  }
  return found.map { $0.strays(below: root) }.reduce(Strays(), +)
}

/// What is declared in a folder beside `content` that is named as one in it.
private func straysInRoot(_ root: borrowing Folder) -> Strays {
  guard let entries = try? root.entries() else { return Strays() }
  var listing = ContentListing()
  for entry in entries where entry.kind == .folder && entry.isPlain {
    // `Content` beside `content` is another folder where capitals count.
    let isOtherContent = entry.name != "content" && entry.name.lowercased() == "content"
    guard isOtherContent || DecidingFolder(meantBy: entry.name).map({ $0 != .changes }) ?? false
    else { continue }
    try? listing.walk(root, from: [entry.name])
  }
  return (listing.batches + listing.glances).map { $0.strays(below: root) }.reduce(Strays(), +)
}

/// Names in the folder of changes, more than which are not looked at for one record.
private let mostRecordsLookedAt = 512

/// More is refused where front matter is read.
let largestFrontMatter = 16 << 10
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension SourceTree {
  fileprivate func adding(_ others: [ReadingProblem]) -> SourceTree {
    SourceTree(
      files: files, problems: (problems + others).sorted(by: ReadingProblem.precedes),
      labelled: labelled, declared: declared)
  }
}

extension ReadingProblem {
  /// By path, then place.
  static func precedes(_ a: ReadingProblem, _ b: ReadingProblem) -> Bool {
    if a.place.file.path != b.place.file.path {
      return a.place.file.path.precedesInBytes(b.place.file.path)
    }
    return (a.place.range.lower, a.place.range.upper) < (b.place.range.lower, b.place.range.upper)
  }
}
