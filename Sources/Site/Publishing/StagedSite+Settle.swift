import Dispatch

extension StagedSite {
  /// Does the work, which writes from any number of threads, while another has the file system
  /// write down again and again what is there so far: `finish` then has little left to wait for.
  ///
  /// What goes wrong with the disk here goes wrong in `finish` too, where it is told.
  func settling(while work: () -> Void) {
    let (end, settled) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    // A queue of its own, because it takes no part in the work's threads.
    DispatchQueue(label: "settling").async { [self] in
      while end.wait(timeout: .now() + Self.settlingPause) == .timedOut {
        _ = calls.sync(staging.number)
      }
      settled.signal()
    }
    work()
    end.signal()
    settled.wait()
  }

  /// A hundred pages come together in it.
  private static let settlingPause = DispatchTimeInterval.milliseconds(20)
}
