import Foundation

/// Refuses to answer into nothing. Has to come before anything is opened: the system gives the
/// number of standard output to whatever is opened next, and a write to that may succeed.
func demandStandardOutput() throws {
  guard fcntl(STDOUT_FILENO, F_GETFD) >= 0 else { throw Failure("standard output is closed") }
}

/// Makes the process end with status 2 where it would be killed by a fault of its own, and lets a
/// write into a closed pipe fail like any other.
func endWithTwoOnFaults() {
  signal(SIGPIPE, SIG_IGN)
  for fault in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
    // Only what POSIX allows in a handler.
    signal(fault) { _ in
      let words: StaticString = "changebook: internal error\n"
      _ = Foundation.write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      _exit(2)
    }
  }
}
