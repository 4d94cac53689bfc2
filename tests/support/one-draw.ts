import { configureGlobal } from 'fast-check'

/*
 * Property tests draw the same values at every run, so that a run that fails fails for everyone.
 * HABEAS_TEST_SEED gives another draw; `random` a new one each time, for looking further.
 */

const seed = process.env.HABEAS_TEST_SEED ?? '20251213'

if (seed !== 'random') configureGlobal({ seed: Number(seed) })
