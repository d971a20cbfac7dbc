/// A file of the content folder as it was at an earlier time.
package struct EarlierFile: Sendable {
  /// From the root.
  package let path: String
  package let content: Content

  package enum Content: Sendable {
    case bytes([UInt8])
    case link
    /// Bytes of a file that is larger than what is read.
    case tooLarge(Int)
  }

  package init(path: String, _ content: Content) {
    self.path = path
    self.content = content
  }
}

extension SourceTree {
  /// The tree as it was: without the files that were touched since, and with those that there were in
  /// their place. What was refused then is refused by the same rules, as far as a name and a content tell;
  /// of hidden names nothing is told.
  ///
  /// - Parameter isTouched: Whether a file, by its path from the root, is other than it was.
  package func earlier(_ files: [EarlierFile], isTouched: (String) -> Bool) -> SourceTree {
    var kept = self.files.filter { !isTouched($0.path) }
    var problems = problems.filter { !isTouched($0.place.file.path) }
    let names = Self.namesByFolder(kept.map(\.path) + files.map(\.path))
    for file in files where file.path.utf8.starts(with: "content/".utf8) {
      let reading = file.reading(beside: names[file.folder] ?? [])
      if let read = reading.file { kept.append(read) }
      problems += reading.problems
    }
    return SourceTree(
      files: kept, problems: problems.sorted(by: ReadingProblem.precedes),
      labelled: labelled.filter { !isTouched($0.path) } + files.compactMap(\.labelled))
  }

  private static func namesByFolder(_ paths: [String]) -> [String: [String]] {
    var names: [String: [String]] = [:]
    for path in paths {
      guard let slash = path.lastIndex(of: "/") else { continue }
      names[String(path[..<slash]), default: []].append(String(path[path.index(after: slash)...]))
    }
    return names
  }
}

extension EarlierFile {
  fileprivate var folder: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// As the file would be read where it lay.
  fileprivate func reading(beside siblings: [String]) -> SourceReading {
    let way = path.parts(at: "/")
    guard let name = way.last else { return SourceReading(file: nil) }
    let components = Array(way.dropLast())
    // Of what is hidden a listing tells by its content; nobody looks at that here.
    if way.contains(where: { $0.utf8.first == UInt8(ascii: ".") }) {
      return SourceReading(file: nil)
    }
    let deciding = DecidingFolder(on: components)
    guard ContentListing.isTaken(name, in: components) else {
      guard let deciding else {
        let problem = ContentListing.misnamed(name, in: components).map {
          ReadingProblem.refusal(of: path, $0)
        }
        return SourceReading(
          file: nil, problems: [problem, glance(at: name)].compactMap(\.self))
      }
      guard !AttachedFile(name).isTaken(in: deciding, beside: siblings) else {
        return SourceReading(file: nil)
      }
      return .refused(
        path, .unreadFile(deciding, intended: DecidingFolder.intendedName(of: name)))
    }
    if components.count > deepestFolder { return SourceReading(file: nil) }
    switch content {
    case .link: return .refused(path, .refusedFile(what: "symbolic link"))
    case .tooLarge(let size):
      return .refused(
        path,
        .overLimit(
          what: "file in bytes", found: size, allowed: SourceReading.limit(of: name)))
    case .bytes(let bytes):
      guard bytes.count <= SourceReading.limit(of: name) else {
        return .refused(
          path,
          .overLimit(
            what: "file in bytes", found: bytes.count, allowed: SourceReading.limit(of: name)))
      }
      let reading = SourceFile.reading(path: path, bytes: bytes)
      guard reading.isText else { return SourceReading(file: nil, problems: reading.problems) }
      let mayStray =
        deciding.map { $0 == .policy || $0 == .changes }
        ?? (components != ContentListing.published)
      let stray = mayStray ? StrayRecord(in: reading.file)?.problem : nil
      return SourceReading(
        file: reading.file, problems: reading.problems + [stray].compactMap(\.self))
    }
  }

  /// What a text that is not read declares, by its beginning.
  private func glance(at name: String) -> ReadingProblem? {
    guard case .bytes(let bytes) = content, DecidingFolder.intendedName(of: name) != nil,
      !FilesOfOthers.contains(name),
      bytes.starts(with: "---".utf8) || bytes.starts(with: byteOrderMark)
        || StrayRecord.isYAML(name)
    else { return nil }
    return StrayRecord(in: beginning(bytes))?.problem
  }

  /// Its beginning, where it is labelled as a policy is and is not read otherwise.
  fileprivate var labelled: SourceFile? {
    let way = path.parts(at: "/")
    guard case .bytes(let bytes) = content, let name = way.last,
      !ContentListing.isTaken(name, in: Array(way.dropLast())),
      DecidingFolder.intendedName(of: name) != nil
    else { return nil }
    let file = beginning(bytes)
    return file.isLabelledAsPolicy ? file : nil
  }

  private func beginning(_ bytes: [UInt8]) -> SourceFile {
    SourceFile.reading(path: path, bytes: Array(bytes.prefix(largestFrontMatter))).file
  }
}
