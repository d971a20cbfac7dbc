import Foundation

/// The browser of whoever sits before the computer.
enum Browser {
  /// Opens an address with the program that `BROWSER` names, or else with the desktop's own; false where
  /// none can be started.
  static func open(_ address: String, environment: [String: String]) -> Bool {
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
      .filter { $0.hasPrefix("/") }
    let named = environment["BROWSER"].map { [$0] } ?? []
    for name in named + ["xdg-open", "open", "wslview"] {
      let paths = name.hasPrefix("/") ? [name] : folders.map { "\($0)/\(name)" }
      guard let path = paths.first(where: { access($0, X_OK) == 0 }) else { continue }
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = [address]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      if (try? process.run()) != nil { return true }
    }
    return false
  }
}
