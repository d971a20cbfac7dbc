import Glibc

/// An open folder. Everything is opened relative to one, name by name and without following
/// links, so that nothing outside the root is reached even while the tree changes.
struct Folder: ~Copyable {
  private let descriptor: Int32
  /// For calls of the system that are made in other files.
  var number: Int32 { descriptor }

  deinit { close(descriptor) }

  /// The folder that the user names; links on the way to it are theirs.
  static func root(_ path: String) throws(SystemFault) -> Folder {
    Folder(descriptor: try opening(AT_FDCWD, path, O_DIRECTORY))
  }

  /// A folder below this one.
  func folder(_ components: some Sequence<String>) throws(SystemFault) -> Folder {
    var current = try folder(".")
    for component in components { current = try current.folder(component) }
    return current
  }

  private func folder(_ name: String) throws(SystemFault) -> Folder {
    Folder(descriptor: try Self.opening(descriptor, name, O_DIRECTORY | O_NOFOLLOW))
  }

  private static func opening(
    _ descriptor: Int32, _ name: String, _ flags: Int32
  ) throws(SystemFault) -> Int32 {
    while true {
      let opened = openat(descriptor, name, O_RDONLY | O_CLOEXEC | flags)
      if opened >= 0 { return opened }
      if errno != EINTR { throw .last }
    }
  }

  // MARK: Listing

  enum Kind { case file, folder, link, special }

  struct Entry {
    /// Repaired where it is not plain text.
    let name: String
    let kind: Kind
    /// UTF-8 without control characters or direction overrides.
    let isPlain: Bool

    var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }
  }

  /// What is in the folder, in the order of the names' bytes; `.` and `..` are left out, and hidden
  /// names unless they are asked for.
  func entries(withHidden: Bool = false) throws(SystemFault) -> [Entry] {
    var names: [UInt8] = []
    var found: [(name: Range<Int>, kind: Kind)] = []
    try forEachEntry { name, kind in
      if name.first == UInt8(ascii: ".") {
        guard withHidden, !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) else {
          return
        }
      }
      guard let kind = kind() else { return }
      found.append((names.count..<names.count + name.count, kind))
      names += name
    }
    return names.withUnsafeBufferPointer { names in
      func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: names[range])
      }
      found.sort { bytes($0.name).precedes(bytes($1.name)) }
      return found.map { Self.entry(bytes($0.name), $0.kind) }
    }
  }

  /// Whether a file of no bytes or a folder without entries; false where that cannot be told.
  func holdsNothing(_ entry: Entry) -> Bool {
    switch entry.kind {
    case .file: (try? status(of: entry.name))?.st_size == 0
    case .folder:
      (try? folder(CollectionOfOne(entry.name)).entries(withHidden: true))?.isEmpty == true
    case .link, .special: false
    }
  }

  /// Every name of the folder as the system gives it, in its order, and what it names; that is nil
  /// where the name is gone already. It stops after so many.
  func forEachEntry(
    atMost most: Int = .max, _ visit: (UnsafeBufferPointer<UInt8>, () -> Kind?) -> Void
  ) throws(SystemFault) {
    let copy = try Self.opening(descriptor, ".", O_DIRECTORY)
    guard let stream = fdopendir(copy) else {
      let fault = SystemFault.last
      close(copy)
      throw fault
    }
    defer { closedir(stream) }
    var count = 0
    while count < most {
      count += 1
      errno = 0
      guard let next = readdir(stream) else {
        if errno != 0 { throw .last }
        return
      }
      // The record is shorter than `dirent`: only its parts may be read.
      let start = UnsafeRawPointer(next) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      let name = start.assumingMemoryBound(to: CChar.self)
      let bytes = UnsafeBufferPointer(
        start: start.assumingMemoryBound(to: UInt8.self), count: strlen(name))
      let type = Int(next.pointee.d_type)
      visit(bytes) { kind(of: name, type: type) }
    }
  }

  private static func entry(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> Entry {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return Entry(name: String(decoding: bytes, as: UTF8.self), kind: kind, isPlain: true)
    }
    let scan = TextScan(bytes)
    let isPlain = scan.faults.isEmpty && scan.lineStarts.count == 1 && !bytes.contains(0x09)
    let name = String(decoding: bytes, as: UTF8.self)
    guard !isPlain else { return Entry(name: name, kind: kind, isPlain: true) }
    let shown = name.unicodeScalars.map {
      $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
    }
    return Entry(
      name: String(String.UnicodeScalarView(shown)), kind: kind, isPlain: false)
  }

  /// Nil where the name is gone already.
  private func kind(of name: UnsafePointer<CChar>, type: Int) -> Kind? {
    switch type {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .link
      default: return .special
      }
    default: return .special
    }
  }

  /// What the system knows of a name in the folder; a link is not followed.
  func status(of name: String) throws(SystemFault) -> stat {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { throw .last }
    return status
  }

  // MARK: Reading

  enum Content {
    case bytes([UInt8])
    case tooLarge(Int)
    /// Neither file nor link when it was opened.
    case special
  }

  /// The bytes of a regular file of at most `limit` bytes.
  func content(of name: String, limit: Int) throws(SystemFault) -> Content {
    // Without O_NONBLOCK a pipe put in the file's place would stop us.
    let file = try Self.opening(descriptor, name, O_NOFOLLOW | O_NONBLOCK)
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    guard status.st_mode & S_IFMT == S_IFREG else { return .special }
    guard status.st_size <= limit else { return .tooLarge(Int(status.st_size)) }
    var bytes = try Self.read(file, capacity: Int(status.st_size) + 1)
    // It grew since: read on in pieces until it ends or is too large.
    while bytes.count > Int(status.st_size), bytes.count <= limit {
      let more = try Self.read(file, capacity: limit + 1 - bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes.count > limit ? .tooLarge(bytes.count) : .bytes(bytes)
  }

  /// The first bytes of a regular file, at most `count`; none of anything else.
  func start(of name: String, count: Int) throws(SystemFault) -> [UInt8] {
    let file = try Self.opening(descriptor, name, O_NOFOLLOW | O_NONBLOCK)
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
    return try Self.read(file, capacity: count)
  }

  /// Reads until the file ends or `capacity` bytes are there. A regular file gives less than it is
  /// asked for only at its end.
  private static func read(_ file: Int32, capacity: Int) throws(SystemFault) -> [UInt8] {
    var fault: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let taken = Glibc.read(file, buffer.baseAddress.map { $0 + count }, capacity - count)
        if taken >= 0 {
          let isEnd = taken < capacity - count
          count += taken
          if isEnd { return }
        } else if errno != EINTR {
          fault = .last
          return
        }
      }
    }
    if let fault { throw fault }
    return bytes
  }
}
