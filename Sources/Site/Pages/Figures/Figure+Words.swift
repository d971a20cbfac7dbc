import Figures
import PolicyReading

extension Verdict {
  /// The class that gives it its mark.
  var mark: String {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .noData: "none"
    }
  }
}
