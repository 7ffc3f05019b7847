/** Where definitions come from, as they are printed beside a figure. */
export const DERBY = 'Looked after and adopted children strategy 2012-15';
export const SUFFICIENCY = 'Sufficiency strategy 2017-21, section 3.5';
