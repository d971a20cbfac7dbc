/// The size of a drawing: its width and height in pixels, else those of its `viewBox`.
enum DrawingSize {
  static func read(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var tags = DrawingTags(bytes)
    guard let root = tags.next() else { return nil }
    func attribute(_ name: String) -> String? { root.attributes.first { $0.name == name }?.value }
    if let width = attribute("width").flatMap(pixels),
      let height = attribute("height").flatMap(pixels)
    {
      return (width, height)
    }
    let box = attribute("viewBox")?.split { $0 == " " || $0 == "," || $0.isNewline } ?? []
    guard box.count == 4, let width = whole(box[2]), let height = whole(box[3]) else { return nil }
    return (width, height)
  }

  /// `640` and `640px`.
  private static func pixels(_ text: String) -> Int? {
    whole(text.hasSuffix("px") ? text.dropLast(2) : text[...])
  }

  private static func whole(_ text: Substring) -> Int? {
    guard let number = Double(text), number.isFinite, (0.5...100_000).contains(number) else {
      return nil
    }
    return Int(number.rounded())
  }
}
