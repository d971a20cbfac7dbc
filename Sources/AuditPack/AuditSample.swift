import Crypto
import Foundation
import SourceText

/// Which changes are looked at: an order that anybody can work out again, of which a sample is the
/// beginning, so that a larger one begins with the smaller.
///
/// A change is ranked by HMAC-SHA256 with the seed as key and its id as message. The best ranked of each
/// type and risk come first, then the others. Emergencies are always in, beside the number that was
/// asked for.
package struct AuditSample: Sendable {
  package struct Candidate: Sendable {
    /// Several candidates may have one id: each is drawn for itself.
    package let id: String
    /// Its type and risk.
    package let stratum: String
    package let isEmergency: Bool

    package init(id: String, stratum: String, isEmergency: Bool) {
      self.id = id
      self.stratum = stratum
      self.isEmergency = isEmergency
    }
  }

  package struct Drawn: Sendable {
    /// Which of the candidates it is.
    package let position: Int
    package let id: String
    package let stratum: String
    /// In hexadecimal.
    package let rank: String
    package let why: Why
  }

  package enum Why: String, Sendable, Hashable {
    case emergency, stratum, rank
  }

  /// The sample: what is drawn, in its order, then the emergencies that were not, by rank.
  package let drawn: [Drawn]

  package init(of candidates: [Candidate], count: Int, seed: String) {
    let key = SymmetricKey(data: Data(seed.utf8))
    let ranked = candidates.enumerated().map { position, candidate in
      let code = HMAC<SHA256>.authenticationCode(for: Data(candidate.id.utf8), using: key)
      return (candidate: candidate, position: position, rank: code.hexadecimal)
    }.sorted { ($0.rank, $0.candidate.id, $0.position) < ($1.rank, $1.candidate.id, $1.position) }
    var strata: Set<String> = []
    let firsts = ranked.filter { strata.insert($0.candidate.stratum).inserted }
    let isFirst = Set(firsts.map(\.position))
    let others = ranked.filter { !isFirst.contains($0.position) }
    let ordered = firsts.map { ($0, Why.stratum) } + others.map { ($0, Why.rank) }
    let sample = ordered.prefix(max(0, count))
    let held = Set(sample.map(\.0.position))
    let emergencies = ranked.filter { $0.candidate.isEmergency && !held.contains($0.position) }
    drawn = (sample + emergencies.map { ($0, Why.emergency) }).map { one, why in
      Drawn(
        position: one.position, id: one.candidate.id, stratum: one.candidate.stratum,
        rank: one.rank,
        why: why)
    }
  }
}
