import Foundation

/// The built-in theme.
package enum Theme {
  /// The folder that holds `pages`, `partials` and `assets`.
  package static var folder: String { Bundle.module.bundlePath }
}
