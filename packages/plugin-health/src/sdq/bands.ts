import type { SdqScale } from './score.ts';

/** Which form was answered: by the main carer (parent version), the teacher, or the young person (11 and over). */
export type SdqVersion = 'carer' | 'teacher' | 'child';

/** Bands of the three-band scheme; statutory guidance calls the highest 'cause for concern', the questionnaire 'abnormal'. */
export type SdqBand = 'normal' | 'borderline' | 'cause-for-concern';

/** The newer four bands; 'raised', 'high' mean lowered and low for the prosocial scale. */
export type SdqFourBand = 'close-to-average' | 'slightly-raised' | 'high' | 'very-high';

type Scored = SdqScale | 'totalDifficulties' | 'impact';

/** Where the second, third (and fourth) band begins. For `prosocial` low scores are the concern: where each band ends. */
type Cuts = Readonly<Record<Scored, readonly number[]>>;

/** Source: the questionnaire's published bands, original three-band categorisation; carer total also in the guidance. */
const THREE: Readonly<Record<SdqVersion, Cuts>> = {
  carer: {
    totalDifficulties: [14, 17],
    emotional: [4, 5],
    conduct: [3, 4],
    hyperactivity: [6, 7],
    peer: [3, 4],
    prosocial: [5, 4],
    impact: [1, 2],
  },
  teacher: {
    totalDifficulties: [12, 16],
    emotional: [5, 6],
    conduct: [3, 4],
    hyperactivity: [6, 7],
    peer: [4, 5],
    prosocial: [5, 4],
    impact: [1, 2],
  },
  child: {
    totalDifficulties: [16, 20],
    emotional: [6, 7],
    conduct: [4, 5],
    hyperactivity: [6, 7],
    peer: [4, 6],
    prosocial: [5, 4],
    impact: [1, 2],
  },
};

/** Source: the questionnaire's published bands, newer four-band categorisation. */
const FOUR: Readonly<Record<SdqVersion, Cuts>> = {
  carer: {
    totalDifficulties: [14, 17, 20],
    emotional: [4, 5, 7],
    conduct: [3, 4, 6],
    hyperactivity: [6, 8, 9],
    peer: [3, 4, 5],
    prosocial: [7, 6, 5],
    impact: [1, 2, 3],
  },
  teacher: {
    totalDifficulties: [12, 16, 19],
    emotional: [4, 5, 6],
    conduct: [3, 4, 5],
    hyperactivity: [6, 8, 9],
    peer: [3, 5, 6],
    prosocial: [5, 4, 3],
    impact: [1, 2, 3],
  },
  child: {
    totalDifficulties: [15, 18, 20],
    emotional: [5, 6, 7],
    conduct: [4, 5, 6],
    hyperactivity: [6, 7, 8],
    peer: [3, 4, 5],
    prosocial: [6, 5, 4],
    impact: [1, 2, 3],
  },
};

function position(score: number, scale: Scored, cuts: readonly number[]): number {
  return cuts.filter((cut) => (scale === 'prosocial' ? score <= cut : score >= cut)).length;
}

/**
 * The band of a score: for the carer's total, 0 to 13 normal, 14 to 16 borderline, 17 to 40 cause for concern.
 *
 * @param score of the scale; the total difficulties score unless told otherwise
 */
export function sdqBand(
  score: number,
  version: SdqVersion = 'carer',
  scale: Scored = 'totalDifficulties',
): SdqBand {
  return (['normal', 'borderline', 'cause-for-concern'] as const)[
    position(score, scale, THREE[version][scale])
  ]!;
}

/** The band of a score in the newer scheme of four. */
export function sdqFourBand(
  score: number,
  version: SdqVersion = 'carer',
  scale: Scored = 'totalDifficulties',
): SdqFourBand {
  return (['close-to-average', 'slightly-raised', 'high', 'very-high'] as const)[
    position(score, scale, FOUR[version][scale])
  ]!;
}
