import SourceText
import Synchronization
import Testing

@Suite struct JobsTests {
  @Test(arguments: [0, 1, 2, 3, 7, 64, 1000])
  func givesResultsInTheOrderOfTheElements(count: Int) {
    let elements = Array(0..<count)
    for jobs in [-1, 1, 2, 5, 200] {
      #expect(Jobs(jobs).map(elements) { "\($0)" } == elements.map(String.init))
    }
  }

  @Test func transformsEachElementOnce() {
    let calls = Atomic<Int>(0)
    _ = Jobs(4).map(Array(0..<999)) { _ in calls.add(1, ordering: .relaxed).newValue }
    #expect(calls.load(ordering: .relaxed) == 999)
  }

  @Test(arguments: [1, 2, 8])
  func makesTwoValuesOfDifferentKinds(jobs: Int) {
    let (words, number) = Jobs(jobs).both {
      ["one", "two"].map { $0 + "!" }
    } _: {
      (1...100).reduce(0, +)
    }
    #expect(words == ["one!", "two!"] && number == 5050)
  }

  @Test(arguments: [1, 2, 8])
  func makesAValueAheadOnce(jobs: Int) {
    let calls = Atomic<Int>(0)
    do {
      let ahead = Ahead(Jobs(jobs)) { calls.add(1, ordering: .relaxed).newValue }
      #expect(ahead.value == 1 && ahead.value == 1)
    }
    #expect(calls.load(ordering: .relaxed) == 1)
    // One that nobody asks for is done with when it is gone.
    do { _ = Ahead(Jobs(jobs)) { calls.add(1, ordering: .relaxed).newValue } }
    #expect(calls.load(ordering: .relaxed) == (jobs > 1 ? 2 : 1))
  }
}
