/// Writes ascending numbers in few letters, in the shorter of two forms, which `numbers` in
/// `assets/search.js` reads:
///
/// - each step from the one before in digits of five bits, the highest first, all but the last of them
///   with a sixth bit set;
/// - behind a dot, a bit for each number from zero on, six to a letter.
func searchPostings(_ numbers: [UInt32]) -> [UInt8] {
  guard let last = numbers.last else { return [] }
  let bitmapSize = 2 + Int(last) / 6
  var steps: [UInt8] = []
  var next: UInt32 = 0
  for number in numbers {
    let step = number - next
    next = number + 1
    var shift = 0
    while step >> (shift + 5) != 0 { shift += 5 }
    while shift >= 0 {
      let digit = Int(step >> shift & 31)
      steps.append(postingLetters[shift > 0 ? digit | 32 : digit])
      shift -= 5
    }
  }
  guard steps.count > bitmapSize else { return steps }
  var bits = [UInt8](repeating: 0, count: bitmapSize - 1)
  for number in numbers { bits[Int(number) / 6] |= 1 << UInt8(number % 6) }
  return [UInt8(ascii: ".")] + bits.map { postingLetters[Int($0)] }
}

private let postingLetters = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
