/// Why a picture is not shown.
package enum PictureFault: Error, Sendable, Hashable {
  /// No file is there.
  case absent
  /// It does not lie in the content folder, or is hidden there.
  case outside
  case tooLarge(Int)
  /// Its first bytes are those of no picture.
  case noPicture
  /// A drawing that could do something: what it holds.
  case active(String)
  /// What stands there is no file that is read.
  case refused(String)
}
