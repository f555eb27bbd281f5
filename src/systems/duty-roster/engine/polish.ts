/**
 * L4 to L6 of the objective, by exchanges and hand-overs that worsen no level above them: gaps as wide as the people
 * allow, then even ones, then wishes, then what stands. Polished, not proven (值班-四(一)).
 */
import { SeededRandom } from '../../../kernel/solver';
import type { DayDuties, PoolName } from './pools';
import type { RosterProblem } from './problem';
import { NeutralMoves } from './moves';

/** A gap wider than this is nobody's concern. */
const WIDEST = 10;
/** Counts, never time: steps per duty in conflict, steps for which a moved duty rests, looks at partners in one stage. */
const STEPS = 20;
const REST = 12;
const LOOKS = 4e6;
const PASSES = 60;
const SLICE = 64;

/** The widest gap that is aimed at: half the people, ten days at most. */
export function aimedGap({ clerks, minGap }: RosterProblem): number {
  return Math.max(minGap, 1, Math.min(WIDEST, Math.floor(clerks.length / 2)));
}

/** The pool's duties polished, in slices; `before` holds what stands before the pool was solved and never moves. */
export function* polish(problem: RosterProblem, name: PoolName, before: DayDuties, duties: DayDuties): Generator<number, DayDuties> {
  const moves = new NeutralMoves(problem, name, before, duties);
  if (moves.size === 0) return duties;
  yield* widen(moves, Math.max(problem.minGap, 1), aimedGap(problem));
  // blind to what stands first, then towards it
  yield* climb(moves, false);
  yield* climb(moves, true);
  return moves.duties();
}

/** Raises the gap a day at a time, as long as no pair of duties is left below it. */
function* widen(moves: NeutralMoves, least: number, aim: number): Generator<number, void> {
  for (let apart = least + 1; apart <= aim; apart += 1) {
    const before = moves.people();
    moves.aim(apart);
    yield* settleConflicts(moves);
    if (moves.tight === 0) continue;
    moves.restore(before);
    moves.aim(apart - 1);
    return;
  }
}

/** Minimum conflicts with a tabu list over moves that change no level. */
function* settleConflicts(moves: NeutralMoves): Generator<number, void> {
  const random = new SeededRandom(moves.size);
  const rests = new Int32Array(moves.size);
  let bad = moves.tightSlots();
  const budget = Math.min(STEPS * (10 + bad.length), LOOKS / moves.size);
  for (let step = 1; moves.tight > 0 && bad.length > 0 && step <= budget; step += 1) {
    const slot = bad[random.below(bad.length)]!;
    const start = random.below(moves.size);
    let partner = -1;
    let taker = -1;
    // one conflict more is taken to get away from a dead end
    let least = 2;
    for (let offset = 0; offset < moves.size && least > -2; offset += 1) {
      const other = (start + offset) % moves.size;
      if (!moves.isSwapNeutral(slot, other)) continue;
      const delta = moves.tightAfterSwap(slot, other) - moves.tight;
      if (delta >= least || (delta >= 0 && rests[other]! >= step)) continue;
      least = delta;
      partner = other;
    }
    for (let person = 0; person < moves.personCount && least > -2; person += 1) {
      if (!moves.isHandOverNeutral(slot, person)) continue;
      const delta = moves.tightAfterHandOver(slot, person) - moves.tight;
      if (delta >= least) continue;
      least = delta;
      taker = person;
    }
    if (taker >= 0) moves.handOver(slot, taker);
    else if (partner >= 0) {
      moves.swap(slot, partner);
      rests[partner] = step + REST;
    }
    rests[slot] = step + REST;
    bad = moves.tightSlots();
    if (step % SLICE === 0) yield step;
  }
}

/** Makes every exchange and hand-over that improves, the most important level first, until there is none or the budget ends. */
function* climb(moves: NeutralMoves, towardsStanding: boolean): Generator<number, void> {
  let looks = 0;
  for (let pass = 1, improved = true; improved && pass <= PASSES && looks < LOOKS; pass += 1) {
    improved = false;
    for (let slot = 0; slot < moves.size && looks < LOOKS; slot += 1) {
      for (let person = 0; person < moves.personCount; person += 1) {
        if (moves.improvesByHandOver(slot, person, towardsStanding)) {
          moves.handOver(slot, person);
          improved = true;
        }
      }
      for (let other = slot + 1; other < moves.size; other += 1) {
        if (moves.improvesBySwap(slot, other, towardsStanding)) {
          moves.swap(slot, other);
          improved = true;
        }
      }
      looks += moves.personCount + moves.size - slot;
      if (slot % SLICE === SLICE - 1) yield pass;
    }
  }
}
