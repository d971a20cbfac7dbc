import Foundation

/// The signals by which somebody ends a program that would go on for ever: an interrupt from the terminal, its
/// closing, and a plain `kill`.
struct InterruptSignals {
  private var set = sigset_t()

  /// From here on they end nothing by themselves, for this thread and those that it begins.
  init() {
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Returns when one of them comes.
  func wait() {
    var set = set
    var number: Int32 = 0
    while sigwait(&set, &number) == EINTR {}
  }
}
