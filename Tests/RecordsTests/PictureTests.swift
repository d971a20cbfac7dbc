import Markdown
import TestSupport
import Testing

@testable import Records

enum SamplePictures {
  static func png(_ width: Int, _ height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0]
  }

  static func jpeg(_ width: Int, _ height: Int) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xFF, 0xC2, 0, 11, 8] + big(height, 2)
      + big(width, 2)
  }

  static func gif(_ width: Int, _ height: Int) -> [UInt8] {
    Array("GIF89a".utf8) + big(width, 2).reversed() + big(height, 2).reversed()
  }

  static func webp(_ width: Int, _ height: Int, _ form: Int) -> [UInt8] {
    let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8)
    switch form {
    case 0:
      return head + Array("VP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A]
        + big(width, 2).reversed() + big(height, 2).reversed()
    case 1:
      let bits = (width - 1) | (height - 1) << 14
      return head + Array("VP8L".utf8) + [0, 0, 0, 0, 0x2F] + big(bits, 4).reversed()
    default:
      return head + Array("VP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0]
        + big(width - 1, 3).reversed() + big(height - 1, 3).reversed()
    }
  }

  static func svg(_ inside: String, _ attributes: String = "viewBox=\"0 0 32 16\"") -> [UInt8] {
    Array(
      "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)>\(inside)</svg>"
        .utf8)
  }

  private static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

@Suite struct PictureTests {
  @Test func readsTheSizeOfEveryKind() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<100 {
      let width = 1 + random.below(16_000)
      let height = 1 + random.below(16_000)
      let files: [([UInt8], PictureKind)] = [
        (SamplePictures.png(width, height), .png), (SamplePictures.jpeg(width, height), .jpeg),
        (SamplePictures.gif(width, height), .gif), (SamplePictures.webp(width, height, 0), .webp),
        (SamplePictures.webp(width, height, 1), .webp),
        (SamplePictures.webp(width, height, 2), .webp),
        (SamplePictures.svg("", "viewBox=\"0 0 \(width) \(height)\""), .svg),
        (SamplePictures.svg("", "width='\(width)px' height='\(height)'"), .svg),
      ]
      for (bytes, kind) in files {
        #expect(PictureKind(bytes) == kind)
        #expect(PictureHeader.size(bytes, kind) == PictureSize(width: width, height: height))
        // A file that ends early says no size, and is no trap.
        for count in 0..<bytes.count {
          let part = Array(bytes[..<count])
          if let kind = PictureKind(part) { _ = PictureHeader.size(part, kind) }
          if PictureKind(part) == .svg { _ = ActiveDrawing.reason(part) }
        }
      }
    }
  }

  @Test func takesNothingElseForAPicture() {
    for text in [
      "", "a", "<html><svg>", "<!doctype html><script>", "%PDF-1.7", "<svgx>", "<!-- <svg>",
    ] {
      #expect(PictureKind(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test func refusesDrawingsThatCouldDoSomething() {
    for inside in [
      "<script>x</script>", "<SCRIPT/>", "<g onload=\"x\"/>", "<g\nonclick='x'/>",
      "<a href=\"#\"/>",
      "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>", "<foreignObject/>", "<set/>",
      "<use href=\"other.svg#a\"/>", "<image href=\"https://a.example/b.png\"/>",
      "<image xlink:href=\"data:image/svg+xml;base64,x\"/>", "<animate attributeName=\"href\"/>",
      "<g xmlns=\"http://www.w3.org/1999/xhtml\"/>", "<x:p xmlns:x=\"&#104;ttp\"/>", "<iframe/>",
      "<g a=b/>", "<g", "<?xml-stylesheet href=\"a\"?>", "<x:iframe src=\"javascript:y\"/>",
      "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!--", "<use href=\"&#106;avascript:x\"/>",
    ] {
      #expect(ActiveDrawing.reason(SamplePictures.svg(inside)) != nil, "\(inside)")
    }
    for inside in [
      "<path d=\"M0 0\"/>", "<!-- <script> --><g fill='url(#a)'><title>a &lt; b</title></g>",
      "<use href=\"#a\"/>", "<image href=\"data:image/png;base64,AA\"/>",
      "<sodipodi:namedview xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\"/>",
      "<style><![CDATA[ a > b {} ]]></style>",
    ] {
      #expect(ActiveDrawing.reason(SamplePictures.svg(inside)) == nil, "\(inside)")
    }
  }
}
