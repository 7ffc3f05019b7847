/** Where definitions come from, as they are printed beside a figure. */
export const ACT = 'Children Act 1989, s. 23A to 24D, as amended in 2000 and 2017';
export const REGULATIONS = 'Care Leavers (England) Regulations 2010';
export const RETURN = 'SSDA903 OC3, care leavers tables; cohorts section 6';
export const SUFFICIENCY = 'Sufficiency strategy 2017-21, section 3.8';
export const STRATEGY = 'Children in care strategy 2019-21, priority 5';
export const DERBY = 'Looked after and adopted children strategy 2012-15, sections 6.3 and 7.3';
export const LEICESTERSHIRE = 'Care Matters report 2008, sections 5 and 10.1';
export const KEEP_ON_CARING = 'Keep on caring (2016), the five outcomes';
