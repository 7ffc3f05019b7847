/** What the plugin rests on, named once. */
export const DERBY = 'Looked after and adopted children strategy 2012-15, section 7.1';
export const STRATEGY = 'children in care strategy 2019-21';
export const LEICESTERSHIRE = 'Corporate parenting report 2008';
export const HART = 'Hart, Children’s participation: from tokenism to citizenship (1992)';
