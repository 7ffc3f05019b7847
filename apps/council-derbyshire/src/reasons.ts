/** Why figures of the documents cannot be computed from records of children, or were not tried. */
export const REASONS = {
  others: 'It is about other authorities, or England: kept as a comparator, not computed from own children.',
  targets: 'It is a target, or what a service plan starts from: set, not computed.',
  money: 'It is money: no record of children holds it.',
  carers: 'It counts foster carers and their places; the toolkit has no records of carers.',
  homes: 'It counts beds of homes; the toolkit has no records of beds.',
  adopters: 'The synthetic adopters are not fitted to published totals.',
  adoptionPlans: 'The synthetic adoption plans are not fitted to published totals.',
  placedInYear: 'Placements for adoption during a year are not fitted to published totals.',
  careLeavers: 'The synthetic care leavers are not fitted to published totals.',
  stayingPut: 'Young people who stay put are not fitted to published totals.',
  specialistTeam: 'Which team holds a disabled child is not fitted beside the districts.',
  districtPopulation: 'The document prints no population of districts, and none is made up.',
  before: 'The synthetic children begin with the year to March 2013.',
  ordersOutsideCare:
    'Special guardianship orders of children outside care are not fitted to published totals.',
  pooled:
    'It leaves out placements of a pooled budget, which no record of children tells apart, and adds money.',
  projection: 'It is a projection or an estimate by the council, without its method.',
  bands: 'The document has bands of time in care here that the toolkit does not have.',
  sharesOfColumns: 'It is a share of another whole than the table says, or of a column that is held back.',
  demography: 'It is about the population, not about children in care.',
  staff: 'It counts staff or units of provision.',
  survey: 'It is of a survey whose single answers were not published; the synthetic answers are not fitted.',
  education: 'The synthetic school records are not fitted to published totals.',
  practice: 'It says how often something is done, by intention: not counted.',
  notFitted: 'The synthetic records of this subject are not fitted to published totals.',
} as const;
