import Foundation

/// A file that the command line names.
enum InputFile {
  /// Larger ones are none of ours.
  private static let largest = 64 << 20

  /// Its bytes; a failure says why they cannot be had.
  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Failure("cannot open \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure("\(path) is no regular file")
    }
    guard status.st_size <= largest else { throw Failure("\(path) is too large to be read") }
    guard let data = try FileHandle(fileDescriptor: descriptor).readToEnd() else { return [] }
    return [UInt8](data)
  }
}
