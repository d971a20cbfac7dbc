import Records

/// The texts of one trail, read as records; used by one thread.
final class TrailVersions {
  private let path: String
  private let current: Change?
  private let name: String?
  private let texts: [String: [UInt8]]
  private let reader: RecordVersionReader
  private var versions: [String: RecordVersion] = [:]
  /// Every id that one of those that were asked for gave.
  private(set) var ids: Set<String> = []

  /// - Parameters:
  ///   - current: The record as the folder has it.
  ///   - name: git's name for the text of that.
  init(
    _ trail: RecordTrail, current: Change?, named name: String?, _ texts: [String: [UInt8]],
    reader: RecordVersionReader
  ) {
    path = trail.path
    self.current = current
    self.name = name
    self.texts = texts
    self.reader = reader
  }

  /// Nil where there is no text; one without a record where it is not here.
  subscript(hash: String?) -> RecordVersion? {
    guard let hash else { return nil }
    if let version = versions[hash] { return version }
    let change = hash == name ? current : texts[hash].map { reader.read($0, path: path) }
    if let id = change?.idOnRecord { ids.insert(id) }
    let version = RecordVersion(change)
    versions[hash] = version
    return version
  }
}
