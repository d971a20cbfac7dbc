import Glibc
import SourceText
import Synchronization

/// Serves one connection a thread, from a fixed number of threads that each wait for the next one.
///
/// It is a server for one reader on one computer: HTTP/1.1 (RFC 9112) without bodies of requests.
final class LoopbackServer: Sendable {
  let port: UInt16
  private let listener: LoopbackListener
  private let answer: @Sendable (HTTPRequestHead) -> HTTPResponse
  private let threads = Mutex<[Thread]>([])
  private let open = Mutex<Set<Int32>>([])
  private let isOver = Atomic(false)

  /// Browsers open six connections to a host, and each page keeps one of them waiting for news.
  private static let workers = 32
  /// Seconds in which a request has to come.
  private static let patience = 10

  /// - Parameter port: 0 for any that is free.
  /// - Parameter answer: Gets every request that can be read, from any thread.
  init(
    port: UInt16,
    answering answer:
      @escaping @Sendable (UInt16) ->
      @Sendable (HTTPRequestHead) ->
      HTTPResponse
  ) throws(PreviewFault) {
    listener = try LoopbackListener(port: port)
    self.port = listener.port
    self.answer = answer(listener.port)
  }

  /// Begins to answer.
  func start() throws(PreviewFault) {
    let started = (0..<Self.workers).compactMap { _ in
      Thread { [self] in
        while !isOver.load(ordering: .relaxed), let connection = listener.accept() {
          serve(connection)
        }
      }
    }
    guard !started.isEmpty else {
      throw PreviewFault(description: "the system gives no thread to serve with")
    }
    threads.withLock { $0 = started }
  }

  /// Ends every connection, and returns when nobody serves any more.
  func stop() {
    isOver.store(true, ordering: .relaxed)
    listener.shut()
    open.withLock { for connection in $0 { shutdown(connection, Int32(SHUT_RDWR)) } }
    let started = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    for thread in started { thread.join() }
  }

  private func serve(_ connection: Int32) {
    open.withLock { _ = $0.insert(connection) }
    defer {
      // Closed under the lock: its number may belong to another connection at once.
      open.withLock { open in
        open.remove(connection)
        close(connection)
      }
    }
    if isOver.load(ordering: .relaxed) { return }
    var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    var yes: Int32 = 1
    setsockopt(
      connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    var reader = HeadReader(connection)
    while !isOver.load(ordering: .relaxed) {
      do throws(HTTPRefusal) {
        guard let head = try reader.next() else { return }
        let request = try HTTPRequestHead(head)
        let response = answer(request).bytes(
          hasBody: request.method != "HEAD", keepsOpen: request.keepsOpen)
        guard Self.send(response, to: connection), request.keepsOpen else { return }
      } catch {
        if Self.send(error.response.bytes(hasBody: true, keepsOpen: false), to: connection) {
          Self.drain(connection)
        }
        return
      }
    }
  }

  /// Reads a while what nobody wants: a connection that is closed before that loses the answer as well.
  private static func drain(_ connection: Int32) {
    shutdown(connection, Int32(SHUT_WR))
    var patience = timeval(tv_sec: 1, tv_usec: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var piece = [UInt8](repeating: 0, count: 4096)
    for _ in 0..<256 where recv(connection, &piece, piece.count, 0) <= 0 { return }
  }

  /// False where the reader is gone or does not read.
  private static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.send(
          connection, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count,
          Int32(MSG_NOSIGNAL))
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}

/// Reads the heads of requests from a connection, one after the other.
private struct HeadReader {
  private let connection: Int32
  private var bytes: [UInt8] = []

  private static let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

  init(_ connection: Int32) { self.connection = connection }

  /// Up to its empty line; nil where the connection ends or nothing comes in time.
  mutating func next() throws(HTTPRefusal) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = endOfHead(from: searched) {
        guard end <= HTTPRequestHead.longest else { throw .tooLong }
        let head = Array(bytes[..<end])
        bytes.removeFirst(end)
        return head
      }
      guard bytes.count <= HTTPRequestHead.longest else { throw .tooLong }
      searched = max(0, bytes.count - Self.end.count)
      guard let piece = receive() else { return nil }
      bytes += piece
    }
  }

  private func endOfHead(from start: Int) -> Int? {
    var index = start
    while index + Self.end.count <= bytes.count {
      if bytes[index..<index + Self.end.count].elementsEqual(Self.end) {
        return index + Self.end.count
      }
      index += 1
    }
    return nil
  }

  private func receive() -> ArraySlice<UInt8>? {
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(connection, &piece, piece.count, 0)
      if count > 0 { return piece[..<count] }
      if count < 0, errno == EINTR { continue }
      return nil
    }
  }
}
