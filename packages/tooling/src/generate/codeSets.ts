import { codeTypeName } from './names.ts';
import type { CodeSetFile } from './schemas.ts';

/**
 * `codeSets.ts`: the code sets of a folder by their statutory name, and the type of each set's codes.
 * @param core the module that exports `defineCodeSet`.
 */
export function codeSetsModule(sets: readonly CodeSetFile[], core: string): string {
  return [
    `import { defineCodeSet } from '${core}';\n\n`,
    'export const codeSets = {\n',
    ...sets.map(
      (set) =>
        `  /** ${set.title}${set.source === undefined ? '' : `: ${set.source}`} */\n` +
        `  ${JSON.stringify(set.id)}: /* @__PURE__ */ defineCodeSet(${JSON.stringify(set)}),\n`,
    ),
    '} as const;\n',
    ...sets.map(
      (set) =>
        `\n/** A code of ${set.title.charAt(0).toLowerCase()}${set.title.slice(1)}. */\n` +
        `export type ${codeTypeName(set.title)} = ${set.codes.map(({ code }) => JSON.stringify(code)).join(' | ')};\n`,
    ),
  ].join('');
}
