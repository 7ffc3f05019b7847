/** Where definitions come from, as they are printed beside a figure. */
export const MISSING_GUIDANCE =
  'Statutory guidance on children who run away or go missing from home or care (2014)';
export const COMPLAINTS = 'Children Act 1989 Representations Procedure (England) Regulations 2006';
