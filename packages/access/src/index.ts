export type { Asker, SharingAgreement } from './asker.ts';
export { type Assignment, coreAssignments } from './assignment.ts';
export {
  aboutNobodyHidden,
  type Circumstances,
  hiddenChildren,
  protectedAddresses,
  pseudonym,
  rowCondition,
} from './conditions.ts';
export { coreAddressFields, coreRules } from './coreRules.ts';
export { explainAccess } from './explain.ts';
export { type Grant, grantsFor, hasPower, mostOpen, type Need, type Reach } from './grants.ts';
export {
  definePolicy,
  fieldsOf,
  isAboutChild,
  type Override,
  type Policy,
  PolicyError,
  type PolicyOptions,
  policyOf,
} from './policy.ts';
export { pseudonymousField, type Visibility } from './pseudonymous.ts';
export { requirements } from './requirements.ts';
export { type Purpose, purposes, type Role, standardRoles } from './roles.ts';
export { type FieldSql, MASKED, type View, type ViewOptions, type ViewRow, viewOf } from './view.ts';
