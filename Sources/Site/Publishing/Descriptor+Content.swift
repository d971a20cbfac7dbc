import Glibc

extension Descriptor {
  /// A `write`: the number of bytes taken, or -1 with `errno` set.
  typealias Write = @Sendable (Int32, UnsafeRawPointer, Int) -> Int

  /// Writes every byte, however few the system takes at a time; false with `errno` set.
  func writeAll(_ bytes: [UInt8], by write: Write) -> Bool {
    bytes.withUnsafeBytes { writeAll($0, by: write) }
  }

  private func writeAll(_ bytes: UnsafeRawBufferPointer, by write: Write) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var done = 0
    while done < bytes.count {
      let count = write(number, base + done, bytes.count - done)
      if count > 0 {
        done += count
      } else if count == 0 {
        errno = ENOSPC
        return false
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Whether the file, read from its start, holds exactly these bytes.
  func holds(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { holds($0) } }

  private func holds(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    return withUnsafeTemporaryAllocation(byteCount: min(bytes.count, 1 << 16), alignment: 16) {
      buffer in
      var done = 0
      while done < bytes.count {
        let wanted = min(buffer.count, bytes.count - done)
        let count = read(number, buffer.baseAddress, wanted)
        if count > 0 {
          guard let start = buffer.baseAddress, memcmp(start, base + done, count) == 0 else {
            return false
          }
          done += count
        } else if count == 0 || errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  /// The bytes of a regular file; nil for what is none, is larger or cannot be read.
  func content(atMost limit: Int) -> [UInt8]? {
    guard let status, status.kind == S_IFREG, status.st_size <= limit else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(number, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count > 0 {
        done += count
      } else if count == 0 {
        return Array(bytes[..<done])
      } else if errno != EINTR {
        return nil
      }
    }
    return bytes
  }
}
