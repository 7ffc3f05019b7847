import { doubleMetaphone } from 'double-metaphone';

/** What is known of a person, for telling whether two records are of one. */
export interface Person {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly knownAs: string;
  /** `YYYY-MM-DD`, '' where unknown. */
  readonly born: string;
  readonly sex: string;
  readonly upn: string;
}

export interface Likeness {
  /** 0 (nothing in common) to 1. */
  readonly score: number;
  /** What speaks for and against, in words. */
  readonly reasons: readonly string[];
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

/** Jaro-Winkler likeness of two texts, 0 to 1 (Winkler 1990). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      matchedA.push(a[i]!);
      break;
    }
  }
  const m = matchedA.length;
  if (m === 0) return 0;
  const matchedB = [...b].filter((_, j) => taken[j]);
  const moved = matchedA.filter((letter, i) => letter !== matchedB[i]).length / 2;
  const jaro = (m / a.length + m / b.length + (m - moved) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const soundsOf = (name: string): readonly string[] =>
  [...new Set(doubleMetaphone(plain(name)))].filter(Boolean);

export const soundAlike = (a: string, b: string): boolean => {
  const sounds = new Set(soundsOf(a));
  return soundsOf(b).some((sound) => sounds.has(sound));
};

interface Evidence {
  readonly weight: number;
  /** 0 to 1. */
  readonly likeness: number;
  readonly says: string;
}

function nameEvidence(what: string, weight: number, a: string, b: string): Evidence | undefined {
  const [one, two] = [plain(a), plain(b)];
  if (one === '' || two === '') return undefined;
  if (one === two) return { weight, likeness: 1, says: `same ${what}` };
  const likeness = jaroWinkler(one, two);
  if (soundAlike(a, b)) return { weight, likeness: Math.max(likeness, 0.9), says: `${what}s sound alike` };
  if (likeness >= 0.88) return { weight, likeness, says: `${what}s are spelt alike` };
  return { weight, likeness: likeness / 2, says: `different ${what}s` };
}

function bornEvidence(a: string, b: string): Evidence | undefined {
  if (a === '' || b === '') return undefined;
  if (a === b) return { weight: 3, likeness: 1, says: 'same date of birth' };
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  if (yearA === yearB && monthA === dayB && dayA === monthB) {
    return { weight: 3, likeness: 0.9, says: 'dates of birth with day and month changed round' };
  }
  const differing = [...a].filter((digit, i) => digit !== b[i]).length;
  return differing === 1
    ? { weight: 3, likeness: 0.75, says: 'dates of birth differ in one digit' }
    : { weight: 3, likeness: 0, says: 'different dates of birth' };
}

function evidenceOf(a: Person, b: Person): Evidence[] {
  const givenOf = ({ given, knownAs }: Person) => [given, knownAs].filter((name) => name !== '');
  const givens = givenOf(a)
    .flatMap((one) => givenOf(b).map((two) => nameEvidence('given name', 2, one, two)))
    .filter((evidence) => evidence !== undefined)
    .sort((one, two) => two.likeness - one.likeness);
  const found = [nameEvidence('family name', 2, a.family, b.family), givens[0], bornEvidence(a.born, b.born)];
  if (a.upn !== '' && b.upn !== '') {
    found.push(
      a.upn === b.upn
        ? { weight: 4, likeness: 1, says: 'same unique pupil number' }
        : { weight: 2, likeness: 0, says: 'different unique pupil numbers' },
    );
  }
  if (a.sex !== '' && b.sex !== '' && a.sex !== b.sex)
    found.push({ weight: 0.5, likeness: 0, says: 'different sex' });
  return found.filter((evidence) => evidence !== undefined);
}

/** How likely two records are of one person, and why. Two records with nothing to compare have nothing in common. */
export function likeness(a: Person, b: Person): Likeness {
  const evidence = evidenceOf(a, b);
  const whole = evidence.reduce((sum, { weight }) => sum + weight, 0);
  // One thing alone proves nothing: a lone date of birth is measured as if the names were there and said nothing.
  const measured = Math.max(whole, 5);
  const score = evidence.reduce((sum, { weight, likeness: how }) => sum + weight * how, 0) / measured;
  return { score: Math.round(score * 100) / 100, reasons: evidence.map(({ says }) => says) };
}

/** Keys under which two records of one person meet: sounds of the family name with the year of birth, dates, numbers. */
export const meetingKeys = ({ family, given, born, upn }: Person): string[] => [
  ...soundsOf(family).map((sound) => `family ${sound} ${born.slice(0, 4)}`),
  ...soundsOf(family).flatMap((sound) => soundsOf(given).map((other) => `name ${sound} ${other}`)),
  ...(born === '' ? [] : [`born ${born}`]),
  ...(upn === '' ? [] : [`upn ${upn}`]),
];
