import PolicyReading
import Testing

@testable import Figures

struct WilsonIntervalTests {
  @Test(arguments: [
    (20, 20, "83.9–100%"), (19, 20, "76.4–99.1%"), (96, 100, "90.2–98.4%"),
    (0, 50, "0–7.1%"),
  ])
  func agreesWithTheReferenceValues(k: Int, n: Int, text: String) {
    let interval = WilsonInterval(k, of: n, at: Confidence(level: 0.95))
    #expect(formatInterval(interval) == text)
  }

  @Test func widensWithTheLevel() {
    let narrow = WilsonInterval(19, of: 20, at: Confidence(level: 0.9))
    let wide = WilsonInterval(19, of: 20, at: Confidence(level: 0.99))
    #expect(wide.low < narrow.low && narrow.high < wide.high)
    #expect(wide.level == 0.99)
  }

  /// Values of tables to fifteen digits and more.
  @Test(arguments: [
    (0.5, 0), (0.975, 1.959_963_984_540_054), (0.025, -1.959_963_984_540_054),
    (0.95, 1.644_853_626_951_472_2), (0.995, 2.575_829_303_548_900_4),
    (0.75, 0.674_489_750_196_081_7), (0.9995, 3.290_526_731_491_925_5),
    (1e-12, -7.034_483_825_301_131), (1e-10, -6.361_340_902_404_056),
  ])
  func quantileAgreesWithTables(p: Double, x: Double) {
    #expect(abs(normalQuantile(p) - x) <= 1e-14 * max(1, abs(x)))
  }
}
