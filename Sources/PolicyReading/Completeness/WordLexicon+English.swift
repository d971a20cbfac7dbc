extension WordLexicon {
  /// The words by which a policy says when changes are made.
  static let english = WordLexicon([
    (
      [.work],
      """
      changes, deployments, deploying, releases, releasing, rollouts, roll outs, upgrades, upgrading,
      merges, merging, shipping, launches, golive, golives, go live, go lives, going live, migrations,
      pushes, patches, patching, updates, work, activity, activities, maintenance, cutovers, commits, deployment work
      """
    ),
    (
      [.work, .single],
      """
      change, deployment, release, rollout, roll out, upgrade, merge, launch, migration, push, patch,
      update, cutover
      """
    ),
    (
      [.work, .permission, .verb],
      """
      deploy, deploys, ship, ships, roll out, rolls out, go live, goes live
      """
    ),
    (
      [.place],
      """
      production, prod, pipeline, pipelines, mainnet, mainline, trunk, main, main branch, live, platform,
      environments, systems, estate, everything, infrastructure, gate, go lives
      """
    ),
    (
      [.window],
      "window, windows, slot, slots, business hours, core hours, change hours, deployment hours, release hours, calendar, schedule, train, trains, release train, release trains"
    ),
    (
      [.part],
      """
      section, sections, clause, clauses, row, rows, table, tables, annex, appendix, paragraph, paragraphs,
      subsection, rule, rules, times, dates, hours, exception, exceptions, above
      """
    ),
    (
      [.stop],
      """
      close, closed, closing, shut, shutting, stop, stops, stopped, stopping, block, blocks, blocked,
      blocking, cancel-, withdraw-, revok-, refus-, reject-, denied, cease, ceased, postpon-, deferred,
      unavailable, inactive, disabled, invalid, barred, restricted, held, hold, switched off,
      turned off, impossible, off, limited, inadmissible, avoid, avoided, refrain, abstain, end, discouraged, unwelcome,
      out of the question
      """
    ),
    ([.stop, .verb], "closes, shuts, ceases, ends, holds"),
    (
      [.hold],
      """
      frozen, freezing, froze, lock, locks, locked, locking, suspen-, pause, pauses, paused, pausing, halt,
      halts, halted, halting, on hold, on ice, embargoed, off limits, off limit, out of bounds, hands off, on pause, stand down, stands down, stood down, keep away, stay off, stay away, keep clear, leave alone,
      forbid-, forbade, prohibit-, ban, bans, banned, disallow-, void, outlaw-, down tools, no go,
      read only, parked, wait, waits, untouched, grounded, sealed, closed off, standstill, locked down, shut down, stand still
      """
    ),
    (
      [.freeze],
      """
      freeze, freezes, blackout-, black out, moratori-, embargo, embargoes, lockdown-, lock down, lockout,
      standstill-, shutdown-, quiet day-, quiet week-, closure, closures, quiet period-, quiet time, hiatus, slush, change stop,
      stoppage, change ban, deployment ban, change pause, deployment pause, release pause, release stop,
      deployment stop, change free, deployment free, release free, no change day, suspension, lock period, change lock, production lock, code lock, no fly
      """
    ),
    ([.negation], "no, not, never, none, nobody, no one, nothing, neither, nor, nowhere, hardly"),
    ([.only], "only, just, solely, exclusively, nothing but, nobody but, none but, except for"),
    (
      [.permission, .verb],
      """
      allow-, permit-, accept-, make, makes, made, happen-, take place, takes place, run, runs, deployed,
      released, shipped, merged, merge, rolled out, carried out, carried, scheduled, schedule, started,
      pushed, possible, go out, goes out, executed, performed, done, implemented, applied, installed,
      launched, promoted, touch, touches, touched, pass, passes, proceed, proceeds, enter, enters, reach, reaches, leave, leaves,
      open, opens, welcome, authorised, authorized, tolerated, begin, begins, start, starts, go ahead
      """
    ),
    (
      [.condition],
      """
      if, when, whenever, where, wherever, which, that, whose, who, without, incomplete, missing, failed,
      failing, fails, fail, such, these, those, unapproved, rejected, unless, provided, in case, as long as,
      once, in the event, untested, unauthorised, unauthorized, unplanned, undocumented, unreviewed
      """
    ),
    ([.state, .verb], "is, are, be, been, being, remain, remains, stay, stays, stand, stands, am"),
    (
      [.past, .verb],
      "was, were, had, did, used to, took, went, came, broke, caused, led to, began, began to, saw, became"
    ),
    (
      [.lasting],
      """
      until, till, further notice, currently, presently, now, for now, time being, at present,
      the moment, today, tonight, tomorrow, temporarily, this week, this month, this quarter, this year,
      next week, next month, next quarter, next year, the rest of, coming week, coming month, these days,
      these weeks, effective immediately, immediate effect, pending, since, so far, in force, in effect,
      all week, all month, all year, all day
      """
    ),
    (
      [.occasion],
      """
      christmas, xmas, thanksgiving, new year, holiday-, quarter end, month end, year end, end of quarter,
      end of the quarter, end of month, end of the month, end of year, end of the year, black friday,
      cyber monday, weekend-, weekday-, easter, summer, winter, autumn, springtime, in spring, this spring,
      golden week, ramadan, lunar new year, diwali, election day, midsummer, eid, hanukkah, pentecost,
      first quarter, second quarter, third quarter, fourth quarter, last week of, first week of,
      peak season, high season, audit season
      """
    ),
    (
      [.preposition],
      """
      in, on, to, for, from, of, at, by, with, within, into, during, between, over, through, throughout,
      under, after, before, outside, inside, across, against, about, per, via, that, which, who, near,
      around, as
      """
    ),
    (
      [.general],
      """
      the, a, an, all, any, our, every, each, further, other, more, planned, routine, regular, ordinary, normal,
      standard, emergency, new, production, prod, software, code, feature, features, application, config,
      configuration, infrastructure, database, runtime, network, system, systems, major, minor, non,
      scheduled, unscheduled, both, both kinds, live, service, services, platform, website, app, apps, web,
      type, types, kind, kinds, of, such, its, their, and, or, significant, mainnet, technical, whole
      """
    ),
    (
      [.emergency],
      "emergenc-, related fix-, hotfix-, hot fix-, urgent, security fix-, critical fix-"
    ),
    (
      [.errand],
      """
      meet, meets, meeting, meetings, announce-, declare-, agreed, publish-, notif-, inform, informs, informed,
      report, reports, reported, contact-, email-, e mail-, mail, mails, newsletter-, reviewed, review is,
      agenda, minutes of, handed in, submit-, on call, discuss-, communicat-, asked, requested, planned,
      prepared, collected, counted, measured, presented, evaluated, listed, documented, recorded, described,
      must be in, raised, sent, invited, trained, rehearsed, tested, assess-, archiv-, audit-, logged, filed,
      classif-, sampled, tagged, proposed, handled, training, confirm-, count, counts, rotated, renewed, interviewed, surveyed, triaged, prioriti-, estimated, checked, approved, signed,
      summaris-, summariz-, analys-, analyz-, compared, refreshed, collected
      """
    ),
    ([.modal, .verb], "may, might, can, could, must, shall, should, would, need, needs"),
    ([.verb], "require, requires, demand, demands, take, takes, cost, costs, wait, waits"),
    (
      [.day],
      """
      jan-, feb-, mar, march, apr-, may, jun, june, jul, july, aug-, sep-, oct-, nov-, dec, december, mon-, tue-,
      wed-, thu-, fri-, sat-, sun-, midnight, noon
      """
    ),
    ([.verb], "will, has, have, does, do, becomes, become, gets, get, goes, go"),
    (
      [.resume, .verb],
      """
      resume-, reopen-, restart-, start again, starts again, open again, opens again, begin again,
      begins again, unfreez-, lifted, lift, lifts, continue again
      """
    ),
    (
      [.repeal],
      """
      void, withdrawn, deleted, removed, struck, invalid, suspended, superseded, cancelled, canceled, cease-,
      expire-, lapse-, revoked, rescinded, repealed, abolished, no longer, not apply, not valid,
      not available, not in force, not used, not be used, not hold, inapplicable, disregarded, ignored,
      null, annulled, not count, overridden, replaced, shortened, halved, narrowed, out of force,
      an example, examples, a proposal, proposals, provisional, tentative, outdated, out of date,
      obsolete, wrong, incorrect, not yet, to be agreed, to be confirmed, to be decided, to be defined, tbd, tbc,
      a placeholder, placeholders, a draft, drafts, revok-,
      disregard, ignore, overrule, overrules
      """
    ),
    (
      [.process],
      """
      approv-, review-, test-, ci, check-, pass, passes, passed, sign-, green, fixed, resolved,
      verified, merged, succeeded, ready, evidence, authoris-, authoriz-, scheduled, planned, registered,
      recorded, documented, ticketed, validated, triaged, fix, fixes, cause, requested
      """
    ),
    (
      [.tool],
      """
      pipeline-, gate, gates, policy, policies, check-, tool-, rule-, branch-, protection-, system, systems,
      default, automat-, network, firewall-, ci, hook-, test-, hand, script-, bot, bots, change-, failing
      """
    ),
    ([.lengthening], "extend-, prolong-, moved, brought forward, postponed, lengthened, widened"),
    (
      [.past],
      """
      added, introduced, clarified, renamed, corrected, reworded, initial, updated, rewrote, adopted,
      first issue, first version
      """
    ),
  ])
}
