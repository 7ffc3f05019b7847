/** Where definitions come from, as they are printed beside a figure. */
export const DERBY = 'Looked after and adopted children strategy 2012-15, section 6.2';
export const DERBYSHIRE = 'Children in care strategy 2019-21, priority 3';
export const LEICESTERSHIRE = 'Care Matters report 2008, section 7 and appendix 1';
