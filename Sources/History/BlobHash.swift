import Crypto
import SourceText

/// The name that git gives a text.
enum BlobHash {
  /// The name of a text by the function that another name was made with; nil for no such function.
  static func name(of bytes: [UInt8], like hash: String) -> String? {
    switch hash.utf8.count {
    // git's own choice; nothing here is protected by it.
    case 40: name(of: bytes, Insecure.SHA1())
    case 64: name(of: bytes, SHA256())
    default: nil
    }
  }

  private static func name(of bytes: [UInt8], _ function: some HashFunction) -> String {
    var function = function
    function.update(data: Array("blob \(bytes.count)\0".utf8))
    function.update(data: bytes)
    return function.finalize().hexadecimal
  }
}
