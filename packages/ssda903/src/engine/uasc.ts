import type { Row } from '../tables.ts';
import type { CheckContext, ChildRows } from './context.ts';

/**
 * Whether a child is known as an unaccompanied asylum-seeking child this year or last: by Header where that table was
 * given, else by the UASC table. Source: rules 164, 392a and 406.
 */
export const isKnownUasc = ({ now, last }: ChildRows, { given }: CheckContext): boolean =>
  (given.has('Header') ? now.Header.some(says1) : now.UASC.some(hasDetails)) ||
  (given.has('last Header') ? last.Header.some(says1) : last.UASC.some(hasDetails));

/** Whether a year's return says who is an unaccompanied asylum-seeking child: in CSV only the UASC table does, in XML Header too. */
export const saysWhoIsUasc = ({ given, format }: CheckContext, year: '' | 'last ' = ''): boolean =>
  given.has(`${year}UASC`) || (format === 'xml' && given.has(`${year}Header`));

/** The reason to skip a rule that leaves out unaccompanied asylum-seeking children, where no table says who they are. */
export const whyUascUnknown = (context: CheckContext): string | undefined =>
  saysWhoIsUasc(context) || saysWhoIsUasc(context, 'last ')
    ? undefined
    : 'Needs the UASC table, of this year or last, to know who is an unaccompanied asylum-seeking child.';

const says1 = ({ UASC }: Row<'Header'>): boolean => UASC === '1';

const hasDetails = ({ SEX, DOB_TEXT, DUC_TEXT }: Row<'UASC'>): boolean =>
  SEX !== '' || DOB_TEXT !== '' || DUC_TEXT !== '';
