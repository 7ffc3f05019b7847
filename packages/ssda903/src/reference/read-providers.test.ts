import { day } from '@cic/core/dates';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/universal';
import { textFile } from '../read/testing.ts';
import { readProviders } from './read-providers.ts';

type Cells = readonly (string | number | Date | null)[];

async function workbook(name: string, sheets: Readonly<Record<string, readonly Cells[]>>) {
  const pages = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    dateFormat: 'dd/mm/yyyy',
    data: rows.map((row) => row.map((cell) => (cell instanceof Date ? { value: cell, type: Date } : cell))),
  }));
  const blob = await writeWorkbook(pages).toBlob();
  return { name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

const HEADINGS = [
  'URN',
  'Setting name',
  'Placement code(s)',
  'Placement provider code(s)',
  'Setting Postcode',
  'Registration End Date',
];
const HOMES = [
  HEADINGS,
  ['sc000001', 'A home', 'K2/S1', 'PR1, PR4', 'de1 2ab', null],
  [1234567, 'A closed home', 'K2', 'PR4', 'DE1 2AC', new Date(Date.UTC(2025, 5, 30))],
];
const SERVICES = [
  ['List of social care providers'],
  [],
  ['Provision type', 'urn ', 'Post code', 'PROVIDER CODES', 'Placement codes', 'Reg End'],
  ['Fostering agency', 'SC000009', 'LE1 1AA', 'PR4', 'U1,U2,U3', '01/02/2024'],
];

const directory = {
  find: (postcode: string) =>
    postcode === 'DE12AB' ? { easting: 1, northing: 1, authority: 'E06000015' } : undefined,
};

describe("Ofsted's list of providers", () => {
  it('is read from one workbook with two sheets, whatever they are called', async () => {
    const { providers, problems } = await readProviders(
      [await workbook('all.xlsx', { Foo: HOMES, Bar: SERVICES, Notes: [['x']] })],
      directory,
    );
    expect(problems).toEqual([]);
    expect([...providers.values()].flat()).toEqual([
      {
        urn: 'SC000001',
        placementCodes: ['K2', 'S1'],
        providerCodes: ['PR1', 'PR4'],
        postcode: 'DE12AB',
        registrationEnd: Number.NaN,
        authority: 'E06000015',
      },
      {
        urn: '1234567',
        placementCodes: ['K2'],
        providerCodes: ['PR4'],
        postcode: 'DE12AC',
        registrationEnd: day('2025-06-30'),
        authority: '',
      },
      {
        urn: 'SC000009',
        placementCodes: ['U1', 'U2', 'U3'],
        providerCodes: ['PR4'],
        postcode: 'LE11AA',
        registrationEnd: day('2024-02-01'),
        authority: '',
      },
    ]);
  });

  it('is read from two workbooks, and keeps every entry of a URN', async () => {
    const { providers } = await readProviders([
      await workbook('a.xlsx', { a: HOMES }),
      await workbook('b.xlsx', { b: HOMES }),
    ]);
    expect(providers.get('SC000001')).toHaveLength(2);
  });

  it('is read from CSV', async () => {
    const { providers } = await readProviders([
      textFile('p.csv', 'URN,Postcode,REG_END\nSC1,DE1 2AB,2025-06-30\n'),
    ]);
    expect(providers.get('SC1')).toMatchObject([
      { postcode: 'DE12AB', registrationEnd: day('2025-06-30'), placementCodes: [] },
    ]);
  });

  it('says in one sentence what is not a list', async () => {
    const { problems } = await readProviders([
      await workbook('other.xlsx', {
        Sheet1: [
          ['Name', 'Age'],
          ['x', 3],
        ],
      }),
      { name: 'broken.xlsx', bytes: new TextEncoder().encode('PK\u0003\u0004[Content_Types].xml') },
    ]);
    expect(problems).toEqual([
      'other.xlsx holds no list of providers: no sheet has the headings URN and placement codes, provider codes, postcode or registration end.',
      'broken.xlsx cannot be read as an Excel workbook or CSV file.',
    ]);
  });
});
