import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildPostcodeIndex } from '../reference/read-postcodes.ts';
import { CannotRun, defineCommand } from './command.ts';
import { cannotRead, writeFile } from './files.ts';
import { createProgress, inThousands } from './progress.ts';

const CHUNK = 4 * 1024 * 1024;

export const referencePostcodes = defineCommand({
  name: 'reference postcodes',
  summary: 'Makes the compact postcode index from the ONS Postcode Directory.',
  usage: `cic reference postcodes FILE --out INDEX

FILE is the directory as one CSV file (ONSPD, from the Office for National Statistics, in its Data folder).
INDEX is what --postcodes of 'cic ssda903 validate' takes; about 12 bytes a postcode.`,
  options: { help: 'flag', out: 'option' },
  async run({ positionals: [file], options }, io) {
    const out = options.get('out');
    if (file === undefined || out === undefined)
      throw new CannotRun('Give the directory as CSV, and --out INDEX.');
    const path = resolve(io.cwd, file);
    let built: Awaited<ReturnType<typeof buildPostcodeIndex>>;
    try {
      const { size } = statSync(path);
      const progress = createProgress(size, io);
      built = await buildPostcodeIndex(file, createReadStream(path, { highWaterMark: CHUNK }), (bytes) =>
        progress.show(bytes, `${Math.round(bytes / 1_000_000)} MB`),
      );
    } catch (error) {
      throw cannotRead(file, error);
    }
    if ('refused' in built) throw new CannotRun(built.refused);
    writeFile(out, io.cwd, built.index);
    io.err(
      `${inThousands(built.postcodes)} postcodes in ${out}; ${inThousands(built.leftOut)} lines without a grid reference left out.\n`,
    );
    return 0;
  },
});
