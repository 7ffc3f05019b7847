import type { AccessRule } from '@cic/core';
import { defineCouncil, definePlugin } from '@cic/core';
import * as core from '@cic/core/records';
import { describe, expect, it } from 'vitest';
import { accessCommands } from './cli.ts';
import { pseudonym, sql } from './conditions.ts';
import { explainAccess } from './explain.ts';
import { grantsFor, hasPower } from './grants.ts';
import { definePolicy, isAboutChild, type PolicyError, policyOf } from './policy.ts';
import { pseudonymousField } from './pseudonymous.ts';
import { standardRoles } from './roles.ts';

const council = defineCouncil({ id: 'sample', name: 'Sample Council' });
const policy = policyOf(council);
const ON = { on: '2026-01-05' };

const problemsWith = (...rules: AccessRule[]): readonly string[] => {
  try {
    definePolicy({ records: council.records, rules });
  } catch (error) {
    return (error as PolicyError).problems;
  }
  return [];
};

describe('a policy', () => {
  it('denies whatever no rule allows', () => {
    for (const record of policy.records.keys()) {
      for (const role of ['young-person', 'somebody']) {
        for (const need of ['rows', 'figures', 'write'] as const) {
          expect(grantsFor(policy, { user: 'x', roles: [role] }, record, need, ON)).toEqual([]);
        }
      }
    }
  });

  it('tells every mistake at once, in plain words', () => {
    expect(
      problemsWith(
        { role: 'social-worker', record: 'visit', read: 'own caseload', hidden: ['shoeSize'] },
        { role: 'wizard', record: 'visit', read: 'own caseload' },
        { role: 'analyst', record: 'spell' },
        { role: 'analyst', record: 'visit', write: 'pseudonymised' },
        { role: 'nurse', record: 'visit' },
        { role: 'nurse', record: 'visit' },
      ),
    ).toEqual([
      "rule of 'nurse' on 'visit': there are two; merge them",
      "rule of 'social-worker' on 'visit': 'visit' has no field 'shoeSize'",
      expect.stringMatching(
        /^rule of 'wizard' on 'visit': there is no role 'wizard'; there are: social-worker, /,
      ),
      "rule of 'analyst' on 'visit': nobody can write 'pseudonymised'",
      expect.stringMatching(/^rule of 'nurse' on 'visit': there is no role 'nurse'/),
      "rule of 'analyst' on 'spell': there is no record type 'spell'",
    ]);
  });

  it('gives the administrator of the deployment no child, not even by a rule of a council', () => {
    for (const type of council.records.filter(isAboutChild)) {
      expect(problemsWith({ role: 'administrator', record: type.id, read: 'whole council' })).toEqual([
        expect.stringContaining('reads no child'),
      ]);
      expect(grantsFor(policy, { user: 'x', roles: ['administrator'] }, type.id, 'rows', ON)).toEqual([]);
    }
  });

  it('takes the rules of enabled plugins, and a council’s overrides in the place of theirs', () => {
    const plugin = definePlugin({
      id: 'visits',
      title: 'Visits',
      access: [{ role: 'foster-carer', record: 'visit', read: 'own establishment' }],
    });
    const enabled = defineCouncil({ id: 'sample', name: 'Sample Council', plugins: [plugin] });
    const carer = { user: 'x', roles: ['foster-carer'], establishments: ['SC1'] };
    expect(grantsFor(policyOf(enabled), carer, 'visit', 'rows', ON)).toHaveLength(1);
    expect(grantsFor(policy, carer, 'visit', 'rows', ON)).toHaveLength(0);
    const denied = policyOf(enabled, { overrides: [{ role: 'foster-carer', record: 'visit', deny: true }] });
    expect(grantsFor(denied, carer, 'visit', 'rows', ON)).toHaveLength(0);
    const narrowed = policyOf(enabled, {
      overrides: [{ role: 'foster-carer', record: 'visit', read: 'own establishment', hidden: ['notes'] }],
    });
    expect(grantsFor(narrowed, carer, 'visit', 'rows', ON)[0]?.field('notes')).toBe('hidden');
  });

  it('lets whoever keeps the records see all that is held on a child, whichever plugin brought it', () => {
    const letter = { ...(core.visit as object), id: 'letter' } as typeof core.visit;
    const plugin = definePlugin({ id: 'letters', title: 'Letters', records: [letter as never] });
    const enabled = policyOf(defineCouncil({ id: 'sample', name: 'Sample Council', plugins: [plugin] }));
    const keeper = { user: 'x', roles: ['records-officer'] };
    expect(grantsFor(enabled, keeper, 'letter', 'rows', ON)).toHaveLength(1);
    expect(grantsFor(enabled, { ...keeper, roles: ['team-manager'] }, 'letter', 'rows', ON)).toHaveLength(0);
  });

  it('shows a foster carer the children of their own household, and little of them [CFG-08]', () => {
    const carer = { user: 'x', roles: ['foster-carer'], establishments: ['household-12'] };
    const [grant] = grantsFor(policy, carer, 'child', 'rows', ON);
    expect(grant?.reach).toEqual({ kind: 'assigned', to: 'establishment', keys: ['household-12'] });
    expect(grant?.field('ethnicity')).toBe('hidden');
    expect(grantsFor(policy, carer, 'adoption-decision', 'rows', ON)).toEqual([]);
  });

  it('serves a purpose only through roles that have it', () => {
    const both = { user: 'x', roles: ['social-worker', 'analyst'], worker: 'SW1' };
    expect(grantsFor(policy, both, 'visit', 'figures', ON).map(({ purpose }) => purpose)).toEqual([
      'care',
      'performance',
    ]);
    const analysing = { ...both, purpose: 'performance' } as const;
    expect(grantsFor(policy, analysing, 'visit', 'rows', ON).map(({ because }) => because)).toEqual([
      'an analyst, pseudonymised',
    ]);
    expect(hasPower(policy, analysing, 'breakGlass')).toBe(false);
    expect(hasPower(policy, both, 'breakGlass')).toBe(true);
  });

  it('keeps what a child says of who they are from whoever has no need of it [D-CHI-38]', () => {
    const readers = standardRoles.filter(
      ({ id }) => grantsFor(policy, { user: 'x', roles: [id] }, 'identity', 'rows', ON).length > 0,
    );
    expect(readers.map(({ id }) => id)).toEqual([
      'social-worker',
      'team-manager',
      'independent-reviewing-officer',
      'personal-adviser',
      'adoption',
      'integrator',
      'records-officer',
    ]);
  });

  it('gives members and boards no row and no figure that was not released [D-API-11]', () => {
    for (const type of council.records.filter(isAboutChild)) {
      for (const need of ['rows', 'figures', 'write'] as const) {
        expect(grantsFor(policy, { user: 'x', roles: ['lead-member'] }, type.id, need, ON)).toEqual([]);
      }
    }
  });
});

