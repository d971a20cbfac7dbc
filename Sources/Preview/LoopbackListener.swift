import Glibc

/// A socket that listens on 127.0.0.1, where only programs of the same computer reach it.
struct LoopbackListener: ~Copyable, Sendable {
  let number: Int32
  let port: UInt16

  private static let mostWaiting: Int32 = 128

  /// - Parameter port: 0 for any that is free.
  init(port: UInt16) throws(PreviewFault) {
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { throw .last("open a socket", port: port) }
    do throws(PreviewFault) {
      self.port = try Self.listen(number, on: port)
    } catch {
      close(number)
      throw error
    }
    self.number = number
  }

  deinit { close(number) }

  private static func listen(_ number: Int32, on port: UInt16) throws(PreviewFault) -> UInt16 {
    // A port whose last connections are still closing is free.
    var yes: Int32 = 1
    setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        guard bind(number, plain, size) == 0, Glibc.listen(number, mostWaiting) == 0 else {
          return Int32(-1)
        }
        return getsockname(number, plain, &size)
      }
    }
    guard status == 0 else { throw .last("listen", port: port) }
    return UInt16(bigEndian: address.sin_port)
  }

  /// The next connection; nil where the listener is shut.
  borrowing func accept() -> Int32? {
    while true {
      let connection = Glibc.accept(number, nil, nil)
      if connection >= 0 {
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        return connection
      }
      switch errno {
      // Gone before it was taken, or too many files are open: others will close.
      case EINTR, ECONNABORTED, EPROTO: continue
      case EMFILE, ENFILE, ENOBUFS, ENOMEM: usleep(10_000)
      default: return nil
      }
    }
  }

  /// Whoever waits for a connection gets none.
  borrowing func shut() { shutdown(number, Int32(SHUT_RDWR)) }
}

/// Why there is no preview.
package struct PreviewFault: Error, Sendable, CustomStringConvertible {
  /// A sentence without its full stop.
  package let description: String

  static func last(_ operation: String, port: UInt16) -> PreviewFault {
    let code = errno
    if code == EADDRINUSE {
      return PreviewFault(
        description:
          "port \(port) is in use on 127.0.0.1; --port names another one, --port 0 takes "
          + "any that is free")
    }
    if code == EACCES {
      return PreviewFault(
        description: "port \(port) may not be used by this user; --port names another one")
    }
    return PreviewFault(
      description:
        "cannot \(operation) on 127.0.0.1, port \(port): \(String(cString: strerror(code)))"
    )
  }
}
