/// What `git cat-file --batch` writes, read as it comes, in pieces of any length.
struct StoredTexts {
  /// Contents by their hashes. What is too large, is no file or is not there has none.
  private(set) var texts: [String: [UInt8]] = [:]

  /// `<hash> blob <size>`, or `<hash> missing`.
  private var head: [UInt8] = []
  /// The hash whose content is read; nil between contents.
  private var open: String?
  private var content: [UInt8] = []
  /// Bytes of the content, and the line end behind it, that have not come yet.
  private var left = 0
  private var isKept = false

  /// Bytes of the largest that is kept.
  private let largest: Int
  /// Sizes of what is larger, by hashes.
  private(set) var tooLarge: [String: Int] = [:]

  /// A record of more is refused by its reader as well.
  static let largestRecord = 64 << 10

  init(largest: Int = Self.largestRecord) { self.largest = largest }

  private static let longestHead = 256

  static let arguments = ["cat-file", "--batch", "--buffer"]

  static func input(_ hashes: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for hash in hashes {
      bytes += hash.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  /// False where it is nothing that git writes.
  mutating func add(_ piece: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < piece.count {
      if let hash = open {
        let count = min(left, piece.count - index)
        if isKept { content.append(contentsOf: piece[index..<index + count]) }
        index += count
        left -= count
        if left == 0 { close(hash) }
      } else {
        let byte = piece[index]
        index += 1
        if byte != 0x0A {
          head.append(byte)
          if head.count > Self.longestHead { return false }
        } else if !begin() {
          return false
        }
      }
    }
    return true
  }

  private mutating func begin() -> Bool {
    let words = head.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    head = []
    guard let hash = words.first else { return false }
    guard words.count == 3 else { return words.count == 2 }
    guard let size = Int(words[2]), size >= 0, size < Int.max else { return false }
    open = hash
    left = size + 1
    isKept = words[1] == "blob" && size <= largest
    if words[1] == "blob", size > largest { tooLarge[hash] = size }
    content = []
    return true
  }

  private mutating func close(_ hash: String) {
    if isKept {
      content.removeLast()
      texts[hash] = content
    }
    open = nil
    content = []
  }
}
