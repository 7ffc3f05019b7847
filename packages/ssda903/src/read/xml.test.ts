import { describe, expect, it } from 'vitest';
import { readReturn } from './read-return.ts';
import { textFile } from './testing.ts';

const HEADER = '<CHILDID>t1</CHILDID><UPN>UN2</UPN><SEX>f</SEX><DOB>15/06/2010</DOB><ETHNIC>BAFR</ETHNIC>';
const child = (header: string, episodes = ''): string =>
  `<EXPSSDA903><CHILD><HEADER>${HEADER}${header}</HEADER>${episodes}</CHILD></EXPSSDA903>`;
const read = (text: string) => readReturn([textFile('r.xml', text)]);
const messages = (text: string) => read(text).findings.map(({ message }) => message);

describe('a return in XML', () => {
  it('has a row for every block, with the child taken from HEADER', () => {
    const { return: result, findings } = read(
      child(
        `<UASC>1</UASC><DUC />
         <AMISSING><MISSING>m</MISSING><MIS_START>02/09/2025</MIS_START><MIS_END>03/09/2025</MIS_END></AMISSING>
         <AREVIEW><REVIEW>28/05/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
         <AREVIEW><REVIEW>28/11/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
         <MOTHER>0</MOTHER><MC_DOB /><PERMANENCE><PREV_PERM>Z1</PREV_PERM></PERMANENCE>
         <OC2><SDQ_SCORE>11</SDQ_SCORE></OC2><AD_PLACED><DATE_PLACED>01/05/2025</DATE_PLACED></AD_PLACED>`,
        `<EPISODE><DECOM>06/05/2025</DECOM><PL>U6</PL><DEC /></EPISODE><EPISODE><DECOM>01/12/2025</DECOM></EPISODE>`,
      ),
    );
    expect(findings).toEqual([]);
    expect(result.format).toBe('xml');
    expect(result.tables.Header?.rows).toMatchObject([
      { CHILD: 'T1', SEX: 'F', MOTHER: '0', UASC: '1', DOB_TEXT: '15/06/2010' },
    ]);
    expect(result.tables.Episodes?.rows).toMatchObject([
      { row: 0, CHILD: 'T1', PLACE: 'U6' },
      { row: 1, CHILD: 'T1', PLACE: '' },
    ]);
    expect(result.tables.Reviews?.rows).toHaveLength(2);
    expect(result.tables.Missing?.rows).toMatchObject([
      { CHILD: 'T1', DOB_TEXT: '15/06/2010', MISSING: 'M' },
    ]);
    expect(result.tables.UASC?.rows).toMatchObject([{ CHILD: 'T1', SEX: 'F', DUC_TEXT: '' }]);
    expect(result.tables.PrevPerm?.rows).toMatchObject([{ PREV_PERM: 'Z1', DOB_TEXT: '15/06/2010' }]);
    expect(result.tables.OC2?.rows).toMatchObject([{ SDQ_SCORE: '11' }]);
    expect(result.tables.PlacedAdoption?.rows).toMatchObject([{ DATE_PLACED_TEXT: '01/05/2025' }]);
    expect(result.tables.OC3?.rows).toEqual([]);
    expect(result.tables.SWEpisodes).toBeUndefined();
  });

  it('has care-leaver and adoption rows only where the telling leaf is filled', () => {
    const { return: result } = read(
      child('<UASC /><IN_TOUCH>YES</IN_TOUCH><ACTIV>F4</ACTIV><DATE_INT>01/05/2025</DATE_INT>'),
    );
    expect(result.tables.OC3?.rows).toMatchObject([{ CHILD: 'T1', IN_TOUCH: 'YES', ACTIV: 'F4' }]);
    expect(result.tables.AD1?.rows).toMatchObject([{ CHILD: 'T1', DATE_INT_TEXT: '01/05/2025' }]);
    expect(result.tables.UASC?.rows).toEqual([]);
  });

  it('says what makes no row', () => {
    expect(messages(child('<NB_ADOPTR>L1</NB_ADOPTR>'))).toEqual([
      "r.xml, line 1: child 't1' has NB_ADOPTR but no DATE_INT, so there is no AD1 row for it.",
    ]);
  });

  it('never lets a value leak from one block into another', () => {
    const { return: result } = read(
      child(
        '<OC2><SDQ_SCORE>11</SDQ_SCORE><DOB>01/01/2001</DOB></OC2><PERMANENCE><PREV_PERM>P1</PREV_PERM></PERMANENCE>',
        '<EPISODE><DECOM>06/05/2025</DECOM></EPISODE><EPISODE><DECOM>01/12/2025</DECOM><DEC>02/12/2025</DEC></EPISODE>',
      ),
    );
    expect(result.tables.Episodes?.rows[0]?.DEC_TEXT).toBe('');
    expect(result.tables.OC2?.rows[0]?.DOB_TEXT).toBe('15/06/2010');
  });

  it('names elements it does not know and a child without HEADER', () => {
    expect(
      messages(child('<SHOE_SIZE>3</SHOE_SIZE>', '<EPISODE><SHOE_SIZE>3</SHOE_SIZE></EPISODE>')),
    ).toEqual([
      'r.xml: these elements are not part of the return and were left out: CHILD/HEADER/SHOE_SIZE and CHILD/EPISODE/SHOE_SIZE.',
    ]);
    expect(messages('<EXPSSDA903><CHILD></CHILD></EXPSSDA903>')).toEqual([
      'r.xml: the CHILD that ends in line 1 has no HEADER; left out.',
    ]);
  });

  it.each([
    [
      'another document',
      '<html></html>',
      'r.xml is not a return: it begins with HTML, not EXPSSDA903, line 1.',
    ],
    [
      'a document type',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><EXPSSDA903/>',
      'r.xml has a document type declaration, which can define entities, line 1.',
    ],
    [
      'an unknown entity',
      '<EXPSSDA903><CHILD>&lol;</CHILD></EXPSSDA903>',
      'r.xml is not well-formed XML (undefined entity), line 1.',
    ],
    [
      'an end that is missing',
      '<EXPSSDA903>\n<CHILD>',
      'r.xml is not well-formed XML (unclosed tag: CHILD), line 2.',
    ],
  ])('is refused with %s', (_what, text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it('reads 50 MB on one line', () => {
    const episode = '<EPISODE><DECOM>06/05/2025</DECOM><PL>U6</PL><DEC /></EPISODE>';
    const text = child('', episode.repeat(Math.ceil(50_000_000 / episode.length)));
    expect(read(text).return.tables.Episodes?.rows.length).toBeGreaterThan(800_000);
  });
});
