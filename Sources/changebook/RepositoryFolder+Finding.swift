import Findings
import Foundation

extension RepositoryFolder {
  /// Where a site lies in its repository: below the nearest folder above it that has `.git`, else
  /// below the workspace that a pipeline names, else at the root itself.
  ///
  /// - Parameters:
  ///   - root: The site's folder.
  ///   - workspace: Where a pipeline has its files; nil where it says nothing.
  init(holding root: String, workspace: String?) {
    let site = Self.parts(of: root)
    let repository = (0...site.count).last { count in
      // Also a file: work trees and submodules have one.
      FileManager.default.fileExists(
        atPath: "/" + (site.prefix(count) + [".git"]).joined(separator: "/"))
    }
    if let repository {
      self.init(site[repository...].joined(separator: "/"))
    } else if let workspace = workspace.map(Self.parts), site.starts(with: workspace) {
      self.init(site[workspace.count...].joined(separator: "/"))
    } else {
      self = .root
    }
  }

  /// The names on the way from `/` to a folder, links resolved.
  private static func parts(of path: String) -> [String] {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
      .filter { $0 != "/" }
  }
}
