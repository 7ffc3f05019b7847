import type { Action, Post } from '@cic/core/records';

type Owner = NonNullable<Action['owners']>[number];

const post = (id: string, role: string, ...alsoKnownAs: string[]): Post => ({
  id,
  role,
  ...(alsoKnownAs.length === 0 ? {} : { alsoKnownAs }),
});

/** Who answers for the plan's actions, with the spellings of the plan. */
export const posts: readonly Post[] = [
  post('school-improvement', 'School improvement officers', 'School Improvement Officers'),
  post('head-of-service', 'Head of service', 'HoS'),
  post(
    'virtual-head',
    'Head of the virtual school',
    'Head of Virtual School',
    'Virtual Headteacher',
    'Virtual Head',
  ),
  post('admissions', 'Head of admissions', 'Head of Admissions'),
  post('adoption-manager', 'Deputy head of service, adoption', 'DHOS Adoption Manager', 'DHOS Adoption'),
  post('fostering-deputy', 'Deputy head of service, fostering', 'DHOS Fostering'),
  post(
    'fostering-adoption-deputy',
    'Deputy head of service, fostering and adoption',
    'DHOS Fostering & Adoption Serrvice',
  ),
  post(
    'residential-deputy',
    'Deputy head of service, residential',
    'DHOS Residential Service',
    'DHOS Residential Services',
  ),
  post('adoption-heads', 'Head and deputy head of service, adoption', 'Hos/DHOS Adoption Service'),
  post('regulated-heads', 'Head and deputy head of regulated services', 'Hos/DHOS Regulated Services'),
  post('regulated-head', 'Head of regulated services', 'HoS Regulated Services', 'Hos Regulated Services'),
  post('commissioning-manager', 'Commissioning manager', 'Commissioning Manager CYPS'),
  post(
    'commissioning-lead',
    'Commissioning lead',
    'CYPS Commissioning Lead',
    'CYPS Commissioning lead',
    'CYPSCommissioning',
  ),
  post('commissioning-head', 'Head of commissioning', 'HoS Commissioning'),
  post('commissioning', 'Commissioning service', 'Commissioning', 'Commissioning Service'),
  post(
    'commissioning-director',
    'Director of commissioning',
    'Director Commissioning',
    'Director Commissioning Services',
  ),
  post(
    'public-health',
    'Public health lead for vulnerable children',
    'NHS Derby Public Health Lead for Vulnerable Children and Young People',
    'NHSDerby Public Health Lead for Vulnerable Children and Young People',
  ),
  post('nhs-safeguarding', 'NHS safeguarding lead', 'NHS Derby Safeguarding Lead'),
  post('designated-doctor', 'Designated doctor', 'Designated Doctor'),
  post('designated-nurse', 'Designated nurse', 'Designated Nurse'),
  post('children-in-care-head', 'Head of children in care', 'Hos Children in Care'),
  post(
    'children-in-care-regulated-head',
    'Head of children in care and regulated services',
    'Hos Children in Care and Regulated Services',
    'HoS Children in Care and Regulated Services',
    'Hos Children in Care & Regulated Services',
    'HoS Children in Care & Regulated Services',
    'HoS Children in Care Regulated Services',
    'HoS CiC & Regulated Services',
  ),
  post(
    'quality-head',
    'Head of quality assurance',
    'Hos Quality Assurance Service',
    'Hos Quality Assurance',
    'HoS Quality Assurance',
    'Head of Quality Assurance and Safeguarding',
  ),
  post(
    'care-leavers-head',
    'Head of care leavers service',
    'Hos Care Leaving Service',
    'HoS Care Leavers Service',
  ),
  post('specialist-director', 'Director of specialist services', 'Director Specialist Services'),
  post('specialist-services', 'Specialist services', 'Specialist Services'),
  post(
    'early-intervention-director',
    'Director of early intervention and integrated services',
    'Director EIIS',
    'Director EI&ISS',
    'Director EIISS',
  ),
  post('missing-lead', 'Lead officer for missing persons', 'Lead Officer Missing Persons'),
  post('police-senior', 'Senior officer, Derbyshire Police', 'Derbyshire Senior officer'),
  post('youth-offending-head', 'Head of youth offending service', 'Hos YOS', 'HosYOS', 'HoS YOS'),
  post('exploitation-manager', 'Child sexual exploitation manager', 'Child Sexual Exploitation Manager'),
  post('practitioners', 'All practitioners', 'All Practitioners'),
  post('design-team', 'Design team', 'Derby Design Team'),
  post('team-managers', 'Team managers', 'Team Managers'),
  post('panel-adviser', 'Panel adviser', 'Panel Adviser'),
  post('panel-chairs', 'Panel chairs', 'Panel Chairs'),
  post('localities-head', 'Head of locality services', 'HoS Locality Services', 'Localities HoS'),
  post(
    'analysts',
    'Analytical services',
    'Analytical Services',
    'Analytical services',
    'Performance / Analytical Services',
    'Performance',
  ),
  post('mental-health-commissioner', 'Mental health commissioner', 'Camhs Commissioner'),
  post('disabled-children-head', 'Head of integrated disabled children’s service', 'Hos IDCS', 'HoS IDCS'),
  post('accommodation-partners', 'Accommodation partners', 'accommodation Partners'),
  post('adults-housing', 'Adults, health and housing', 'Adults, Health and Housing'),
];

/** An owner by the spelling of the plan, which is kept. */
export function ownerOf(printedAs: string, inherited = false): Owner {
  const found = posts.find(({ alsoKnownAs = [] }) => alsoKnownAs.includes(printedAs));
  if (!found) throw new RangeError(`no post is printed as '${printedAs}'`);
  return { role: found.role, printedAs, ...(inherited ? { inherited } : {}) };
}
