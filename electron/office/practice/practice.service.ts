import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { OfficeProblem } from '#shared/problems.ts';
import type { Ask, Context } from '../context.ts';
import { officeFiles } from '../database/files.ts';
import { refuseHeld } from '../database/lock.ts';
import { Desk, type DeskOptions } from '../desk.ts';
import { Builder, StoryClock } from './builder.ts';
import { makeLives, tell } from './cases.ts';
import { tellFamilies } from './families.ts';
import { makeScene } from './office.ts';
import { Dice } from './random.ts';

/** The day on which every practice office stands when it is made; a person may move it. */
export const PRACTICE_DAY = '2008-10-14';
const FIRST_DAY = '2008-04-01';
/** Children at scale 1. */
const CHILDREN = 24;

/** What to build, and how to hear of it. */
export type PracticeOptions = {
  /** So many times the children of scale 1. */
  scale?: number;
  /** The same seed tells the same stories. */
  seed?: number;
  progress: Context['progress'];
  /** The gate that the story goes through. */
  ask: Ask;
};

/**
 * Builds the practice office through the services, in a folder beside its own, and puts it in its place only when
 * it is whole: a failed or cancelled building leaves what was there before.
 */
export async function buildPractice(options: DeskOptions, how: PracticeOptions): Promise<void> {
  if (underWay.has(options.practiceDir))
    throw new OfficeProblem(
      'busy',
      'The practice office is being made already. Nothing was changed. Wait until it is there.',
    );
  underWay.add(options.practiceDir);
  try {
    await build(options, how);
  } finally {
    underWay.delete(options.practiceDir);
  }
}

/** Folders whose practice office is being made: two at once would take each other's files away. */
const underWay = new Set<string>();

async function build(
  options: DeskOptions,
  { scale = 1, seed = 1, progress, ask }: PracticeOptions,
): Promise<void> {
  // Somebody may be in the one that it replaces.
  const present = officeFiles(options.practiceDir);
  refuseHeld(present, options.nativeBinding);
  const building = `${options.practiceDir}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const clock = new StoryClock(FIRST_DAY);
  const desk = new Desk({ ...options, practiceDir: building, clock });
  desk.using = 'practice';
  try {
    const builder = new Builder(desk, clock, new Dice(seed), ask);
    const scene = await makeScene(builder, scale);
    for (const life of makeLives(builder, Math.max(1, Math.round(CHILDREN * scale))))
      tell(builder, scene, life);
    tellFamilies(builder, scene);
    await builder.live(PRACTICE_DAY, (done, total) => progress(done, total, 'Making the practice office'));
    await builder.as('margaret', 'settings.movePracticeDay', { day: PRACTICE_DAY });
    desk.close();
    refuseHeld(present, options.nativeBinding);
    rmSync(options.practiceDir, { recursive: true, force: true });
    renameSync(building, options.practiceDir);
  } catch (error) {
    desk.close();
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

/** Turns the desk to the practice office, and makes it first if it is not there or is to start again. */
export async function openPractice({ desk, progress, ask }: Context, startAgain: boolean): Promise<void> {
  desk.close();
  if (startAgain || !desk.has('practice')) await buildPractice(desk.options, { progress, ask });
  desk.using = 'practice';
}
