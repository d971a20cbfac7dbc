import Glibc

/// A process of its own, with sockets for what it reads and writes.
///
/// All three are served at once, so that neither side waits for the other for ever: whoever writes a
/// long input before reading the output would.
struct ChildProcess: ~Copyable {
  private let id: pid_t
  private let input: Int32
  private let output: Int32
  private let errors: Int32

  /// Milliseconds without a word after which it is ended.
  private static let patience: Int32 = 120_000
  /// Of what it says on standard error.
  private static let longestMessage = 4096

  /// Nil where the system does not start it.
  init?(_ path: String, _ arguments: [String], environment: [String]) {
    // Sockets, since a write into a closed pipe would end this process, and since no other child
    // that is started meanwhile gets hold of their ends.
    var ends = [Int32](repeating: -1, count: 6)
    var isStarted = false
    defer {
      for end in isStarted ? [1, 3, 5] : [0, 1, 2, 3, 4, 5] where ends[end] >= 0 {
        close(ends[end])
      }
    }
    for first in [0, 2, 4] {
      var pair: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { return nil }
      (ends[first], ends[first + 1]) = (pair[0], pair[1])
    }
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[3], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[5], STDERR_FILENO)
    var id = pid_t()
    let status = Self.withTexts(arguments) { arguments in
      Self.withTexts(environment) { environment in
        posix_spawn(&id, path, &actions, nil, arguments, environment)
      }
    }
    guard status == 0 else { return nil }
    isStarted = true
    self.id = id
    (input, output, errors) = (ends[0], ends[2], ends[4])
    for end in [input, output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  /// Writes the input, hands on the output, and waits for the end; false from `take` ends it at once.
  consuming func exchange(
    _ bytes: [UInt8], _ take: (UnsafeRawBufferPointer) -> Bool
  ) -> GitProgram.Ending {
    var message: [UInt8] = []
    let isWhole = bytes.withUnsafeBytes { serve($0, take, &message) }
    close(output)
    close(errors)
    if !isWhole { kill(id, SIGKILL) }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let hasExited = status & 0x7F == 0
    return GitProgram.Ending(
      status: isWhole && hasExited ? (status >> 8) & 0xFF : nil,
      message: String(decoding: message, as: UTF8.self))
  }

  /// Until both outputs have ended; false where it was given up before.
  private borrowing func serve(
    _ bytes: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer) -> Bool,
    _ message: inout [UInt8]
  ) -> Bool {
    var rest = bytes[...]
    var isWriting = true
    var isReading = (output: true, errors: true)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer {
      buffer.deallocate()
      if isWriting { close(input) }
    }
    while isReading.output || isReading.errors {
      if isWriting, rest.isEmpty {
        close(input)
        isWriting = false
      }
      var waiting = [
        pollfd(fd: isReading.output ? output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isReading.errors ? errors : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isWriting ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), Self.patience)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      if waiting[0].revents != 0, let piece = Self.read(output, into: buffer) {
        if piece.isEmpty { isReading.output = false } else if !take(piece) { return false }
      }
      if waiting[1].revents != 0, let piece = Self.read(errors, into: buffer) {
        if piece.isEmpty { isReading.errors = false }
        message += piece.prefix(Self.longestMessage - message.count)
      }
      if waiting[2].revents != 0 {
        let sent = send(
          input, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count,
          Int32(MSG_NOSIGNAL))
        if sent > 0 {
          rest = rest.dropFirst(sent)
        } else if errno != EAGAIN, errno != EINTR {
          // It reads no more: what it has to say about that comes by the other ends.
          rest = rest.suffix(0)
        }
      }
    }
    return true
  }

  /// What is there, empty at the end; nil where there is nothing yet.
  private static func read(
    _ end: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) -> UnsafeRawBufferPointer? {
    let count = Glibc.read(end, buffer.baseAddress, buffer.count)
    if count < 0, errno == EAGAIN || errno == EINTR { return nil }
    return UnsafeRawBufferPointer(rebasing: buffer[..<max(0, count)])
  }

  /// A list of texts as C takes it.
  private static func withTexts<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
