import SourceText

extension RevisionComparison {
  /// The files that were touched as they were at the earlier commit, in the order of their paths.
  ///
  /// - Throws: Why they cannot be had: of another repository, or of a partial clone.
  package func earlierFiles() throws(RevisionFault) -> [EarlierFile] {
    if let folder = foreignFolders.first { throw .submodule(path: folder) }
    let hashes = touched.compactMap { $0.wasNoFile ? nil : $0.before }.uniqued
    guard !hashes.isEmpty || touched.contains(where: \.wasNoFile) else { return [] }
    var texts = StoredTexts(largest: SourceReading.largestData)
    let ending = git.run(StoredTexts.arguments, input: StoredTexts.input(hashes)) {
      texts.add($0)
    }
    guard ending.isSuccess else { throw Self.fault(ending) }
    var files: [EarlierFile] = []
    for file in touched {
      guard let hash = file.before else { continue }
      if file.wasNoFile {
        files.append(EarlierFile(path: file.path, .link))
      } else if let bytes = texts.texts[hash] {
        files.append(EarlierFile(path: file.path, .bytes(bytes)))
      } else if let size = texts.tooLarge[hash] {
        files.append(EarlierFile(path: file.path, .tooLarge(size)))
      } else {
        throw .partial
      }
    }
    return files
  }
}