describe('pseudonymous fields', () => {
  it('are decided by the schema: codes and days stay, names, numbers of persons and free text go', () => {
    const seen = (field: string) => pseudonymousField(core.child as never, field);
    expect(
      [
        'id',
        'dateOfBirth',
        'firstChildBorn',
        'sex',
        'ethnicity',
        'disabilities',
        'mother',
        'name',
        'upn',
        'source',
      ].map(seen),
    ).toEqual([
      'pseudonym',
      'month',
      'month',
      'plain',
      'plain',
      'plain',
      'plain',
      'hidden',
      'hidden',
      'hidden',
    ]);
    for (const field of ['homePostcode', 'placementPostcode', 'urn'])
      expect(pseudonymousField(core.episode as never, field)).toBe('hidden');
    expect(pseudonymousField(core.review as never, 'views')).toBe('hidden');
    expect(pseudonymousField(core.review as never, 'no-such-field')).toBe('hidden');
  });

  it('need a key that is long enough', () => {
    expect(() => pseudonym(sql`x`, { council: 'sample' }, 'abc')).toThrow('32 to 64 bytes');
    expect(() => pseudonym(sql`x`, { council: 'sample' }, '0f'.repeat(32))).not.toThrow();
  });
});

describe('an explanation', () => {
  it('says in sentences what a role may do', () => {
    expect(explainAccess(policy, 'virtual-school', 'episode')).toEqual([
      'The virtual school reads, of the episode records, all of the council’s.',
      'They write none.',
      'They do not see homePostcode and categoryOfNeed: for them the field does not exist, in filters and orders either.',
      'They see that there is a placementPostcode, and not what it says.',
      'They do so for a child’s education; every look is written into the audit with its purpose.',
      'Restricted and sealed records override this: unless a restriction names them or their role, such a child does not exist for them.',
    ]);
    expect(explainAccess(policy, 'designated-nurse', 'adoption-decision')).toEqual([
      'A designated nurse or doctor sees nothing of any adoption decision record: no rule allows it, and what no rule allows is denied.',
    ]);
    expect(explainAccess(policy, 'administrator', 'child')[0]).toContain('the role reads no child');
  });

  it('exists for every role and record type', () => {
    for (const role of policy.roles.keys()) {
      for (const record of policy.records.keys()) {
        const [first] = explainAccess(policy, role, record);
        expect(first).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});

describe('cic access explain', () => {
  const run = async (...args: string[]) => {
    let said = '';
    const say = (text: string) => {
      said += text;
    };
    const code = await accessCommands[0]!.run(args, { out: say, err: say, cwd: '.', isTerminal: false });
    return { code, said };
  };

  it('explains', async () => {
    const { code, said } = await run('--role', 'social-worker', '--record', 'visit');
    expect(code).toBe(0);
    expect(said).toContain(
      'A child is theirs by socialWorker of a current social-worker-episode and reviewingOfficer of the latest review.',
    );
    expect(said).toContain('open another child’s record for an hour');
  });

  it('says what there is where it cannot', async () => {
    expect(await run('--role', 'wizard', '--record', 'visit')).toMatchObject({
      code: 2,
      said: expect.stringContaining('there are: social-worker,'),
    });
    expect(await run()).toMatchObject({
      code: 2,
      said: expect.stringContaining('needs --role and --record'),
    });
    expect(await run('--role', 'analyst', '--record', 'visit', '--council', 'nowhere.ts')).toMatchObject({
      code: 2,
    });
  });
});
